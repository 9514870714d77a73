/** Whether the app forgets what it no longer needs: the heap of the real app before and after thousands of edits. */
import type { Page } from '@playwright/test'
import { randomEdits } from './random-edits'

/** Edits before the first look, none of which is undone: until the history holds as many steps as it ever does. */
const WARM_UP = 4000

const EDITS = 10_000

/** By what share the heap has grown over the edits, in percent. The design has to be open. */
export async function heapGrowth(page: Page): Promise<number> {
  await randomEdits(page, { count: WARM_UP, seed: 1, undoing: false })
  const before = await held(page)
  await randomEdits(page, { count: EDITS, seed: 2, undoing: true })
  const after = await held(page)
  return (after.heap / before.heap - 1) * 100
}

export interface Held {
  /** Bytes that are still reachable. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

/** What the page holds on to, garbage aside. */
export async function held(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}
