/** Imports files of any known formats as one design. */
import { type Failure, fail, type Result } from '../basics/result'
import { type Design, emptyDesign } from '../design/design'
import { baseName } from './base-name'
import { type Collector, newCollector, note, whereabouts } from './collect/collector'
import { finish } from './finish'
import type { ImportFormat, ImportOptions, SourceFile } from './format'
import { importFormats } from './registry'
import type { Imported, ImportedFile } from './report'
import { notRecognised } from './unrecognised'

/** The format that recognises a file; undefined when none does. */
export function formatOf(file: SourceFile): ImportFormat | undefined {
  return importFormats.find((format) => format.recognises(file))
}

/**
 * Imports files as one design: a service of one file finds its task definition in another. Each file's format is
 * recognised by its content unless it is given for all. A file that no format recognises is a failure that says what it
 * seems to be; when it was only found in a folder, it is a note.
 */
export function importFiles(
  files: readonly SourceFile[],
  options: ImportOptions & { readonly format?: ImportFormat } = {},
): Result<Imported> {
  const collector = newCollector()
  const groups = new Map<ImportFormat, SourceFile[]>()
  const seen: ImportedFile[] = []
  let unknown: Failure | undefined
  for (const file of files) {
    const format = options.format ?? formatOf(file)
    seen.push({ name: file.name, ...(format ? { format: format.id, title: format.title } : {}) })
    if (format) groups.set(format, [...(groups.get(format) ?? []), file])
    else {
      const failure = notRecognised(file)
      if (!file.found) return fail(failure)
      unknown ??= failure
      note(collector, 'dropped', failure.code, { file: file.name, pointer: '' }, failure.what)
    }
  }
  if (groups.size === 0 && unknown) return fail(unknown)
  const formats = importFormats.filter((format) => groups.has(format))
  for (const format of formats) {
    const read = format.read(collector, groups.get(format) ?? [], options)
    if (!read.ok) return read
  }
  for (const step of collector.later) step()
  const design = designOf(collector, options.name ?? collector.names[0] ?? nameOf(files))
  const { notes, origins, choices, named } = collector
  const report = { files: seen, choices, notes, named: [...named], origins }
  return finish({ design, report }, files[0]?.name)
}

function designOf(collector: Collector, name: string): Design {
  const { elements, connections, members } = collector
  return { ...emptyDesign(name), ...whereabouts(collector), ...members, elements, connections }
}

function nameOf(files: readonly SourceFile[]): string {
  const [first = 'Import', ...more] = files.map((file) => baseName(file.name))
  return more.length > 0 ? `${first} and ${more.length} more` : first
}
