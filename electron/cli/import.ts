/** `fairlead import`: files of another tool become a design, and the report says what became of each part. */
import { Option } from 'commander'
import { serialize } from '../../shared/design/serialize'
import { countNotes, type ImportReport, type SourceFile } from '../../shared/imports/format'
import { importFiles } from '../../shared/imports/import-files'
import { importFormats } from '../../shared/imports/registry'
import { readSource } from './input'
import type { Io } from './io'
import { type AddCommand, type ExitCode, exitCodes, refuse } from './outcome'
import { writeOne } from './output'

interface Options {
  readonly from?: string
  readonly output: string
  readonly verbose?: boolean
}

/** Adds the subcommand. */
export const addImport: AddCommand = (program, io, finish) => {
  program
    .command('import')
    .description('make a design of task definitions and other files')
    .argument('<file...>', 'the files; all of them become one design')
    .addOption(
      new Option('--from <format>', 'the format, when it should not be recognised by the content').choices(
        importFormats.map((format) => format.id),
      ),
    )
    .requiredOption('-o, --output <file>', 'the design to write')
    .option('-v, --verbose', 'also report what became an element')
    .action(async (paths: string[], options: Options) => finish(await importAll(io, paths, options)))
}

async function importAll(io: Io, paths: readonly string[], options: Options): Promise<ExitCode> {
  const files: SourceFile[] = []
  for (const path of paths) {
    const file = await readSource(io, path)
    if (!file.ok) return refuse(io, file.error, 'Nothing was written.')
    files.push(file.value)
  }
  const format = importFormats.find(({ id }) => id === options.from)
  const imported = importFiles(files, format ? { format } : {})
  if (!imported.ok) return refuse(io, imported.error, 'Nothing was written.')
  const written = await writeOne(io, options.output, serialize(imported.value.design))
  if (!written.ok) return refuse(io, written.error, 'Nothing was written.')
  io.stderr(reportText(imported.value.report, options.verbose ?? false))
  return exitCodes.fine
}

function reportText(report: ImportReport, verbose: boolean): string {
  const notes = report.notes.filter((note) => verbose || note.kind !== 'mapped')
  const lines = notes.map(
    ({ kind, file, pointer, text }) =>
      `${kind.padEnd(7)} ${file}${pointer === '' ? '' : ` ${pointer}`}: ${text}`,
  )
  const counts = `${countNotes(report, 'mapped')} mapped, ${countNotes(report, 'kept')} kept as written, ${countNotes(report, 'dropped')} dropped`
  return `${[...lines, `Imported: ${counts}.`].join('\n')}\n`
}
