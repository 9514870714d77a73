/** `fairlead diff`: what differs between two designs in what they mean, not in how they are written. */
import { Option } from 'commander'
import { describeFailure, type Failure, ok, type Result } from '../../shared/basics/result'
import type { Comparison } from '../../shared/review/compare/comparison'
import { compareDesigns, looksTheSame, meansTheSame } from '../../shared/review/compare/comparison'
import { compareSides } from '../../shared/review/compare/deployed/deployed'
import { comparisonMarkdown } from '../../shared/review/compare/markdown'
import { say } from '../../shared/texts/text'
import { costChange } from './cost-change'
import { fileNameOf, readInput } from './input'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, refuse, type Speaker } from './outcome'
import { writeOne } from './output'
import { addDrawingOptions } from './picture-options'
import { makeComparisonPicture } from './pictures'
import { readDesignFile } from './read-design'
import type { DiffInput, DiffReport } from './reports/diff'
import { jsonDiff } from './reports/diff-json'
import { textDiff } from './reports/diff-text'

const reports: Readonly<Record<string, DiffReport>> = {
  text: textDiff,
  json: jsonDiff,
  markdown: ({ comparison, cost, ...options }) =>
    comparisonMarkdown(comparison, { ...options, ...(cost && { cost: cost.text }) }),
}

const pictures = ['svg', 'png'] as const

interface Options {
  readonly format: string
  readonly output: string
  readonly theme: 'light' | 'dark' | 'auto'
  readonly scale?: number
  readonly layout?: boolean
  readonly git?: boolean
  readonly lang: string
}

/** Adds the subcommand. */
export const addDiff: AddCommand = (program, out, finish) => {
  const { words } = out
  const command = program
    .command('diff')
    .description(words('say what differs between two designs'))
    .argument(
      '<file...>',
      words('the old design and the new one; one alone is compared with its last commit'),
    )
    .addOption(
      new Option('--format <format>', words('how to print the differences'))
        .choices([...Object.keys(reports), ...pictures])
        .default('text'),
    )
    .option('-o, --output <path>', words('a file; standard output when left out'), '-')
    .option('--layout', words('also name what is only drawn elsewhere'))
  addDrawingOptions(command, words)
    .option('--git', words('take the arguments that git gives to a diff command'))
    .addOption(languageOption(words))
    .action(async (files: readonly string[], options: Options) =>
      finish(await (options.git ? gitDiff(out, files, options) : diff(out, files, options))),
    )
}

async function diff(out: Speaker, files: readonly string[], options: Options): Promise<ExitCode> {
  const [old, next = old] = files
  if (old === undefined || next === undefined || files.length > 2 || files.join() === '-')
    return refuse(out, NOT_TWO)
  const before = await readInput(out.io, old, { committed: files.length === 1 })
  if (!before.ok) return refuse(out, before.error)
  const after = await readInput(out.io, next)
  if (!after.ok) return refuse(out, after.error)
  const comparison = compareSides(before.value, after.value)
  const names = [old, next].map(fileNameOf)
  const title = names[0] === names[1] ? (names[0] ?? '') : names.join(' → ')
  const made = await contentOf(out, { comparison, title }, options)
  const written = made.ok ? await writeOne(out.io, options.output, made.value) : made
  if (!written.ok) return refuse(out, written.error)
  return isSame(comparison, options) ? exitCodes.fine : exitCodes.problems
}

function isSame(comparison: Comparison, { layout = false }: Options): boolean {
  return meansTheSame(comparison) && (!layout || looksTheSame(comparison))
}

const NOT_TWO: Failure = {
  code: 'two-files',
  what: 'A comparison takes two designs.',
  mend: 'Name the old one and the new one, or one that is in git.',
}

type Told = Pick<DiffInput, 'comparison' | 'title' | 'cost'>

async function contentOf(
  out: Speaker,
  { comparison, title }: Told,
  options: Options,
): Promise<Result<string | Uint8Array>> {
  const { format, layout = false, theme, scale, lang } = options
  const picture = pictures.find((one) => one === format)
  if (picture === undefined) {
    const cost = await costChange(out.io, comparison)
    return ok(reportOf(out, { comparison, title, ...(cost && { cost }) }, options))
  }
  const wanted = { theme, layout, ...(scale === undefined ? {} : { scale }) }
  const drawn = await makeComparisonPicture({ ...out, language: lang }, picture, comparison, wanted)
  return drawn.ok ? ok(drawn.value.content) : drawn
}

function reportOf({ io, words }: Speaker, told: Told, { format, layout = false }: Options): string {
  return (reports[format] ?? textDiff)({ ...told, layout, words, today: io.today() })
}

/**
 * As git calls an external diff: path, then file, hash and mode of the old and the new state. The exit code is 0 whatever
 * is found, or git would stop with an error.
 * https://git-scm.com/docs/git#Documentation/git.txt-codeGITEXTERNALDIFFcode
 */
async function gitDiff(out: Speaker, files: readonly string[], options: Options): Promise<ExitCode> {
  const { io, words } = out
  const [path = '', old, , , next] = files
  if (path === '') return refuse(out, NOT_TWO)
  io.stdout(`${words(say`Design ${path}`)}\n`)
  if (old === undefined || next === undefined) {
    io.stdout(`${words('It is not merged yet.')}\n`)
    return exitCodes.fine
  }
  const before = await readDesignFile(io, old, { name: path, mayBeEmpty: true })
  const after = await readDesignFile(io, next, { name: path, mayBeEmpty: true })
  if (before.ok && after.ok) {
    const comparison = compareDesigns(before.value.design, after.value.design)
    io.stdout(reportOf(out, { comparison, title: path }, options))
  } else {
    for (const read of [before, after]) if (!read.ok) io.stdout(`${describeFailure(read.error, words)}\n`)
  }
  return exitCodes.fine
}
