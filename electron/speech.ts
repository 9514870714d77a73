/** What the desktop's own menus and dialogs say, in the language of the settings, else in the system's. */
import { app } from 'electron'
import type { Settings } from '../shared/host'
// Only the part that is said here: the whole catalogue would be read at every start.
import desktop from '../shared/texts/ko/desktop.json'
import { languageFor } from '../shared/texts/language'
import type { Text } from '../shared/texts/text'
import { type Translate, translator } from '../shared/texts/translate'

const english = translator()
const korean = translator(desktop)

let now: Translate = english

/** A text in the language that was last set. */
export function words(text: Text): string {
  return now(text)
}

/** Has everything from now on said in the language of these settings. */
export function speak({ language }: Settings): void {
  const system = app.getPreferredSystemLanguages()
  now = languageFor(language, system.length > 0 ? system : [app.getLocale()]) === 'ko' ? korean : english
}
