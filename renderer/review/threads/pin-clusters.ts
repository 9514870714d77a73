/** Pins that would cover each other become one. Pure. */
import type { Point } from '../../../shared/figures/mark'

export interface Clustered<P> {
  /** Where the first of them stands. */
  readonly at: Point
  readonly pins: readonly P[]
}

/** How large a pin with a count is, in pixels of the screen: closer than that, one would cover the other. */
const PIN = { width: 40, height: 28 }

/**
 * Gathers pins by how close they look at a zoom: each pin joins the first one that it would cover. With a grid of that
 * size only neighbours are compared, however many there are.
 */
export function clustersOf<P extends { readonly at: Point }>(
  pins: readonly P[],
  zoom: number,
): readonly Clustered<P>[] {
  const width = PIN.width / zoom
  const height = PIN.height / zoom
  const cells = new Map<string, { at: Point; pins: P[] }[]>()
  const clusters: { at: Point; pins: P[] }[] = []
  for (const pin of pins) {
    const column = Math.floor(pin.at.x / width)
    const row = Math.floor(pin.at.y / height)
    const near = NEIGHBOURS.flatMap(([dx, dy]) => cells.get(`${column + dx} ${row + dy}`) ?? []).find(
      ({ at }) => Math.abs(at.x - pin.at.x) < width && Math.abs(at.y - pin.at.y) < height,
    )
    if (near) {
      near.pins.push(pin)
      continue
    }
    const cluster = { at: pin.at, pins: [pin] }
    clusters.push(cluster)
    const key = `${column} ${row}`
    cells.set(key, [...(cells.get(key) ?? []), cluster])
  }
  return clusters
}

const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))
