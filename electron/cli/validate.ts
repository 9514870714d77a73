/** `fairlead validate`: what AWS would reject, and what the documentation advises against. */
import { Option } from 'commander'
import { severities as all } from '../../shared/rules/problem'
import type { Severity } from '../../shared/rules/rule'
import { validate } from '../../shared/rules/validate'
import { readInput } from './input'
import type { Io } from './io'
import { type AddCommand, type ExitCode, exitCodes, refuse } from './outcome'
import { locate } from './places'
import { githubReport } from './reports/github'
import { jsonReport } from './reports/json'
import type { Report } from './reports/report'
import { sarifReport } from './reports/sarif'
import { textReport } from './reports/text'

const reports = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
} as const satisfies Record<string, Report>

interface Options {
  readonly format: keyof typeof reports
  readonly failOn: Severity
}

/** Adds the subcommand. */
export const addValidate: AddCommand = (program, io, finish) => {
  program
    .command('validate')
    .description('check a design')
    .argument('<file>', 'a design, or a file that can be imported')
    .addOption(
      new Option('--format <format>', 'how to print the problems')
        .choices(Object.keys(reports))
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that exits with 1')
        .choices(all)
        .default('warning'),
    )
    .action(async (path: string, options: Options) => finish(await check(io, path, options)))
}

async function check(io: Io, path: string, { format, failOn }: Options): Promise<ExitCode> {
  const input = await readInput(io, path)
  if (!input.ok) return refuse(io, input.error)
  const { design, file, pointerOf } = input.value
  const placeOf = locate(file.text)
  const problems = validate(design).map((problem) => ({
    ...problem,
    ...placeOf(pointerOf(problem.element, problem.path)),
  }))
  io.stdout(reports[format]({ file: file.name, problems, version: io.version }))
  const failing = all.slice(0, all.indexOf(failOn) + 1)
  return problems.some(({ severity }) => failing.includes(severity)) ? exitCodes.problems : exitCodes.fine
}
