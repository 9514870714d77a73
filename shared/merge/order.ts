/** The order of what two sides made of one list or object. */

/**
 * All keys of both sides. Who moved keys about since the base leads, ours when both or neither did; what only the other
 * side has comes after what it stands behind there. Keys that neither side kept are for the caller to leave out.
 */
export function mergedOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const oursLeads = reordered(base, ours) || !reordered(base, theirs)
  const [lead, other] = oursLeads ? [ours, theirs] : [theirs, ours]
  const inLead = new Set(lead)
  const inOther = new Set(other)
  const followers = new Map<string | undefined, string[]>()
  let anchor: string | undefined
  for (const key of other) {
    if (inLead.has(key)) anchor = key
    else {
      const behind = followers.get(anchor)
      if (behind) behind.push(key)
      else followers.set(anchor, [key])
    }
  }
  const order: string[] = []
  let waiting = followers.get(undefined) ?? []
  for (const key of lead) {
    if (inOther.has(key)) {
      order.push(...waiting)
      waiting = followers.get(key) ?? []
    }
    order.push(key)
  }
  return [...order, ...waiting]
}

function reordered(base: readonly string[], side: readonly string[]): boolean {
  const inBase = new Set(base)
  const inSide = new Set(side)
  const kept = base.filter((key) => inSide.has(key))
  return side.filter((key) => inBase.has(key)).some((key, i) => key !== kept[i])
}
