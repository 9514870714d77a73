/** The contract of an import format: text from another tool becomes a design, and a report says what became of it. */
import type { Result } from '../basics/result'
import type { Design } from '../design/design'
import type { Text } from '../texts/text'

/** A file as the user knows it; importers get no paths and read nothing by themselves. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/**
 * `mapped`: became an element or a reference. `kept`: stands in the design as it was written, and comes out again, but
 * deserves a look. `dropped`: is not in the design.
 */
export type NoteKind = 'mapped' | 'kept' | 'dropped'

export interface ImportNote {
  readonly kind: NoteKind
  /** A stable word for programs, such as `unknown-member`. */
  readonly code: string
  readonly file: string
  /** JSON pointer into the file. */
  readonly pointer: string
  /** One sentence for people. */
  readonly text: Text
  /** The element that it became or belongs to. */
  readonly element?: string
}

/** Where an element stands in its file: what is at `within` in its spec is at `pointer` there. */
export interface Origin {
  readonly file: string
  readonly pointer: string
  readonly within: string
}

export interface ImportReport {
  /** The format's id. */
  readonly format: string
  /** In the order of the files. */
  readonly notes: readonly ImportNote[]
  /** By element: where the file names it first. */
  readonly origins: Readonly<Record<string, Origin>>
}

export interface Imported {
  readonly design: Design
  readonly report: ImportReport
}

export interface ImportOptions {
  /** The design's name; absent: taken from the content, else from the file. */
  readonly name?: string
}

export interface ImportFormat {
  readonly id: string
  readonly title: string
  /** Decided by the content, never by the file's name. */
  readonly recognises: (file: SourceFile) => boolean
  /** All files become one design. Nothing is dropped without a note; a failure names the first file that can't be used. */
  readonly import: (files: readonly SourceFile[], options?: ImportOptions) => Result<Imported>
}

/** Checks an import format's declaration against the contract. */
export function defineImport(format: ImportFormat): ImportFormat {
  return format
}

/** Where a place in an element's spec stands in the file that it came from. */
export function placeInFile({ pointer, within }: Origin, place: string): string {
  return place.startsWith(within) ? pointer + place.slice(within.length) : pointer
}

/** How many notes of a kind there are. */
export function countNotes(report: ImportReport, kind: NoteKind): number {
  return report.notes.filter((note) => note.kind === kind).length
}
