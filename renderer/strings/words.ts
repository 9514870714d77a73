/** What the core says, in the language of the interface. */
import { english, type Text } from '../../shared/texts/text'
import { type Catalogue, type Translate, translator } from '../../shared/texts/translate'
import { i18n } from './strings'

let korean: Translate = english
let koreanWords: Catalogue | undefined

/** Has the core's words said in Korean by a catalogue, while that is the language. */
export function learnKorean(catalogue: Catalogue): void {
  korean = translator(catalogue)
  koreanWords = catalogue
}

/** The catalogue of the language of the interface, for a worker, which would have to load its own; English has none. */
export function catalogueNow(): Catalogue | undefined {
  return i18n.language === 'ko' ? koreanWords : undefined
}

/** What puts the core's texts into the language of the interface: the same function while that stays. */
export function sayNow(): Translate {
  return i18n.language === 'ko' ? korean : english
}

/** A text of the core, as people read it. */
export function words(text: Text): string {
  return sayNow()(text)
}
