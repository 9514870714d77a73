import { say } from '../../../shared/texts/text'
import { type Report, waiverInWords } from './report'

const LEVELS = { error: 'error', warning: 'warning', advice: 'notice' } as const

/** For GitHub Actions, which shows each line beside the code. A waived problem is a notice. */
export const githubReport: Report = ({ files, words }) =>
  files
    .flatMap(({ file, problems }) =>
      problems.map((problem) => {
        const { severity, line, column, rule, element, fix } = problem
        const waived = waiverInWords(problem)
        const properties = { file, line: String(line), col: String(column), title: rule }
        const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`)
        const rest = waived ?? (fix && say`Fix: ${fix.title}.`)
        const text = `${element}: ${words(problem)}${rest ? ` ${words(rest)}` : ''}`
        return `::${waived ? 'notice' : LEVELS[severity]} ${list.join(',')}::${data(text)}\n`
      }),
    )
    .join('')

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
