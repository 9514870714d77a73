/** A comparison as GitHub's Markdown, for a comment on a pull request. */
import type { Design } from '../../design/design'
import { graphOf, nameOf } from '../../graph/graph'
import { type JudgedProblem, judge } from '../../rules/waivers'
import { inWords, say, type Text, term } from '../../texts/text'
import type { Translate } from '../../texts/translate'
import { codeSpan, escapeMarkdown } from '../report/markdown/escape'
import { type Comparison, type ElementChange, type FieldChange, meansTheSame } from './comparison'
import { valueText } from './value-text'
import {
  comparedText,
  documentPlace,
  elementTitle,
  lineSentence,
  moveWords,
  placeOf,
  type Status,
  severityWords,
  signs,
  statusWords,
  storedLines,
  summaryText,
  talkWords,
  waiverSentence,
} from './words'

export interface MarkdownOptions {
  /** What was compared, such as the file's name. */
  readonly title: string
  readonly words: Translate
  /** ISO date: a waiver may be over. */
  readonly today: string
  /** Also what only moved. */
  readonly layout?: boolean
  /** What the change does to the estimated cost, in words. */
  readonly cost?: Text
}

/** More are folded away. */
const MOST_ROWS = 20
const MOST_PROBLEMS = 8
/** GitHub refuses comments of more than 65,536 characters. */
const MOST_CHARACTERS = 60_000

/** Everything that stands in the designs is escaped: none of it becomes a link, a mention, an image or a cell. */
export function comparisonMarkdown(comparison: Comparison, options: MarkdownOptions): string {
  const { title, words, cost, today } = options
  const escaped = (text: Text) => escapeMarkdown(words(text))
  const { appeared, mended } = comparison.problems
  const about = comparedText(comparison)
  const talk = talkWords(comparison)
  const summary = [
    meansTheSame(comparison) ? term('The designs mean the same.') : summaryText(comparison),
    ...(appeared.length > 0 ? [say`new problems: ${appeared.length}`] : []),
    ...(mended.length > 0 ? [say`mended problems: ${mended.length}`] : []),
  ]
  return joined([
    `### ${escapeMarkdown(title)}`,
    `**${summary.map(escaped).join(' · ')}**`,
    ...(cost === undefined ? [] : [escaped(cost)]),
    ...(about === undefined ? [] : [escaped(about)]),
    table(comparison, options),
    problemList(
      comparison.after,
      judge(appeared, comparison.after.waivers, today),
      term('New problems'),
      words,
    ),
    problemList(
      comparison.before,
      judge(mended, comparison.before.waivers, today),
      term('Mended problems'),
      words,
    ),
    ...(talk.length === 0 ? [] : [escaped(inWords(talk, 'and'))]),
  ])
}

function joined(parts: readonly string[]): string {
  const shown: string[] = []
  let left = MOST_CHARACTERS
  for (const part of parts.filter((each) => each !== '')) {
    left -= part.length
    if (left < 0) {
      shown.push('…')
      break
    }
    shown.push(part)
  }
  return `${shown.join('\n\n')}\n`
}

const SQUARES: Readonly<Record<Status, string>> = { added: '🟩', removed: '🟥', changed: '🟨', moved: '🟦' }

/** A row: what became of it, what it is, the place in it, before and after. */
type Row = readonly [status: Status, what: string, where: string, before: string, after: string]

function table(comparison: Comparison, options: MarkdownOptions): string {
  const rows = [
    ...documentRows(comparison, options),
    ...comparison.elements.flatMap((change) => elementRows(comparison, change, options)),
    ...otherRows(comparison, options),
  ]
  if (rows.length === 0) return ''
  const { words } = options
  const sign = (status: Status) =>
    `${SQUARES[status]} ${codeSpan(signs[status], true)} ${words(statusWords[status])}`
  const head = ['', term('Element'), term('Field'), term('Before'), term('After')]
  const lines = [
    `| ${head.map((text) => words(text)).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map(([status, ...cells]) => `| ${[sign(status), ...cells].join(' | ')} |`),
  ]
  return folded(lines.join('\n'), words(say`Changes: ${rows.length}`), rows.length > MOST_ROWS)
}

function folded(text: string, title: string, isLong: boolean): string {
  return isLong ? `<details><summary>${escapeMarkdown(title)}</summary>\n\n${text}\n\n</details>` : text
}

function elementRows(
  comparison: Comparison,
  change: ElementChange,
  { words, layout = false }: MarkdownOptions,
): readonly Row[] {
  const { status, kind, fields } = change
  const title = escapeMarkdown(words(elementTitle(change)))
  if (status === 'moved')
    return layout ? [[status, title, escapeMarkdown(words(moveWords(change))), '', '']] : []
  if (fields.length === 0) return [[status, title, '', '', '']]
  return fields.map((field, i) => {
    const { text } = placeOf(comparison, kind, field)
    return [status, i === 0 ? title : '', escapeMarkdown(words(text)), ...valuesOf(comparison, field)]
  })
}

function valuesOf({ before, after }: Comparison, field: FieldChange): readonly [string, string] {
  const cell = (design: Design, value: unknown) =>
    value === undefined ? '' : codeSpan(valueText(design, field.pointer, value) || '✓', true)
  return [cell(before, field.before), cell(after, field.after)]
}

function documentRows(comparison: Comparison, { words }: MarkdownOptions): readonly Row[] {
  return comparison.document.map((field) => {
    const place = escapeMarkdown(words(documentPlace(field.pointer)))
    return ['changed', escapeMarkdown(words(term('Design'))), place, ...valuesOf(comparison, field)]
  })
}

function otherRows(comparison: Comparison, { words }: MarkdownOptions): readonly Row[] {
  const row = (status: Status, what: Text, text: Text): Row => [
    status,
    escapeMarkdown(words(what)),
    escapeMarkdown(words(text)),
    '',
    '',
  ]
  return [
    ...storedLines(comparison).map((line) => row(line.status, term('Line'), lineSentence(comparison, line))),
    ...comparison.waivers.map((change) =>
      row(change.status, term('Waiver'), waiverSentence(comparison, change)),
    ),
  ]
}

const CIRCLES = { error: '🔴', warning: '🟠', advice: '🔵' } as const

function problemList(
  design: Design,
  problems: readonly JudgedProblem[],
  title: Text,
  words: Translate,
): string {
  if (problems.length === 0) return ''
  const lines = problems.map((problem) => {
    const { severity, element, rule } = problem
    const name = escapeMarkdown(nameOf(graphOf(design), element))
    const what = `${problem.waiver ? '⚪' : CIRCLES[severity]} ${escapeMarkdown(words(severityWords(problem)))}`
    return `- ${what}: **${name}**: ${escapeMarkdown(words(problem))} (${codeSpan(rule, false)})`
  })
  const heading = `**${escapeMarkdown(words(title))}**`
  const list = lines.join('\n')
  if (problems.length <= MOST_PROBLEMS) return `${heading}\n\n${list}`
  return folded(list, `${words(title)}: ${problems.length}`, true)
}
