import type { Translate } from '../../../shared/texts/translate'
import type { PlacedProblem, Report } from './report'

/** For programs. With several files each problem names its own. */
export const jsonReport: Report = ({ files, words }) => {
  const several = files.length > 1
  const problems = files.flatMap(({ file, problems }) =>
    problems.map((problem) => ({ ...(several ? { file } : {}), ...plain(problem, words) })),
  )
  return `${JSON.stringify({ problems }, null, 2)}\n`
}

function plain(problem: PlacedProblem, words: Translate): object {
  const { rule, severity, element, path, fix, waiver } = problem
  return {
    rule,
    severity,
    element,
    path,
    message: words(problem),
    ...(fix ? { fix: { title: words(fix.title) } } : {}),
    ...(waiver ? { waiver: { reason: waiver.reason, author: waiver.author, expires: waiver.expires } } : {}),
  }
}
