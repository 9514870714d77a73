/** The Korean catalogue against what the core says: nothing lacks, nothing is left over, everything can be filled in. */
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/registry'
import { validateWith } from '../rules/validate'
import { literalsInSources, type Spoken, spokenByRegistries, spokenInSources } from '../testing/spoken'
import { korean, koreanParts } from './ko/korean'
import { partsOf, type Text } from './text'
import { translator } from './translate'

const words = translator(korean)

const lacking = (spoken: Spoken) =>
  [...spoken].filter(([text]) => !Object.hasOwn(korean, text)).map(([text, place]) => `${place}: ${text}`)

describe('there is Korean for', () => {
  it('every text of rules and kinds', () => expect(lacking(spokenByRegistries())).toEqual([]))
  it('every text in the sources', () => expect(lacking(spokenInSources())).toEqual([]))
})

it('no entry is left over from a text that nobody says any more', () => {
  const said = new Set([...spokenByRegistries().keys(), ...spokenInSources().keys(), ...literalsInSources()])
  // An article begins a sentence, too.
  const isSaid = (text: string) => said.has(text) || said.has(text.charAt(0).toLowerCase() + text.slice(1))
  const { templates: _, ...parts } = koreanParts
  const stale = Object.entries(parts).flatMap(([part, entries]) =>
    Object.keys(entries)
      .filter((text) => !isSaid(text))
      .map((text) => `${part}: ${text}`),
  )
  expect(stale).toEqual([])
})

it('an entry that is said in two parts is the same in both', () => {
  const first = new Map<string, string>()
  const different = Object.values(koreanParts).flatMap((entries) =>
    Object.entries(entries).flatMap(([text, said]) => {
      const before = first.get(text)
      first.set(text, said)
      return before === undefined || before === said ? [] : [`${text}: ${before} / ${said}`]
    }),
  )
  expect(different).toEqual([])
})

it('every entry holds the values of its English words', () => {
  const named = (text: string) => [...new Set(partsOf(text).filter((_, i) => i % 2 === 1))].sort()
  const wrong = Object.entries(korean).filter(([text, said]) => named(text).join() !== named(said).join())
  expect(wrong).toEqual([])
})

describe('in Korean no English is left in what is found in the examples of', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const said = Object.values(rule.examples().invalid).flatMap(({ design }) =>
      validateWith(design, [rule]).flatMap((problem): Text[] => [
        problem,
        ...(problem.fix ? [problem.fix.title] : []),
      ]),
    )
    for (const text of said) expect(englishIn(words(text)), words(text)).toEqual([])
  })
})

/** Names that people give in examples, which messages repeat without quotation marks. */
const NAMES = ['prod asg', 'web prod', 'nightly run', 'my app']

/** Two small English words in a row, outside of names. */
function englishIn(text: string): readonly string[] {
  const ours = text.replaceAll(/“[^”]*”|"[^"]*"/g, '')
  return (
    ours
      .match(/(?<![\w/.:@=-])[a-z]{2,} [a-z]{2,}(?![\w/.:=-])/g)
      ?.filter((found) => !NAMES.includes(found)) ?? []
  )
}
