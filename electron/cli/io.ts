/** Everything the command line touches outside itself, so that tests run it like a function. */
import type { Result } from '../../shared/basics/result'

export interface Io {
  /** Rejects with Node's errors, whose `code` says why. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  /** Whole or not at all; a device or pipe is written to directly. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
  readonly makeFolder: (path: string) => Promise<void>
  readonly stat: (path: string) => Promise<PathInfo>
  readonly list: (folder: string) => Promise<readonly string[]>
  readonly git: {
    /** What git holds under `REV:PATH`, seen from the present folder. */
    readonly content: (expression: string) => Promise<Result<Uint8Array>>
    /** What a file held when it was last committed. */
    readonly committed: (path: string) => Promise<Result<Uint8Array>>
  }
  readonly stdin: () => Promise<Uint8Array>
  readonly stdout: (content: string | Uint8Array) => void
  readonly stderr: (text: string) => void
  /** The ISO date, for waivers that end. */
  readonly today: () => string
  /** The folder of templates, fonts and icons. */
  readonly assets: string
  readonly version: string
}

export type PathInfo =
  | { readonly is: 'nothing' | 'folder' | 'other' }
  | { readonly is: 'file'; readonly size: number }
