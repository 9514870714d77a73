/** A hand that never rests: random edits in the real app, made as keys make them. */
import type { Page } from '@playwright/test'

export interface RandomEdits {
  readonly count: number
  readonly seed: number
  /** A third of all is undone or redone; without, the history only grows. */
  readonly undoing: boolean
  /** The view is moved as well: all of it, 100 %, what is selected. */
  readonly viewing?: boolean
}

/** Presses between two answers of the page, and between two frames. */
const CHUNK = 250
const PER_FRAME = 10

/**
 * Elements are chosen, moved, copied, locked, and a third of all is undone or redone. In the page, since ten thousand
 * presses through the test's connection would take an hour. Answers how long each frame's presses took until they were
 * painted, in milliseconds.
 */
export async function randomEdits(page: Page, edits: RandomEdits): Promise<readonly number[]> {
  const times: number[] = []
  for (let done = 0; done < edits.count; done += CHUNK) {
    times.push(
      ...(await page.evaluate(pressKeys, {
        times: Math.min(CHUNK, edits.count - done),
        start: edits.seed * 7919 + done,
        undoing: edits.undoing,
        viewing: edits.viewing ?? false,
        perFrame: PER_FRAME,
      })),
    )
  }
  return times
}

interface Presses {
  readonly times: number
  readonly start: number
  readonly undoing: boolean
  readonly viewing: boolean
  readonly perFrame: number
}

/** Runs in the page: it can use nothing from outside itself. */
async function pressKeys({ times, start, undoing, viewing, perFrame }: Presses): Promise<number[]> {
  let state = start
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  type Key = readonly [string, KeyboardEventInit]
  const editing: readonly Key[] = [
    ['Tab', {}],
    ['ArrowRight', {}],
    ['ArrowDown', { shiftKey: true }],
    ['KeyL', { ctrlKey: true, shiftKey: true }],
    ['BracketRight', {}],
    ['KeyD', { ctrlKey: true }],
  ]
  const travelling: readonly Key[] = [
    ['KeyZ', { ctrlKey: true }],
    ['KeyZ', { ctrlKey: true }],
    ['KeyY', { ctrlKey: true }],
  ]
  const looking: readonly Key[] = [
    ['Digit1', { shiftKey: true }],
    ['Digit2', { shiftKey: true }],
    ['Digit0', { ctrlKey: true }],
  ]
  const keys = [...editing, ...(undoing ? travelling : []), ...(viewing ? looking : [])]
  const canvas = document.querySelector('.canvas .react-flow')
  const press = (code: string, held: KeyboardEventInit) =>
    canvas?.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...held }))
  const frames: number[] = []
  let began = performance.now()
  for (let i = 0; i < times; i++) {
    const [code, held] = keys[random(keys.length)] ?? ['Tab', {}]
    press(code, held)
    // A copy is taken back at once, or the design would grow and the heap with it.
    if (code === 'KeyD') press('KeyZ', { ctrlKey: true })
    if (i % perFrame !== 0) continue
    await new Promise((done) => requestAnimationFrame(done))
    frames.push(performance.now() - began)
    began = performance.now()
  }
  return frames
}
