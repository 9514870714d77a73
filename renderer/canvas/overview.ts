import { detailAt } from '../../shared/figures/paint-canvas'

/** Is the drawing so far away that one canvas shows it instead of the nodes? Reads React Flow's state. */
export function isOverview({
  transform,
}: {
  readonly transform: readonly [number, number, number]
}): boolean {
  return detailAt(transform[2]) !== 'full'
}
