/** The contract of an export format: a design becomes files, and notes say what is still to be done with them. */
import type { Design } from '../design/design'
import type { Text } from '../texts/text'

export interface ExportFile {
  /** A plain file name, valid on every system, unlike every other one of the same export. */
  readonly name: string
  readonly content: string
}

export interface ExportNote {
  /** A stable word for programs, such as `placeholder`. */
  readonly code: string
  /** The file it is about; absent: the whole export. */
  readonly file?: string
  /** JSON pointer into that file. */
  readonly pointer?: string
  /** One sentence for people. */
  readonly text: Text
  readonly element?: string
}

export interface Exported {
  readonly files: readonly ExportFile[]
  readonly notes: readonly ExportNote[]
}

/** What a format is taken for: `infrastructure` is deployed, `containers` run by themselves, `diagram` is looked at. */
export type ExportCategory = 'infrastructure' | 'containers' | 'diagram'

export interface ExportFormat {
  readonly id: string
  readonly title: string
  readonly category: ExportCategory
  /** What the files are called, for help and dialogs: `<family>.json`. */
  readonly fileNames: string
  /** The same design gives the same bytes. */
  readonly export: (design: Design) => Exported
}

/** Checks an export format's declaration against the contract. */
export function defineExport(format: ExportFormat): ExportFormat {
  return format
}
