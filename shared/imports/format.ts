/** The contract of an import format: text from another tool becomes a design, and a report says what became of it. */
import type { Result } from '../basics/result'
import type { Collector } from './collect/collector'
import type { HclParser } from './terraform/syntax'

/** A file as the user knows it; importers get no paths and read nothing by themselves. */
export interface SourceFile {
  readonly name: string
  readonly text: string
  /** It was found in a folder, not chosen: when nothing can be made of it, that is a note and no failure. */
  readonly found?: boolean
}

export interface ImportOptions {
  /** The design's name; absent: taken from the content, else from the file. */
  readonly name?: string
  /** By the choice's id. */
  readonly choices?: Readonly<Record<string, string>>
  /** What takes a while to start, and is brought by the caller when it is needed. */
  readonly parsers?: Parsers
}

/** Parsers that are compiled to WebAssembly. */
export interface Parsers {
  /** For Terraform's language. */
  readonly hcl?: HclParser
}

export interface ImportFormat {
  readonly id: string
  readonly title: string
  /** Decided by the content, never by the file's name. */
  readonly recognises: (file: SourceFile) => boolean
  /**
   * Adds what the files say to the design that is being collected; what other formats have added can be referred to.
   * Nothing is dropped without a note; a failure names the file that can't be used.
   */
  readonly read: (collector: Collector, files: readonly SourceFile[], options: ImportOptions) => Result<void>
}

/** Checks an import format's declaration against the contract. */
export function defineImport(format: ImportFormat): ImportFormat {
  return format
}
