import type { ImportOptions, SourceFile } from '../../shared/imports/format'
import type { Imported } from '../../shared/imports/report'

/** What would come of an import. */
export interface ImportPreview {
  readonly files: readonly SourceFile[]
  readonly imported: Imported
  /** What was decided where the files leave a choice. */
  readonly options: ImportOptions
  /** Whether it is meant for the open design, as a paste is. */
  readonly into: boolean
}
