/** `fairlead export`: files that other tools take, and pictures. */
import { InvalidArgumentError, Option } from 'commander'
import type { Design } from '../../shared/design/design'
import type { ExportNote } from '../../shared/exports/format'
import { exportFormats } from '../../shared/exports/registry'
import type { Theme } from '../../shared/figures/tokens'
import { conflictProblems } from '../../shared/merge/conflict-problems'
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
import { pngPicture, svgPicture } from './pictures'

interface Options {
  readonly to: string
  readonly output: string
  readonly theme: Theme
  readonly scale?: number
  readonly strict?: boolean
}

/** PNG is made here, not in the core: it needs resvg. */
const formats = [...exportFormats.map(({ id }) => id), 'png']

/** Adds the subcommand. */
export const addExport: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('export')
    .description(words('write task definitions and pictures'))
    .argument('<file>', words('a design, or a file that can be imported'))
    .addOption(new Option('--to <format>', words('what to write')).choices(formats).makeOptionMandatory())
    .requiredOption('-o, --output <path>', words('a file, or a folder for several'))
    .addOption(
      new Option('--theme <theme>', words('of a picture')).choices(['light', 'dark']).default('light'),
    )
    .option(
      '--scale <factor>',
      words('pixels per unit of a picture; 1 for SVG and 2 for PNG when left out'),
      (text) => parseScale(text, words),
    )
    .option('--strict', words('write nothing when the design has errors'))
    .addOption(languageOption(words))
    .action(async (path: string, options: Options) => finish(await exportTo(out, path, options)))
}

async function exportTo(out: Speaker, path: string, options: Options): Promise<ExitCode> {
  const { io, words } = out
  const input = await readInput(io, path)
  if (!input.ok) return refuse(out, input.error, NOTHING_WRITTEN)
  const { design, file } = input.value
  if (nameErrors(out, design) > 0 && options.strict) {
    io.stderr(`${words(NOTHING_WRITTEN)}\n`)
    return exitCodes.problems
  }
  const { files, notes } = await filesFor(out, design, options)
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

async function filesFor(
  { io, words }: Speaker,
  design: Design,
  { to, theme, scale }: Options,
): Promise<Made> {
  const options = { theme, say: words }
  if (to === 'svg')
    return { files: [await svgPicture(io, design, { ...options, scale: scale ?? 1 })], notes: [] }
  if (to === 'png')
    return { files: [await pngPicture(io, design, { ...options, scale: scale ?? 2 })], notes: [] }
  return exportFormats.find(({ id }) => id === to)?.export(design) ?? { files: [], notes: [] }
}

const LARGEST_SCALE = 8

function parseScale(text: string, words: Translate): number {
  const scale = Number(text)
  if (text.trim() !== '' && scale > 0 && scale <= LARGEST_SCALE) return scale
  throw new InvalidArgumentError(words(say`It is a number above 0, at most ${LARGEST_SCALE}.`))
}

function noteText({ file, pointer, text }: ExportNote, words: Translate): string {
  return `${word(words, 'note').padEnd(7)} ${[file, pointer].filter(Boolean).join(' ')}: ${words(text)}\n`
}
