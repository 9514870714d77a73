/**
 * Paints a scene on a 2D canvas: for the zooms at which everything is in view and reading every value is not the point.
 * The interface holds just what is needed of `CanvasRenderingContext2D`, so the core stays free of the DOM.
 */
import { glyphOf } from './glyphs'
import type { BoxMark, GlyphMark, IconMark, LineMark, Mark, Rect, TextMark } from './mark'
import {
  arrowData,
  colorOf,
  dashes,
  fillOpacityOf,
  fontFamilies,
  iconPlace,
  labelMarks,
  lineMark,
  outlineOf,
  strokesOf,
} from './paint'
import { overlaps } from './routing/geometry'
import type { Scene, SceneItem } from './scene'
import { fitText } from './text'
import type { ColorToken, Theme } from './tokens'

/** The part of a 2D context that is used; `Path` is what its host calls `Path2D`, `Image` what it can draw. */
export interface Canvas<Path, Image> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: unknown
  globalAlpha: number
  font: string
  textAlign: unknown
  save(): void
  restore(): void
  translate(x: number, y: number): void
  scale(x: number, y: number): void
  setLineDash(pattern: number[]): void
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  fill(path: Path, rule?: 'evenodd'): void
  stroke(path: Path): void
  drawImage(image: Image, x: number, y: number, width: number, height: number): void
}

export interface CanvasOptions<Path, Image> {
  readonly theme: Theme
  /** Pixels per unit; the context is already scaled and shifted to it. */
  readonly zoom: number
  /** `full`: every mark. `names`: names and structure. `blocks`: coloured blocks, and the names of frames. */
  readonly detail: 'full' | 'names' | 'blocks'
  /** The part of the scene in sight; what lies outside is left out. */
  readonly area?: Rect
  /** Makes a path from SVG path data. */
  readonly path: (data: string) => Path
  /** A loaded icon; undefined while it is loading. */
  readonly icon: (name: string) => Image | undefined
}

/** Smallest text on the screen that is worth painting, in pixels. */
const READABLE = 9
/** Names grow to this size on the screen when the drawing is far away. */
const NAME = 11

/** What the detail is at a zoom: the same limits for everyone who paints. */
export function detailAt(zoom: number): CanvasOptions<unknown, unknown>['detail'] {
  if (zoom >= 0.4) return 'full'
  return zoom >= 0.15 ? 'names' : 'blocks'
}

/** Paints items and lines; the background is the caller's. */
export function paintCanvas<Path, Image>(
  canvas: Canvas<Path, Image>,
  scene: Scene,
  options: CanvasOptions<Path, Image>,
): void {
  const brush: Brush<Path, Image> = { canvas, ...options }
  const { area } = options
  const inSight = (rect: Rect) => area === undefined || overlaps(rect, area)
  const items = scene.items.filter((item) => inSight(item.rect))
  for (const item of items) if (item.figure.content) figure(brush, item)
  if (options.detail !== 'blocks') {
    for (const line of scene.lines) if (inSight(lineArea(line.points))) mark(brush, lineMark(line))
  }
  for (const item of items) if (!item.figure.content) figure(brush, item)
  if (options.detail !== 'full') {
    for (const item of items) name(brush, item)
    return
  }
  for (const { label } of scene.lines) {
    if (label && inSight(label.rect)) for (const each of labelMarks(label)) mark(brush, each)
  }
}

interface Brush<Path, Image> extends CanvasOptions<Path, Image> {
  readonly canvas: Canvas<Path, Image>
}

function figure<Path, Image>(brush: Brush<Path, Image>, { rect, figure }: SceneItem): void {
  const { canvas, detail, theme } = brush
  canvas.save()
  canvas.translate(rect.x, rect.y)
  if (detail === 'full') for (const each of figure.marks) mark(brush, each)
  else if (detail === 'names') {
    for (const each of figure.marks) {
      if (each.mark === 'box' && each.height > 24) box(brush, each)
      else if (each.mark === 'icon') icon(brush, each)
    }
  } else if (figure.content) {
    for (const each of figure.marks) if (each.mark === 'box' && each.stroke) rectangle(brush, each)
  } else {
    canvas.fillStyle = colorOf(figure.accent ?? 'muted', theme)
    canvas.globalAlpha = 0.5
    canvas.fillRect(0, 0, rect.width, rect.height)
  }
  canvas.restore()
}

/** A name of which less is left says nothing. */
const LEAST = 4

/** The name alone, as large as it has to be to be read, if it has room then. */
function name<Path, Image>(
  { canvas, zoom, theme, detail }: Brush<Path, Image>,
  { rect, figure, parent }: SceneItem,
): void {
  // Far away, only the outermost frames are named: the header of an inner one is lower than its name would be.
  if (detail === 'blocks' && (!figure.content || parent !== undefined)) return
  const title = figure.marks.find((each): each is TextMark => each.mark === 'text')
  if (!title) return
  const size = Math.max(title.size, NAME / zoom)
  const left = detail === 'blocks' ? 0 : figure.content ? title.x : Math.min(title.x, rect.width / 4)
  const room = ((rect.width - left - 8) * title.size) / size
  const text = fitText(title.text, room, title, 'end')
  if (text !== title.text && text.length < LEAST) return
  canvas.fillStyle = colorOf('text', theme)
  canvas.textAlign = 'left'
  canvas.font = `600 ${size}px ${fontFamilies.sans}`
  if (detail === 'blocks') {
    // Above the frame, whose header would be lower than the name.
    canvas.fillText(text, rect.x, rect.y - size * 0.35)
    return
  }
  const middle = figure.content ? 16 : Math.min(rect.height / 2, 28)
  canvas.fillText(text, rect.x + left, rect.y + middle + size * 0.35)
}

