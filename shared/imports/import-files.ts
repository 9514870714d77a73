/** Imports files of any known format. */
import type { Result } from '../basics/result'
import { finish } from './finish'
import type { Imported, ImportFormat, ImportOptions, SourceFile } from './format'
import { importFormats } from './registry'
import { taskDefinitionImport } from './task-definition'

/** The format that recognises every one of the files; undefined when none does. */
export function formatOf(files: readonly SourceFile[]): ImportFormat | undefined {
  return importFormats.find((format) => files.every((file) => format.recognises(file)))
}

/**
 * Imports files, all of them or none. The format is recognised by their content unless it is given; files that no format
 * recognises go to the task definition's importer, whose message says what is wrong with them.
 */
export function importFiles(
  files: readonly SourceFile[],
  options?: ImportOptions & { readonly format?: ImportFormat },
): Result<Imported> {
  const format = options?.format ?? formatOf(files) ?? taskDefinitionImport
  const imported = format.import(files, options)
  return imported.ok ? finish(imported.value, files[0]?.name) : imported
}
