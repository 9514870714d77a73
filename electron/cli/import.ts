/** `fairlead import`: files of another tool become a design, and the report says what became of each part. */
import { Option } from 'commander'
import { readBack } from '../../shared/design/file-text'
import type { SourceFile } from '../../shared/imports/format'
import { importFiles } from '../../shared/imports/import-files'
import { importFormats } from '../../shared/imports/registry'
import { countNotes, type ImportReport } from '../../shared/imports/report'
import { say } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'
import { readSource } from './input'
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
  readonly verbose?: boolean
}

/** Adds the subcommand. */
export const addImport: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('import')
    .description(words('make a design of task definitions and other files'))
    .argument('<file...>', words('the files; all of them become one design'))
    .addOption(
      new Option(
        '--from <format>',
        words('the format, when it should not be recognised by the content'),
      ).choices(importFormats.map((format) => format.id)),
    )
    .requiredOption('-o, --output <file>', words('the design to write'))
    .option('-v, --verbose', words('also report what became an element'))
    .addOption(languageOption(words))
    .action(async (paths: string[], options: Options) => finish(await importAll(out, paths, options)))
}

async function importAll(out: Speaker, paths: readonly string[], options: Options): Promise<ExitCode> {
  const { io } = out
  const files: SourceFile[] = []
  for (const path of paths) {
    const file = await readSource(io, path)
    if (!file.ok) return refuse(out, file.error, NOTHING_WRITTEN)
    files.push(file.value)
  }
  const format = importFormats.find(({ id }) => id === options.from)
  const imported = importFiles(files, format ? { format } : {})
  if (!imported.ok) return refuse(out, imported.error, NOTHING_WRITTEN)
  const text = readBack(imported.value.design)
  if (!text.ok) return refuse(out, text.error, NOTHING_WRITTEN)
  const written = await writeOne(io, options.output, text.value)
  if (!written.ok) return refuse(out, written.error, NOTHING_WRITTEN)
  io.stderr(reportText(imported.value.report, options.verbose ?? false, out.words))
  return exitCodes.fine
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
  return `${[...lines, counts].join('\n')}\n`
}
