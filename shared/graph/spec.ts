import type { z } from 'zod'
import type { Kind } from '../elements/kind'
import { viewOf } from '../elements/view'
import type { Graph } from './graph'

/** The spec of an element as its kind's schema sees it; undefined when there is no such element of that kind. */
export function specOf<Shape extends z.ZodObject>(
  graph: Graph,
  kind: Kind<Shape>,
  id: string | undefined,
): z.output<Shape> | undefined {
  const element = id === undefined ? undefined : graph.element(id)
  return element?.kind === kind.kind ? viewOf(kind, element.spec).spec : undefined
}
