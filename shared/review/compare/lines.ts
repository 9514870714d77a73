/** Lines that came, went or say something else: those that follow from specs, and those that are stored. */
import type { Design } from '../../design/design'
import type { Connection } from '../../graph/connection'
import { graphOf } from '../../graph/graph'

export interface LineChange {
  /** Of the line in `after`; of a removed one in the renamed `before`. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly meaning: string
  /** `changed`: a stored line with another label. */
  readonly status: 'added' | 'removed' | 'changed'
  /** No spec holds it; every other line follows from a field that changed. */
  readonly stored: boolean
  readonly before?: Connection
  readonly after?: Connection
}

/** Removed ones last. */
export function lineChanges(before: Design, after: Design): readonly LineChange[] {
  const old = new Map<string, Connection[]>()
  for (const line of graphOf(before).connections)
    old.set(keyOf(line), [...(old.get(keyOf(line)) ?? []), line])
  const found: LineChange[] = []
  for (const line of graphOf(after).connections) {
    const was = old.get(keyOf(line))?.shift()
    if (!was) found.push({ ...about(line), status: 'added', after: line })
    else if (was.label !== line.label) {
      found.push({ ...about(line), status: 'changed', before: was, after: line })
    }
  }
  for (const line of [...old.values()].flat()) found.push({ ...about(line), status: 'removed', before: line })
  return found
}

/** Containers and volumes change their places in lists, so what tells lines apart is what they say. */
function keyOf({ from, to, meaning, pointer }: Connection): string {
  return `${from} ${meaning} ${to} ${pointer === undefined}`
}

function about({ id, from, to, meaning, pointer }: Connection) {
  return { id, from, to, meaning, stored: pointer === undefined }
}
