import { expect, it } from 'vitest'
import type { ElkNode } from '../../shared/layout/elk'
import { after, before } from '../testing/compared'
import { placedDesigns, placedSides } from './places'

/** Everything in one corner: where it stands does not matter here, only that it does. */
const run = async (graph: ElkNode): Promise<ElkNode> => ({
  ...graph,
  children: (graph.children ?? []).map((child) => ({ ...child, x: 0, y: 0 })),
  edges: [],
})

it('leaves designs alone that have places: where they differ, something moved', async () => {
  const placed = await placedDesigns({ before, after }, run)
  expect(placed).toEqual({ before, after })
})

it('gives a design without places those of the other one, and finds one for what only it has', async () => {
  const placed = await placedDesigns({ before, after: { ...after, layout: {} } }, run)
  expect(placed.after.layout.web).toEqual(before.layout.web)
  expect(placed.after.layout.events).toMatchObject({ x: expect.any(Number) })
  expect(placed.before).toBe(before)
})

it('finds the new one’s places first where neither has any', async () => {
  const placed = await placedDesigns(
    { before: { ...before, layout: {} }, after: { ...after, layout: {} } },
    run,
  )
  expect(placed.before.layout.web).toEqual(placed.after.layout.web)
  expect(placed.before.layout.table).toMatchObject({ x: expect.any(Number) })
})

it('finds places in the network once, for both, and leaves the others alone', async () => {
  const placed = await placedDesigns({ before, after }, run, 'network')
  expect(placed.before.networkLayout?.web).toEqual(placed.after.networkLayout?.web)
  expect(placed.before.networkLayout?.table).toMatchObject({ x: expect.any(Number) })
  expect(placed.before.layout).toBe(before.layout)
  expect(await placedDesigns(placed, run, 'network')).toBe(placed)
})

it('completes the sides of a comparison without moving what stands', async () => {
  const { events: _, ...layout } = after.layout
  const placed = await placedSides({ before, after: { ...after, layout } }, run)
  expect(placed.after.layout.web).toEqual(after.layout.web)
  expect(placed.after.layout.events).toMatchObject({ x: expect.any(Number) })
  expect(placed.before).toBe(before)
})
