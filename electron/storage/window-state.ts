/** Where the window was, in `window.json`. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Files } from './files'
import { type JsonFile, jsonFile } from './json-file'

const schema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})

export type WindowState = z.infer<typeof schema>

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 768, height: 560 }
const INITIAL: WindowState = { width: 1440, height: 900, maximized: false }
/** So much of the title bar must be on a display, or the window could not be moved back. */
const GRIP = 100

/** The state kept in this folder. */
export function windowStateFile(files: Files, folder: string): JsonFile<WindowState> {
  return jsonFile(files, join(folder, 'window.json'), schema, INITIAL)
}

/** Without a place, the system chooses one. */
type Bounds = Rectangle | Pick<Rectangle, 'width' | 'height'>

/** The remembered bounds where they can still be reached, else a size that fits the first display. */
export function reachable(state: WindowState, displays: readonly Rectangle[]): Bounds {
  const { x, y, width, height } = state
  const area = displays[0] ?? { x: 0, y: 0, width, height }
  const size = {
    width: Math.max(SMALLEST.width, Math.min(width, area.width)),
    height: Math.max(SMALLEST.height, Math.min(height, area.height)),
  }
  if (x === undefined || y === undefined) return size
  const onDisplay = displays.some(
    (display) =>
      x + width - GRIP >= display.x &&
      x + GRIP <= display.x + display.width &&
      y >= display.y &&
      y + GRIP <= display.y + display.height,
  )
  return onDisplay ? { x, y, width, height } : size
}
