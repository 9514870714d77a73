import { severities } from '../../../shared/rules/problem'
import { count } from '../outcome'
import type { Report } from './report'

/** For people: one paragraph a problem, with a place that terminals and editors turn into a link. */
export const textReport: Report = ({ file, problems }) => {
  if (problems.length === 0) return `${file}: no problems.\n`
  const paragraphs = problems.map(({ line, column, severity, message, rule, element, path, fix }) =>
    [
      `${file}:${line}:${column}: ${severity}: ${message} [${rule}]`,
      `    at ${element}${path}`,
      ...(fix ? [`    fix: ${fix.title}`] : []),
    ].join('\n'),
  )
  const counts = severities.flatMap((severity) => {
    const n = problems.filter((problem) => problem.severity === severity).length
    if (n === 0) return []
    return severity === 'advice' ? `${n} advice` : count(n, severity)
  })
  return `${paragraphs.join('\n')}\n\n${counts.join(', ')}.\n`
}
