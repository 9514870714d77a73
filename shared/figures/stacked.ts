/** What lies on top of what. Only painting and hitting heed it: places and lines are the same in any order. */
import type { SceneItem } from './places'
import type { Layout } from './view'

/** Siblings from the lowest to the highest: by `z`, then in the order of the design. */
export function inOrder(ids: readonly string[], layout: Layout): readonly string[] {
  const z = (id: string) => layout[id]?.z ?? 0
  if (ids.every((id) => z(id) === 0)) return ids
  return [...ids].sort((a, b) => z(a) - z(b))
}

/** Items, which come depth first, with siblings from the lowest to the highest. */
export function stacked(
  items: readonly SceneItem[],
  byId: ReadonlyMap<string, SceneItem>,
  layout: Layout,
): readonly SceneItem[] {
  if (!items.some(({ id }) => layout[id]?.z)) return items
  const siblings = new Map<string | undefined, string[]>()
  for (const { id, parent } of items) {
    const list = siblings.get(parent)
    if (list) list.push(id)
    else siblings.set(parent, [id])
  }
  const sorted: SceneItem[] = []
  const put = (parent: string | undefined) => {
    for (const id of inOrder(siblings.get(parent) ?? [], layout)) {
      sorted.push(byId.get(id) as SceneItem)
      put(id)
    }
  }
  put(undefined)
  return sorted
}
