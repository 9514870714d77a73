import type { Element } from '../../design/design'
import { partShape } from '../../elements/parts/imported-shape'
import { isAbsent } from '../reading'

/**
 * Can anything be said about what a task definition lacks? Not while it stands for one that is registered already, with
 * nothing drawn but its name, nor while a file held only its containers.
 */
export function isDrawnWhole(element: Element): boolean {
  if (partShape(element) !== undefined) return false
  return isAbsent(element.existing) || !isAbsent(element.spec.containerDefinitions)
}
