import { isObject } from '../../basics/json'
import type { Element } from '../../design/design'

/** What a task definition came as, when it came without its task level: Terraform wants only the containers. */
export type PartShape = 'containers' | 'container'

/**
 * Is a task definition only the containers that a file held? As long as nothing was added to it, the rest of it is kept
 * elsewhere: it is exported in the same shape, and nothing can be said about what its task level lacks.
 */
export function partShape(element: Element): PartShape | undefined {
  const shape = isObject(element.imported) ? element.imported.shape : undefined
  const containers = element.spec.containerDefinitions
  if (Object.keys(element.spec).length !== 1 || !Array.isArray(containers)) return undefined
  if (shape === 'containers') return 'containers'
  return shape === 'container' && containers.length === 1 ? 'container' : undefined
}
