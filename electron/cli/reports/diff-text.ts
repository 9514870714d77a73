import {
  type Comparison,
  type ElementChange,
  looksTheSame,
  meansTheSame,
} from '../../../shared/review/compare/comparison'
import {
  comparedText,
  documentSentence,
  elementSentences,
  elementTitle,
  lineSentence,
  moveWords,
  nameIn,
  severityWords,
  signs,
  storedLines,
  summaryText,
  talkWords,
  waiverSentence,
} from '../../../shared/review/compare/words'
import { type JudgedProblem, judge } from '../../../shared/rules/waivers'
import { inWords, say, type Text } from '../../../shared/texts/text'
import type { DiffInput, DiffReport } from './diff'

/** For people: one line for each thing, what changed in it below. */
export const textDiff: DiffReport = (input) => {
  const { comparison, words, cost } = input
  const talk = talkWords(comparison)
  const rest = [
    ...(cost === undefined ? [] : [cost.text]),
    ...(talk.length === 0 ? [] : [inWords(talk, 'and')]),
    comparedText(comparison),
  ].flatMap((text) => (text === undefined ? [] : [`${words(text)}\n`]))
  const same = meansTheSame(comparison) && (!input.layout || looksTheSame(comparison))
  if (same && looksTheSame(comparison)) return `${words('They are the same.')}\n${rest.join('')}`
  const blocks = [
    changes(input),
    problems(input),
    [`${words(say`${summaryText(comparison)}.`)}\n`, ...rest].join(''),
  ]
  return blocks.filter((block) => block !== '').join('\n')
}

function changes({ comparison, words, layout }: DiffInput): string {
  const { elements, document, waivers } = comparison
  const line = (sign: string, text: Text) => `${sign} ${words(text)}\n`
  return [
    ...document.map((field) => line(signs.changed, documentSentence(comparison, field))),
    ...elements.flatMap((change) =>
      change.status === 'moved' && !layout ? [] : [element(comparison, change, words)],
    ),
    ...storedLines(comparison).map((one) => line(signs[one.status], lineSentence(comparison, one))),
    ...waivers.map((change) => line(signs[change.status], waiverSentence(comparison, change))),
    ...(layout
      ? comparison.routes.map((id) => line(signs.moved, say`The line ${id} is bent otherwise`))
      : []),
  ].join('')
}

function element(comparison: Comparison, change: ElementChange, words: DiffInput['words']): string {
  const told = change.status === 'moved' ? [moveWords(change)] : elementSentences(comparison, change)
  const lines = told.map((text) => `    ${words(text)}\n`).join('')
  return `${signs[change.status]} ${words(elementTitle(change))} (${change.id})\n${lines}`
}

function problems({ comparison, words, today }: DiffInput): string {
  const { before, after } = comparison
  const appeared = judge(comparison.problems.appeared, after.waivers, today)
  const mended = judge(comparison.problems.mended, before.waivers, today)
  const list = (title: Text, some: readonly JudgedProblem[], sign: string) =>
    some.length === 0 ? '' : `${words(title)}\n${some.map((one) => `${sign} ${problem(one)}\n`).join('')}`
  const problem = (one: JudgedProblem) => {
    const name = nameIn(comparison, one.element)
    return `${words(severityWords(one))}: ${name}: ${words(one)} [${one.rule}]`
  }
  return [
    list(say`New problems: ${appeared.length}`, appeared, signs.added),
    list(say`Mended problems: ${mended.length}`, mended, signs.removed),
  ].join('')
}
