import { severities } from '../../../shared/rules/problem'
import { counting } from '../../../shared/rules/waivers'
import { count } from '../outcome'
import { type JudgedFile, type Report, waiverInWords } from './report'

/** For people: one paragraph a problem, with a place that terminals and editors turn into a link. */
export const textReport: Report = ({ files }) => files.map(fileReport).join('\n')

function fileReport({ file, problems }: JudgedFile): string {
  if (problems.length === 0) return `${file}: no problems.\n`
  const paragraphs = problems.map((problem) => {
    const { line, column, severity, message, rule, element, path, fix } = problem
    const waived = waiverInWords(problem)
    return [
      `${file}:${line}:${column}: ${waived ? 'waived ' : ''}${severity}: ${message} [${rule}]`,
      `    at ${element}${path}`,
      ...(waived ? [`    ${waived}`] : fix ? [`    fix: ${fix.title}`] : []),
    ].join('\n')
  })
  return `${paragraphs.join('\n')}\n\n${counts(problems)}.\n`
}

function counts(problems: JudgedFile['problems']): string {
  const open = counting(problems)
  const waived = problems.length - open.length
  const parts = severities.flatMap((severity) => {
    const n = open.filter((problem) => problem.severity === severity).length
    if (n === 0) return []
    return severity === 'advice' ? `${n} advice` : count(n, severity)
  })
  return [...parts, ...(waived > 0 ? [`${waived} waived`] : [])].join(', ')
}
