/** Whether the app forgets what it no longer needs: the heap of the real app before and after thousands of edits. */
import type { Page } from '@playwright/test'

/** Edits before the first look, none of which is undone: until the history holds as many steps as it ever does. */
const WARM_UP = 4000

const EDITS = 10_000

/** By what share the heap has grown over the edits, in percent. The design has to be open. */
export async function heapGrowth(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize
  }
  await edit(page, WARM_UP, 1, false)
  const before = await heap()
  await edit(page, EDITS, 2, true)
  const after = await heap()
  return (after / before - 1) * 100
}

/**
 * Random edits as keys make them: elements are chosen, moved, copied, locked, and a third of all is undone or redone. In
 * the page, since ten thousand presses through the test's connection would take an hour.
 */
async function edit(page: Page, count: number, seed: number, undoing: boolean): Promise<void> {
  const CHUNK = 250
  for (let done = 0; done < count; done += CHUNK) {
    await page.evaluate(
      async ({ times, start, undo }) => {
        let state = start
        const random = (below: number) => {
          state = (state * 1103515245 + 12345) % 2147483648
          return Math.floor((state / 2147483648) * below)
        }
        const keys: readonly (readonly [string, Partial<KeyboardEventInit>])[] = [
          ['Tab', {}],
          ['ArrowRight', {}],
          ['ArrowDown', { shiftKey: true }],
          ['KeyL', { ctrlKey: true, shiftKey: true }],
          ['BracketRight', {}],
          ['KeyD', { ctrlKey: true }],
          ['KeyZ', { ctrlKey: true }],
          ['KeyZ', { ctrlKey: true }],
          ['KeyY', { ctrlKey: true }],
        ]
        const all = undo ? keys.length : keys.length - 3
        const canvas = document.querySelector('.canvas .react-flow')
        for (let i = 0; i < times; i++) {
          const [code, held] = keys[random(all)] ?? ['Tab', {}]
          const options = { code, bubbles: true, cancelable: true, ...held }
          canvas?.dispatchEvent(new KeyboardEvent('keydown', options))
          // A copy is taken back at once, or the design would grow and the heap with it.
          if (code === 'KeyD') {
            const back = { code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }
            canvas?.dispatchEvent(new KeyboardEvent('keydown', back))
          }
          if (i % 10 === 0) await new Promise((done) => requestAnimationFrame(done))
        }
      },
      { times: Math.min(CHUNK, count - done), start: seed * 7919 + done, undo: undoing },
    )
  }
}
