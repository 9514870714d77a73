/** The language in which a command speaks: `--lang ko`. */
import { Option } from 'commander'
import { korean } from '../../shared/texts/ko/korean'
import { type Language, type Translate, translator } from '../../shared/texts/translate'
import type { Io } from './io'
import type { Speaker } from './outcome'

export interface Spoken {
  readonly lang: Language
}

const languages: Readonly<Record<Language, () => Translate>> = {
  en: () => translator(),
  ko: () => translator(korean),
}

/** The option of every command that prints sentences. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'of what is printed').choices(Object.keys(languages)).default('en')
}

/** Where a command speaks, in the language that was asked for. */
export function speaker(io: Io, { lang }: Spoken): Speaker {
  return { io, words: languages[lang]() }
}
