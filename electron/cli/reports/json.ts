import type { PlacedProblem, Report } from './report'

/** For programs. With several files each problem names its own. */
export const jsonReport: Report = ({ files }) => {
  const several = files.length > 1
  const problems = files.flatMap(({ file, problems }) =>
    problems.map((problem) => ({ ...(several ? { file } : {}), ...plain(problem) })),
  )
  return `${JSON.stringify({ problems }, null, 2)}\n`
}

function plain({ rule, severity, element, path, message, fix, waiver }: PlacedProblem): object {
  return {
    rule,
    severity,
    element,
    path,
    message,
    ...(fix ? { fix: { title: fix.title } } : {}),
    ...(waiver ? { waiver: { reason: waiver.reason, author: waiver.author, expires: waiver.expires } } : {}),
  }
}
