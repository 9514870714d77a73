/** Ways from one element to another: among siblings as one reads, and along lines. Pure. */
import type { Rect } from '../../shared/figures/mark'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { figureOfElement } from './hit'

/** The elements directly in a frame, or on the canvas, row by row and each row from the left. */
export function inReadingOrder(scene: Scene, frame: string | undefined): readonly SceneItem[] {
  const rest = scene.items.filter(({ parent }) => parent === frame).sort((a, b) => a.rect.y - b.rect.y)
  const rows: SceneItem[][] = []
  for (const item of rest) {
    const first = rows.at(-1)?.[0]
    // What begins above the middle of a row's first element stands in that row.
    if (first && item.rect.y < first.rect.y + first.rect.height / 2) rows.at(-1)?.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.rect.x - b.rect.x))
}

export type Direction = 'left' | 'right' | 'up' | 'down'

const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** The element at the other end of a line that leads in a direction: the one that lies straightest, then nearest. */
export function alongLine(scene: Scene, id: string, direction: Direction): string | undefined {
  const from = scene.byId.get(id)
  if (!from) return undefined
  return inDirection(from.rect, neighbours(scene, from), direction)
}

/** Of some rectangles the one in a direction: the one that lies straightest, then nearest. */
export function inDirection(
  from: Rect,
  others: readonly { readonly id: string; readonly rect: Rect }[],
  direction: Direction,
): string | undefined {
  const [dx, dy] = VECTORS[direction]
  const here = middle(from)
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of others) {
    const there = middle(other.rect)
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy
    const beside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx)
    // Within 45° of the direction, or nothing would be reachable; beyond that it is another direction's.
    if (along <= 0 || beside > along) continue
    const far = along + 2 * beside
    if (far >= least) continue
    least = far
    best = other.id
  }
  return best
}

/** The elements with figures at the other ends of an element's lines; lines of its rows count as its own. */
function neighbours(scene: Scene, from: SceneItem): readonly SceneItem[] {
  const mine = namesOf(from)
  const ids = scene.lines.flatMap((line) => {
    const [a, b] = [mine.has(line.from), mine.has(line.to)]
    if (a === b) return []
    return [a ? line.to : line.from]
  })
  return [...new Set(ids)].flatMap((id) => figureOfElement(scene, id) ?? [])
}

function namesOf({ id, figure }: SceneItem): ReadonlySet<string> {
  return new Set([id, ...figure.rows.flatMap((row) => row.element ?? [])])
}

function middle({ x, y, width, height }: Rect): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 }
}
