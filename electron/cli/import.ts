/** `fairlead import`: files of another tool become a design, and the report says what became of each part. */
import { InvalidArgumentError, Option } from 'commander'
import { ok, type Result } from '../../shared/basics/result'
import { readBack } from '../../shared/design/file-text'
import { parseDesign } from '../../shared/design/serialize'
import type { SourceFile } from '../../shared/imports/format'
import { importFiles } from '../../shared/imports/import-files'
import { mergeImported } from '../../shared/imports/merge-into'
import { importFormats } from '../../shared/imports/registry'
import { countNotes, type Imported, type ImportReport } from '../../shared/imports/report'
import { say } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'
import { parsersFor } from '../parsers/hcl'
import { readSource, readSources } from './input'
import type { Io } from './io'
import { languageOption } from './language'
import {
  type AddCommand,
  type ExitCode,
  exitCodes,
  NOTHING_WRITTEN,
  refuse,
  type Speaker,
  word,
} from './outcome'
import { writeOne } from './output'

interface Options {
  readonly from?: string
  readonly output: string
  readonly into?: string
  readonly choose?: Readonly<Record<string, string>>
  readonly verbose?: boolean
}

/** Adds the subcommand. */
export const addImport: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('import')
    .description(words('make a design of files of other tools'))
    .argument('<file...>', words('files and folders; all of them become one design'))
    .addOption(
      new Option(
        '--from <format>',
        words('the format, when it should not be recognised by the content'),
      ).choices(importFormats.map((format) => format.id)),
    )
    .requiredOption('-o, --output <file>', words('the design to write'))
    .option('--into <design>', words('a design that the import joins: what both have is brought up to date'))
    .option(
      '--choose <choice=option>',
      words('decides where the files leave a choice, such as environment=prod'),
      (text: string, before: Readonly<Record<string, string>> = {}) => withChoice(before, text, words),
    )
    .option('-v, --verbose', words('also report what became an element'))
    .addOption(languageOption(words))
    .action(async (paths: string[], options: Options) => finish(await importAll(out, paths, options)))
}

async function importAll(out: Speaker, paths: readonly string[], options: Options): Promise<ExitCode> {
  const { io } = out
  const files: SourceFile[] = []
  for (const path of paths) {
    const sources = await readSources(io, path)
    if (!sources.ok) return refuse(out, sources.error, NOTHING_WRITTEN)
    files.push(...sources.value)
  }
  const format = importFormats.find(({ id }) => id === options.from)
  const imported = importFiles(files, {
    ...(format ? { format } : {}),
    ...(options.choose ? { choices: options.choose } : {}),
    parsers: await parsersFor(files),
  })
  if (!imported.ok) return refuse(out, imported.error, NOTHING_WRITTEN)
  const merged = await joined(io, imported.value, options.into)
  if (!merged.ok) return refuse(out, merged.error, NOTHING_WRITTEN)
  const { design, report } = merged.value
  const text = readBack(design)
  if (!text.ok) return refuse(out, text.error, NOTHING_WRITTEN)
  const written = await writeOne(io, options.output, text.value)
  if (!written.ok) return refuse(out, written.error, NOTHING_WRITTEN)
  io.stderr(reportText(report, options.verbose ?? false, out.words))
  return exitCodes.fine
}

/** The imported design, or the named one with the import in it. */
async function joined(io: Io, imported: Imported, into: string | undefined): Promise<Result<Imported>> {
  if (into === undefined) return ok(imported)
  const source = await readSource(io, into)
  if (!source.ok) return source
  const open = parseDesign(source.value.text, source.value.name)
  if (!open.ok) return open
  const { design, notes } = mergeImported(open.value, imported)
  return ok({ design, report: { ...imported.report, notes: [...imported.report.notes, ...notes] } })
}

function withChoice(
  before: Readonly<Record<string, string>>,
  text: string,
  words: Translate,
): Readonly<Record<string, string>> {
  const [, choice, option] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (choice !== undefined && option !== undefined) return { ...before, [choice]: option }
  throw new InvalidArgumentError(words('Write it as choice=option, such as environment=prod.'))
}

function reportText(report: ImportReport, verbose: boolean, words: Translate): string {
  const notes = report.notes.filter((note) => verbose || note.kind !== 'mapped')
  const lines = notes.map(
    ({ kind, file, pointer, text }) =>
      `${word(words, kind).padEnd(7)} ${file}${pointer === '' ? '' : ` ${pointer}`}: ${words(text)}`,
  )
  const counts = words(
    say`Imported: ${countNotes(report, 'mapped')} mapped, ${countNotes(report, 'kept')} kept as written, ${countNotes(report, 'dropped')} dropped.`,
  )
  return `${[...lines, ...choicesText(report, words), counts].join('\n')}\n`
}

/** What was decided, and how to decide otherwise. */
function choicesText({ choices }: ImportReport, words: Translate): string[] {
  return choices.map(({ id, options, chosen }) =>
    words(
      say`Decided: ${id}=${chosen}. Others by --choose: ${options
        .filter((option) => option.id !== chosen)
        .map((option) => `${id}=${option.id}`)
        .join(', ')}.`,
    ),
  )
}
