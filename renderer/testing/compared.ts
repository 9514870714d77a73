/** Two states of a design for tests: something came, went, changed and moved between them. */
import type { Design } from '../../shared/design/design'
import { edit } from '../../shared/design/edit'
import { shop } from '../../shared/testing/drawings'

/** Every element at a place of its own. */
export const before: Design = {
  ...shop,
  layout: Object.fromEntries(
    Object.keys(shop.elements).map((id, i) => [id, { x: (i % 6) * 400, y: Math.floor(i / 6) * 300 }]),
  ),
}

/** A queue came, a table went, an image and a size changed, a log group moved, and a line says something else. */
export const after: Design = edit(before, (draft) => {
  draft.elements.events = { kind: 'sqs-queue', spec: { QueueName: 'events' } }
  draft.layout.events = { x: 0, y: 2400 }
  delete draft.elements.table
  delete draft.layout.table
  delete draft.connections.writes
  const { spec } = draft.elements['orders-task'] ?? { spec: {} }
  spec.cpu = '2048'
  const [api] = spec.containerDefinitions as { image: string }[]
  if (api) api.image = '@{orders-repo.uri}:1.5.0'
  draft.layout.log = { x: 2000, y: 40 }
  const { visits } = draft.connections
  if (visits) visits.label = 'HTTP/3'
}).design