function mark<Path, Image>(brush: Brush<Path, Image>, each: Mark): void {
  if (each.mark === 'box') box(brush, each)
  else if (each.mark === 'text') text(brush, each)
  else if (each.mark === 'icon') icon(brush, each)
  else if (each.mark === 'glyph') glyph(brush, each)
  else line(brush, each)
}

function box<Path, Image>(brush: Brush<Path, Image>, each: BoxMark): void {
  const { canvas, path, theme } = brush
  const { x, y, width, height, radius } = outlineOf(each)
  const shape = path(roundedRectangle(x, y, width, height, radius))
  if (each.fill) {
    canvas.globalAlpha = fillOpacityOf(each, theme)
    canvas.fillStyle = colorOf(each.fill, theme)
    canvas.fill(shape)
    canvas.globalAlpha = 1
  }
  if (!each.stroke) return
  pen(brush, each.stroke, each.strokeWidth ?? 1, each.dashed ? [...dashes.box] : [])
  canvas.stroke(shape)
}

/** A box without its corners, for where nobody could see them. */
function rectangle<Path, Image>(brush: Brush<Path, Image>, each: BoxMark): void {
  const { canvas, theme, zoom } = brush
  if (each.fill) {
    canvas.globalAlpha = fillOpacityOf(each, theme)
    canvas.fillStyle = colorOf(each.fill, theme)
    canvas.fillRect(each.x, each.y, each.width, each.height)
    canvas.globalAlpha = 1
  }
  pen(brush, each.stroke ?? 'line', 1 / zoom, [])
  canvas.strokeRect(each.x, each.y, each.width, each.height)
}

function text<Path, Image>({ canvas, theme, zoom }: Brush<Path, Image>, each: TextMark): void {
  if (each.size * zoom < READABLE * 0.5) return
  canvas.fillStyle = colorOf(each.color, theme)
  canvas.font = `${each.weight} ${each.size}px ${fontFamilies[each.font]}`
  canvas.textAlign = each.anchor === 'middle' ? 'center' : each.anchor === 'end' ? 'right' : 'left'
  canvas.fillText(each.text, each.x, each.y)
}

function icon<Path, Image>({ canvas, theme, path, icon }: Brush<Path, Image>, each: IconMark): void {
  const { x, y, width, height, radius } = iconPlace(each)
  if (theme === 'dark') {
    canvas.fillStyle = colorOf('tile', theme)
    canvas.fill(path(roundedRectangle(each.x, each.y, each.size, each.size, radius)))
  }
  const image = icon(each.icon)
  if (image !== undefined) canvas.drawImage(image, x, y, width, height)
}

function glyph<Path, Image>(brush: Brush<Path, Image>, each: GlyphMark): void {
  const { canvas, path, theme } = brush
  const { fill, stroke } = glyphOf(each.glyph)
  canvas.save()
  canvas.translate(each.x, each.y)
  canvas.scale(each.size / 16, each.size / 16)
  canvas.fillStyle = colorOf(each.color, theme)
  if (fill) canvas.fill(path(fill), 'evenodd')
  if (stroke) {
    pen(brush, each.color, 1.5, [])
    canvas.lineCap = 'round'
    canvas.stroke(path(stroke))
  }
  canvas.restore()
}

function line<Path, Image>(brush: Brush<Path, Image>, each: LineMark): void {
  const { canvas, path, theme, zoom } = brush
  pen(brush, each.color, Math.max(each.width, 1 / zoom), each.stroke === 'dashed' ? [...dashes.line] : [])
  for (const data of strokesOf(each)) canvas.stroke(path(data))
  if (!each.arrow) return
  if (each.arrow === 'open') {
    pen(brush, each.color, Math.max(each.width, 1 / zoom), [])
    canvas.stroke(path(arrowData(each)))
    return
  }
  canvas.fillStyle = colorOf(each.color, theme)
  canvas.fill(path(arrowData(each)))
}

function pen<Path, Image>(
  { canvas, theme }: Brush<Path, Image>,
  color: ColorToken,
  width: number,
  dash: number[],
): void {
  canvas.strokeStyle = colorOf(color, theme)
  canvas.lineWidth = width
  canvas.lineCap = 'butt'
  canvas.setLineDash(dash)
}

function roundedRectangle(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`
}

function lineArea(points: readonly { readonly x: number; readonly y: number }[]): Rect {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x: x - 4, y: y - 4, width: Math.max(...xs) - x + 8, height: Math.max(...ys) - y + 8 }
}
