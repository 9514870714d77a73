/** What lies on top of what. Only painting and hitting heed it: places and lines are the same in any order. */
import type { SceneItem } from './places'
import type { Layout } from './view'

/** Siblings from the lowest to the highest: by `z`, then in the order of the design. */
export function inOrder(ids: readonly string[], layout: Layout): readonly string[] {
  const z = (id: string) => layout[id]?.z ?? 0
  if (ids.every((id) => z(id) === 0)) return ids
  return [...ids].sort((a, b) => z(a) - z(b))
}

/**
 * Items, which come depth first, with siblings from the lowest to the highest. What is in the hand comes last, with all
 * that is in it, or it would go under the frames that it is dragged over.
 */
export function stacked(
  items: readonly SceneItem[],
  byId: ReadonlyMap<string, SceneItem>,
  layout: Layout,
  floating: ReadonlySet<string>,
): readonly SceneItem[] {
  return lifted(inLayers(items, byId, layout), floating)
}

function lifted(items: readonly SceneItem[], floating: ReadonlySet<string>): readonly SceneItem[] {
  if (floating.size === 0) return items
  const held = new Set<string>()
  for (const { id, parent } of items) {
    if (floating.has(id) || (parent !== undefined && held.has(parent))) held.add(id)
  }
  return [...items.filter(({ id }) => !held.has(id)), ...items.filter(({ id }) => held.has(id))]
}

function inLayers(
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
