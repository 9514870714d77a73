/** How much room each panel gets, and how panels are shown in windows of different widths. Pure; pixels of the page. */

/** `wide`: panels beside the canvas. `icons`: the palette is a strip of icons. `overlay`: panels lie over the canvas. */
export type Fit = 'wide' | 'icons' | 'overlay'

export type SizeName = 'leftWidth' | 'rightWidth' | 'bottomHeight'

export interface Limits {
  readonly min: number
  readonly max: number
  /** What a double click on the splitter brings back. */
  readonly usual: number
}

export const limits: Readonly<Record<SizeName, Limits>> = {
  leftWidth: { min: 200, max: 480, usual: 232 },
  rightWidth: { min: 280, max: 640, usual: 336 },
  bottomHeight: { min: 120, max: 640, usual: 220 },
}

/** The canvas is never narrower than this beside panels. */
export const LEAST_CANVAS = 320
/** Nor lower above the bottom panel. */
const LEAST_HEIGHT = 120
/** The palette as a strip of icons. */
export const STRIP = 56
/** Bars above and below everything. */
const BARS = 68

/** How panels are shown in a window of that width. */
export function fitOf(width: number): Fit {
  if (width < 800) return 'overlay'
  return width < 1100 ? 'icons' : 'wide'
}

/** What is shown beside the canvas, and as wide as what. */
export interface Wanted {
  readonly fit: Fit
  readonly width: number
  readonly height: number
  /** Widths that people chose; absent: the usual ones. */
  readonly sizes: Readonly<Partial<Record<SizeName, number>>>
  readonly left: boolean
  readonly right: boolean
  /** The palette is shown, not the outline. */
  readonly palette: boolean
}

export interface Sizes extends Readonly<Record<SizeName, number>> {
  /** How far each may be dragged in this window. */
  readonly most: Readonly<Record<SizeName, number>>
}

/** The sizes in this window: as people chose them, as far as they leave the canvas its room. */
export function sizesFor(wanted: Wanted): Sizes {
  const { fit, width, height, left, right } = wanted
  const size = (name: SizeName) => clamp(wanted.sizes[name] ?? limits[name].usual, limits[name])
  const bottomMost = Math.max(
    limits.bottomHeight.min,
    Math.min(limits.bottomHeight.max, height - BARS - LEAST_HEIGHT),
  )
  const bottomHeight = Math.min(size('bottomHeight'), bottomMost)
  if (fit === 'overlay') {
    const most = Math.max(limits.leftWidth.min, width - 48)
    return {
      leftWidth: Math.min(size('leftWidth'), most),
      rightWidth: Math.min(size('rightWidth'), most),
      bottomHeight,
      most: { leftWidth: most, rightWidth: most, bottomHeight: bottomMost },
    }
  }
  const strip = fit === 'icons' && wanted.palette
  const leftNow = !left ? 0 : strip ? STRIP : size('leftWidth')
  // The inspector gives way first, but both stay usable.
  const rightMost = room(width - LEAST_CANVAS - leftNow, limits.rightWidth)
  const rightWidth = Math.min(size('rightWidth'), rightMost)
  const leftMost = room(width - LEAST_CANVAS - (right ? rightWidth : 0), limits.leftWidth)
  const leftWidth = strip ? STRIP : Math.min(size('leftWidth'), leftMost)
  return {
    leftWidth,
    rightWidth,
    bottomHeight,
    most: { leftWidth: leftMost, rightWidth: rightMost, bottomHeight: bottomMost },
  }
}

function room(free: number, { min, max }: Limits): number {
  return Math.max(min, Math.min(max, free))
}

function clamp(value: number, { min, max }: Limits): number {
  return Math.max(min, Math.min(value, max))
}
