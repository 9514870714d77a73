import type { Relation } from '../elements/kind'

/** One fact between two elements: derived from a reference in a spec, or stored in `connections`. */
export interface Connection {
  /** Stable: the stored id, or `element#pointer`, with `~n` for further references in the same string. */
  readonly id: string
  /** For a derived one the element that holds the reference. */
  readonly from: string
  readonly to: string
  readonly meaning: string
  /** Where the reference stands in the spec of `from`; absent for a stored connection. */
  readonly pointer?: string
  /** The relation that explains the reference; absent for a stored connection. */
  readonly relation?: Relation
  /** The identifier that the reference asks for; absent for the kind's usual one, and for a stored connection. */
  readonly attribute?: string | undefined
  /** Only for a stored connection. */
  readonly label?: string
}
