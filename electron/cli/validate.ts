/** `fairlead validate`: what AWS would reject, and what the documentation advises against. */
import { Option } from 'commander'
import { conflictProblems } from '../../shared/merge/conflict-problems'
import { severities as all } from '../../shared/rules/problem'
import type { Severity } from '../../shared/rules/rule'
import { validateOnce } from '../../shared/rules/validate'
import { counting, judge } from '../../shared/rules/waivers'
import { type Input, readInput } from './input'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, refuse, type Speaker } from './outcome'
import { locate } from './places'
import { githubReport } from './reports/github'
import { jsonReport } from './reports/json'
import { junitReport } from './reports/junit'
import type { JudgedFile, Report } from './reports/report'
import { sarifReport } from './reports/sarif'
import { textReport } from './reports/text'

const reports = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  junit: junitReport,
} as const satisfies Record<string, Report>

interface Options {
  readonly format: keyof typeof reports
  readonly failOn: Severity
}

/** Adds the subcommand. */
export const addValidate: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('validate')
    .description(words('check designs, and files that can be imported'))
    .argument('<file...>', words('a design, or a file that can be imported'))
    .addOption(
      new Option('--format <format>', words('how to print the problems'))
        .choices(Object.keys(reports))
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', words('the least severity that exits with 1'))
        .choices(all)
        .default('warning'),
    )
    .addOption(languageOption(words))
    .action(async (paths: readonly string[], options: Options) => finish(await check(out, paths, options)))
}

async function check(out: Speaker, paths: readonly string[], options: Options): Promise<ExitCode> {
  const { format, failOn } = options
  const { io } = out
  const files: JudgedFile[] = []
  // All or nothing: a report that lacks a file would look like one without problems.
  for (const path of paths) {
    const input = await readInput(io, path)
    if (!input.ok) return refuse(out, input.error)
    files.push(...judged(input.value, io.today()))
  }
  const failing = all.slice(0, all.indexOf(failOn) + 1)
  io.stdout(reports[format]({ files, failing, version: io.version, words: out.words }))
  const failed = files.some(({ problems }) =>
    counting(problems).some(({ severity }) => failing.includes(severity)),
  )
  return failed ? exitCodes.problems : exitCodes.fine
}

/** Every file with the problems that have their place in it. */
function judged({ design, files, placeOf }: Input, today: string): readonly JudgedFile[] {
  const [first] = files
  const locators = new Map(files.map(({ name, text }) => [name, locate(text)]))
  const at = (file: string, pointer: string) => ({ file, place: locators.get(file)?.(pointer) })
  const open = conflictProblems(design).map((problem) => ({
    problem,
    ...at(first.name, `/conflicts/${problem.conflict}`),
  }))
  const problems = judge(validateOnce(design), design.waivers, today).map((problem) => {
    const { file, pointer } = placeOf(problem.element, problem.path)
    return { problem, ...at(file, pointer) }
  })
  const all = [...open, ...problems]
  return files.map(({ name }) => ({
    file: name,
    problems: all.flatMap(({ file, problem, place }) =>
      file === name ? [{ ...problem, ...(place ?? START) }] : [],
    ),
  }))
}

const START = { line: 1, column: 1 }
