import type { Report } from './report'

/** For programs. */
export const jsonReport: Report = ({ problems }) => {
  const list = problems.map(({ rule, severity, element, path, message, fix }) => ({
    rule,
    severity,
    element,
    path,
    message,
    ...(fix ? { fix: { title: fix.title } } : {}),
  }))
  return `${JSON.stringify({ problems: list }, null, 2)}\n`
}
