import type { Consequence } from '../../shared/consequences/consequence'
import type { Design } from '../../shared/design/design'

/** What the last line changed, part by part. */
export interface Change {
  readonly title: string
  /** The elements that the line connects. */
  readonly ends: readonly string[]
  /** The design as it was before the line. */
  readonly before: Design
  /** The design that the card is about: as soon as it is another one, the card is gone. */
  readonly after: Design
  readonly parts: readonly Consequence[]
  readonly wanted: ReadonlySet<string>
  /** Every change of the card belongs to one undo step. */
  readonly key: string
}

/** Is the card to be seen? With any other edit it is over. */
export function isShown(change: Change | undefined, design: Design): change is Change {
  return change !== undefined && change.after === design
}
