/** `fairlead export`: files that other tools take, and pictures. */
import { Option } from 'commander'
import { type Failure, ok, type Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import type { ExportNote } from '../../shared/exports/format'
import { exportFormats } from '../../shared/exports/registry'
import { conflictProblems } from '../../shared/merge/conflict-problems'
import type { PictureFormat } from '../../shared/pictures/picture'
import { reportFormats } from '../../shared/review/report/formats'
import { validateOnce } from '../../shared/rules/validate'
import { counting, type JudgedProblem, judge } from '../../shared/rules/waivers'
import { inWords, say } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'
import { readInput } from './input'
import { languageOption } from './language'
import {
  type AddCommand,
  count,
  type ExitCode,
  exitCodes,
  NOTHING_WRITTEN,
  refuse,
  type Speaker,
  word,
} from './outcome'
import { type OutputFile, writeAll } from './output'
import { addPictureOptions, type GivenPictureOptions, pictureOptions } from './picture-options'
import { makePicture } from './pictures'
import { dateOption, makeReportFile, reportAskedFor } from './report'

interface Options extends GivenPictureOptions {
  readonly to: string
  readonly output: string
  readonly strict?: boolean
  readonly date?: string
  readonly prices?: string
  readonly lang: string
}

const pictureFormats: readonly PictureFormat[] = ['svg', 'png', 'pdf']
const formats = [...exportFormats.map(({ id }) => id), ...pictureFormats, ...reportFormats]

/** Adds the subcommand. */
export const addExport: AddCommand = (program, out, finish) => {
  const { words } = out
  const command = program
    .command('export')
    .description(words('write task definitions, pictures and review reports'))
    .argument('<file>', words('a design, or a file that can be imported'))
    .addOption(new Option('--to <format>', words('what to write')).choices(formats).makeOptionMandatory())
    .requiredOption('-o, --output <path>', words('a file, or a folder for several'))
  addPictureOptions(command, words)
    .addOption(dateOption(words))
    .option('--prices <file>', words('a table of prices that count before those of the app'))
    .option('--strict', words('write nothing when the design has errors'))
    .addOption(languageOption(words))
    .action(async (path: string, options: Options) => finish(await exportTo(out, path, options)))
}

async function exportTo(speaker: Speaker, path: string, options: Options): Promise<ExitCode> {
  const { date } = options
  const out = date === undefined ? speaker : { ...speaker, io: { ...speaker.io, today: () => date } }
  const { io, words } = out
  const input = await readInput(io, path)
  if (!input.ok) return refuse(out, input.error, NOTHING_WRITTEN)
  const {
    design,
    files: [file],
  } = input.value
  if (nameErrors(out, design) > 0 && options.strict) {
    io.stderr(`${words(NOTHING_WRITTEN)}\n`)
    return exitCodes.problems
  }
  const strangers = (options.select ?? []).filter((id) => !Object.hasOwn(design.elements, id))
  if (strangers.length > 0) return refuse(out, noSuchElements(file.name, strangers), NOTHING_WRITTEN)
  const made = await filesFor(out, design, options)
  if (!made.ok) return refuse(out, made.error, NOTHING_WRITTEN)
  const { files, notes } = made.value
  if (files.length === 0) {
    const what = notes[0]?.text ?? 'There is nothing to write.'
    return refuse(out, { code: 'nothing', file: file.name, what, mend: 'Add one, or choose another format.' })
  }
  const written = await writeAll(io, options.output, files)
  if (!written.ok) return refuse(out, written.error)
  io.stderr(notes.map((note) => noteText(note, words)).join(''))
  return exitCodes.fine
}

/** Names the errors that go out with the export, and how many of them nobody waived. */
function nameErrors({ io, words }: Speaker, design: Design): number {
  const judged = [
    ...conflictProblems(design),
    ...judge(validateOnce(design), design.waivers, io.today()),
  ] as readonly JudgedProblem[]
  const errors = judged.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return 0
  const open = counting(errors)
  const list = errors.map((problem) => {
    const { element, path, rule, waiver } = problem
    const kind = word(words, waiver ? 'waived' : 'error').padEnd(7)
    return `${kind} ${element}${path}: ${words(problem)} [${rule}]\n`
  })
  const waived = errors.length - open.length
  const counts = [count(open.length, 'error'), ...(waived > 0 ? [count(waived, 'waived error')] : [])]
  io.stderr(`${list.join('')}${words(say`The design has ${inWords(counts, 'and')}.`)}\n`)
  return open.length
}

interface Made {
  readonly files: readonly OutputFile[]
  readonly notes: readonly ExportNote[]
}

async function filesFor(out: Speaker, design: Design, options: Options): Promise<Result<Made>> {
  const picture = pictureFormats.find((format) => format === options.to)
  if (picture !== undefined) {
    const wanted = pictureOptions(options, picture)
    const drawn = await makePicture({ ...out, language: options.lang }, picture, design, wanted)
    return drawn.ok ? ok({ files: [drawn.value], notes: drawn.value.notes }) : drawn
  }
  const report = reportAskedFor(options.to, options.output)
  if (report !== undefined) {
    const made = await makeReportFile({ ...out, language: options.lang }, report, design, {
      ...(options.page === 'fit' ? {} : { paper: options.page }),
      ...(options.prices === undefined ? {} : { prices: options.prices }),
    })
    return made.ok ? ok({ files: [made.value], notes: made.value.notes }) : made
  }
  const format = exportFormats.find(({ id }) => id === options.to)
  return ok(format?.export(design) ?? { files: [], notes: [] })
}

function noSuchElements(file: string, ids: readonly string[]): Failure {
  const what =
    ids.length === 1
      ? say`The design has no element “${ids[0] ?? ''}”.`
      : say`The design has no elements ${inWords(ids, 'or')}.`
  return { code: 'no-element', file, what, mend: 'Name ids of elements as they stand in the design.' }
}

function noteText({ file, pointer, text }: ExportNote, words: Translate): string {
  const place = [file, pointer].filter(Boolean).join(' ')
  return `${word(words, 'note').padEnd(7)} ${place === '' ? '' : `${place}: `}${words(text)}\n`
}
