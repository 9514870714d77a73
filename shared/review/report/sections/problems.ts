/** What is wrong, the worst first: each rule once, with why it is one, and all that it found. */
import { toText } from '../../../basics/convert'
import { push } from '../../../basics/push'
import { nameOf } from '../../../graph/graph'
import { ruleOf } from '../../../rules/explain'
import { severities } from '../../../rules/problem'
import type { Severity } from '../../../rules/rule'
import { counting, type JudgedProblem } from '../../../rules/waivers'
import { say, type Text, term } from '../../../texts/text'
import type { Block, Line, Part, Row, Section, Span, Tile } from '../report'
import { countOf, type Source, shown } from '../source'

const headings: Readonly<Record<Severity, Text>> = {
  error: term('Errors'),
  warning: term('Warnings'),
  advice: term('Advice'),
}

/** What one of each is called. */
export const severityWords: Readonly<Record<Severity, Text>> = {
  error: term('Error'),
  warning: term('Warning'),
  advice: term('Advice'),
}

/** The section; waived problems are told in their own. */
export function problemsSection(source: Source, judged: readonly JudgedProblem[]): Section {
  const { words } = source
  const open = counting(judged)
  const parts = severities.flatMap((severity): Part[] => {
    const some = open.filter((problem) => problem.severity === severity)
    if (some.length === 0) return []
    const heading: Line = [{ sign: severity, text: `${words(headings[severity])} (${some.length})` }]
    return [{ block: 'part', heading, blocks: byRule(source, some) }]
  })
  const none: Block = { block: 'paragraph', line: [{ sign: 'ok', text: words('No rule finds anything.') }] }
  return {
    id: 'problems',
    heading: words('Problems'),
    count: open.length,
    blocks: parts.length === 0 ? [none] : parts,
  }
}

function byRule(source: Source, problems: readonly JudgedProblem[]): readonly Part[] {
  const groups = new Map<string, JudgedProblem[]>()
  for (const problem of problems) push(groups, problem.rule, problem)
  return [...groups].map(([rule, found]) => rulePart(source, rule, found))
}

function rulePart(source: Source, id: string, found: readonly JudgedProblem[]): Part {
  const { words } = source
  const rule = ruleOf(id)
  const page = rule?.sources.find(({ ref }) => ref.startsWith('https://'))
  const more: Span[] = page ? [' · ', { link: page.ref, text: words('AWS documentation') }] : []
  return {
    block: 'part',
    isCard: true,
    heading: [words(rule?.title ?? 'What a merge left open')],
    aside: [{ code: id }, ...more],
    blocks: [
      ...(rule ? [{ block: 'paragraph', line: [words(rule.why)] } as const] : []),
      findings(source, found),
    ],
  }
}

function findings(source: Source, found: readonly JudgedProblem[]): Block {
  const { words } = source
  const mends = found.some(({ fix }) => fix !== undefined)
  return {
    block: 'table',
    caption: words('Where it was found'),
    columns: [
      { heading: words('Element'), share: 28 },
      { heading: words('Problem'), share: mends ? 44 : 72 },
      ...(mends ? [{ heading: words('How to mend it'), share: 28 }] : []),
    ],
    rows: found.map((problem): Row => {
      const { fix, expired } = problem
      const over: readonly Line[] = expired ? [[{ sign: 'warning', text: words('Its waiver is over.') }]] : []
      return [
        placeLines(source, problem),
        [[words(problem)], ...over],
        ...(mends ? [[[fix ? words(fix.title) : '–']]] : []),
      ]
    }),
  }
}

/** The element, and the place in it. */
export function placeLines(
  { graph }: Pick<Source, 'graph'>,
  { element, path }: { readonly element: string; readonly path?: string | undefined },
): readonly Line[] {
  const name: Line = [{ strong: shown(nameOf(graph, element)) }]
  return path === undefined || path === '' ? [name] : [name, [{ code: shown(path) }]]
}

/** How many there are, by severity. */
export function problemsTile({ words }: Source, judged: readonly JudgedProblem[]): Tile {
  const open = counting(judged)
  const of = (severity: Severity) => open.filter((problem) => problem.severity === severity).length
  const [errors, warnings, advice] = [of('error'), of('warning'), of('advice')]
  const counts = [
    countOf(errors, term('one error'), say`${errors} errors`),
    countOf(warnings, term('one warning'), say`${warnings} warnings`),
    countOf(advice, term('one piece of advice'), say`${advice} pieces of advice`),
  ]
  return {
    label: words('Problems'),
    value: toText(open.length),
    detail: counts
      .filter((_, i) => [errors, warnings, advice][i] !== 0)
      .map(words)
      .join(', '),
    tone: errors > 0 ? 'error' : warnings > 0 ? 'warning' : advice > 0 ? 'advice' : 'ok',
    to: 'problems',
  }
}
