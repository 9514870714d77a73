/** What libraries say: whole sentences in English, without their values beside them. */
import { type Phrase, partsOf, type Text } from './text'

/** Recognises sentences by their words, in which `{0}`, `{1}` stand for values; any other sentence stays as it is. */
export function recogniser(sentences: readonly Phrase[]): (sentence: string) => Text {
  const known = sentences.map(({ words }) => ({ words, pattern: patternOf(words) }))
  return (sentence) => {
    for (const { words, pattern } of known) {
      const values = pattern.exec(sentence)?.slice(1)
      if (values) return { words, values }
    }
    return sentence
  }
}

/** Values stand in the order of their numbers. */
function patternOf(words: string): RegExp {
  const parts = partsOf(words).map((part, i) =>
    i % 2 === 0 ? part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') : '(.+?)',
  )
  return new RegExp(`^${parts.join('')}$`, 's')
}
