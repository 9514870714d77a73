/** The part of a design that is arranged at once, and the sizes that arranging it needs. */
import type { Figure, Point } from '../figures/mark'
import type { Band } from './band'
import type { Block, Surroundings } from './satellites'

export interface Forest extends Surroundings {
  /** The elements to place that are in no other element to place. */
  readonly roots: readonly string[]
  /** What is placed in a frame together with it; absent for what keeps its inside as it is. */
  readonly inside: (id: string) => readonly string[] | undefined
  readonly blocks: ReadonlyMap<string, Block>
  /** What stands in rows at the bottom of its frame, off the flow. */
  readonly loose: ReadonlySet<string>
}

/** Rows at the bottom of frames, by frame. */
export type Bands = ReadonlyMap<string, Band>

/** Gaps in pixels; between layers there has to be room for labels. */
export const between = {
  layers: 136,
  innerLayers: 80,
  parts: 64,
  nodes: 32,
  siblings: 24,
  members: 16,
  columns: 88,
} as const

export interface Padding {
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** What a frame keeps free around what is in it. */
export function paddingOf(forest: Forest, id: string): Padding {
  const none = { top: 0, left: 0, right: 0, bottom: 0 }
  const { width, height, content } = forest.figure(id)
  if (!content) return none
  return {
    top: content.y,
    left: content.x,
    right: width - content.x - content.width,
    bottom: height - content.y - content.height,
  }
}

export interface Grid {
  readonly width: number
  readonly height: number
  readonly places: ReadonlyMap<string, Point>
}

/** The members of a block in columns, filled from top to bottom, all columns as high as each other as far as can be. */
export function gridOf(forest: Forest, { members, columns }: Block): Grid {
  const rows = Math.ceil(members.length / columns)
  const places = new Map<string, Point>()
  let x = 0
  let width = 0
  let height = 0
  for (let column = 0; column < columns; column++) {
    let y = 0
    let wide = 0
    for (const id of members.slice(column * rows, (column + 1) * rows)) {
      const figure: Figure = forest.figure(id)
      places.set(id, { x, y })
      y += figure.height + between.members
      wide = Math.max(wide, figure.width)
      height = Math.max(height, y - between.members)
    }
    width = Math.max(width, x + wide)
    x += wide + between.columns
  }
  return { width, height, places }
}
