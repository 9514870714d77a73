import type { Failure } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'

/** What another program made of the document's file. */
export type DiskState =
  | { readonly what: 'changed'; readonly theirs: Design }
  | {
      readonly what: 'unreadable'
      readonly error: Failure
      /** The file could be read, though its content is no design: saving may replace it. */
      readonly replaceable: boolean
    }
  | { readonly what: 'gone' }
