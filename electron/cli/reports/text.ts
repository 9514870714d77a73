import { severities } from '../../../shared/rules/problem'
import { counting } from '../../../shared/rules/waivers'
import { listed, say, type Text, term } from '../../../shared/texts/text'
import type { Translate } from '../../../shared/texts/translate'
import { count } from '../outcome'
import { type JudgedFile, type Report, waiverInWords } from './report'

/** For people: one paragraph a problem, with a place that terminals and editors turn into a link. */
export const textReport: Report = ({ files, words }) =>
  files.map((file) => fileReport(file, words)).join('\n')

function fileReport({ file, problems }: JudgedFile, words: Translate): string {
  if (problems.length === 0) return `${file}: ${words('no problems')}.\n`
  const paragraphs = problems.map((problem) => {
    const { line, column, rule, element, path, fix } = problem
    const waived = waiverInWords(problem)
    const severity = words(waived ? say`waived ${term(problem.severity)}` : term(problem.severity))
    return [
      `${file}:${line}:${column}: ${severity}: ${words(problem)} [${rule}]`,
      `    ${words(say`at ${element}${path}`)}`,
      ...(waived ? [`    ${words(waived)}`] : fix ? [`    ${words(say`fix: ${fix.title}`)}`] : []),
    ].join('\n')
  })
  return `${paragraphs.join('\n')}\n\n${words(counts(problems))}.\n`
}

function counts(problems: JudgedFile['problems']): Text {
  const open = counting(problems)
  const waived = problems.length - open.length
  const parts = severities.flatMap((severity) => {
    const n = open.filter((problem) => problem.severity === severity).length
    if (n === 0) return []
    return severity === 'advice' ? say`${n} advice` : count(n, severity)
  })
  return listed([...parts, ...(waived > 0 ? [say`${waived} waived`] : [])])
}
