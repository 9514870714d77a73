/** What an import says: which place of which file became what. */
import type { Design } from '../design/design'
import type { Text } from '../texts/text'

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

/** What somebody has to decide, such as the environment whose settings count. */
export interface Choice {
  /** By which `ImportOptions.choices` names it: `environment`. */
  readonly id: string
  readonly label: Text
  readonly options: readonly { readonly id: string; readonly label: Text }[]
  /** The option that this import took. */
  readonly chosen: string
}

export interface ImportedFile {
  readonly name: string
  /** The format's id and title; absent where none was recognised. */
  readonly format?: string
  readonly title?: string
}

export interface ImportReport {
  /** The files, each with the format that it was taken for. */
  readonly files: readonly ImportedFile[]
  readonly choices: readonly Choice[]
  /** In the order of the files. */
  readonly notes: readonly ImportNote[]
  /** Elements that the files only name: their configuration is elsewhere. */
  readonly named: readonly string[]
  /** By element: where the file names it first. */
  readonly origins: Readonly<Record<string, Origin>>
}

export interface Imported {
  readonly design: Design
  readonly report: ImportReport
}

/** Where a place in an element's spec stands in the file that it came from. */
export function placeInFile({ pointer, within }: Origin, place: string): string {
  return place.startsWith(within) ? pointer + place.slice(within.length) : pointer
}

/** How many notes of a kind there are. */
export function countNotes(report: ImportReport, kind: NoteKind): number {
  return report.notes.filter((note) => note.kind === kind).length
}
