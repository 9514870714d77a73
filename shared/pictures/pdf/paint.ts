/** Paints marks and scenes as PDF content: the same figures as every other picture, as lines and text. */
import { glyphOf } from '../../figures/glyphs'
import type { BoxMark, GlyphMark, IconMark, LineMark, Mark, TextMark } from '../../figures/mark'
import {
  arrowData,
  colorOf,
  dashes,
  fillOpacityOf,
  iconPlace,
  outlineOf,
  strokesOf,
} from '../../figures/paint'
import type { ColorToken, Theme } from '../../figures/tokens'
import { rgb } from './color'
import { num, nums, type PdfFile } from './file'
import { type Icons, newIcons } from './icons'
import { pathOperators } from './path'
import type { Placed } from './sheet'
import { type Fonts, newType, type Type } from './type'

/** What painting one file needs. The marks lie as on a screen: to the right and down. */
export interface Painter {
  readonly theme: Theme
  readonly type: Type
  readonly icons: Icons
  /** The opacities met so far, in hundredths. */
  readonly opacities: Set<number>
}

export function newPainter(fonts: Fonts, icon: (name: string) => string | undefined, theme: Theme): Painter {
  return { theme, type: newType(fonts), icons: newIcons(icon), opacities: new Set() }
}

/** The same, in another theme: what stands on paper beside a dark drawing. */
export function inTheme(painter: Painter, theme: Theme): Painter {
  return { ...painter, theme }
}

/** Writes what the content refers to; answers the entries of a resource dictionary, with further drawings when asked. */
export function writeResources(
  file: PdfFile,
  { type, icons, opacities }: Painter,
): (more?: string) => string {
  const [fonts, drawings] = [type.write(file), icons.write(file)]
  const states = [...opacities]
    .map((hundredths) => `/G${hundredths}<</ca ${num(hundredths / 100)}>>`)
    .join('')
  return (more = '') => `/Font<<${fonts}>>/XObject<<${drawings}${more}>>/ExtGState<<${states}>>`
}

/** Marks in their places, one after another. */
export function placedContent(painter: Painter, placed: readonly Placed[]): string {
  return placed
    .map(({ x, y, marks }) =>
      x === 0 && y === 0
        ? content(painter, marks)
        : `q 1 0 0 1 ${nums(x, y)} cm\n${content(painter, marks)}\nQ`,
    )
    .join('\n')
}

/** Marks, one after another. */
export function content(painter: Painter, marks: readonly Mark[]): string {
  return marks.map((each) => mark(painter, each)).join('\n')
}

function mark(painter: Painter, each: Mark): string {
  switch (each.mark) {
    case 'box':
      return box(painter, each)
    case 'text':
      return text(painter, each)
    case 'icon':
      return icon(painter, each)
    case 'glyph':
      return glyph(painter, each)
    case 'line':
      return line(painter, each)
  }
}

function box(painter: Painter, each: BoxMark): string {
  const shape = rectangle(outlineOf(each))
  const parts: string[] = []
  if (each.fill) {
    const hundredths = Math.round(fillOpacityOf(each, painter.theme) * 100)
    const ink = `${color(painter, each.fill)} rg ${shape} f`
    if (hundredths < 100) {
      painter.opacities.add(hundredths)
      parts.push(`q /G${hundredths} gs ${ink} Q`)
    } else parts.push(ink)
  }
  if (each.stroke) {
    const width = `${color(painter, each.stroke)} RG ${num(each.strokeWidth ?? 1)} w`
    parts.push(each.dashed ? `q ${width} [${dashes.box.join(' ')}] 0 d ${shape} S Q` : `${width} ${shape} S`)
  }
  return parts.join('\n')
}

/** How far the control points of a quarter of a circle lie from its ends, in radii. */
const QUARTER = 0.5523

function rectangle(area: ReturnType<typeof outlineOf>): string {
  const { x, y, width, height } = area
  const r = Math.min(area.radius, width / 2, height / 2)
  if (r === 0) return `${nums(x, y, width, height)} re`
  const [right, bottom, k] = [x + width, y + height, r * (1 - QUARTER)]
  return [
    `${nums(x + r, y)} m ${nums(right - r, y)} l`,
    `${nums(right - k, y, right, y + k, right, y + r)} c ${nums(right, bottom - r)} l`,
    `${nums(right, bottom - k, right - k, bottom, right - r, bottom)} c ${nums(x + r, bottom)} l`,
    `${nums(x + k, bottom, x, bottom - k, x, bottom - r)} c ${nums(x, y + r)} l`,
    `${nums(x, y + k, x + k, y, x + r, y)} c h`,
  ].join(' ')
}

function text(painter: Painter, each: TextMark): string {
  const runs = painter.type.runs(each.text, each)
  if (runs.length === 0) return ''
  const width = (runs.reduce((sum, run) => sum + run.width, 0) * each.size) / 1000
  const shift = each.anchor === 'middle' ? width / 2 : each.anchor === 'end' ? width : 0
  const shown = runs.map(({ face, codes }) => `/${face} ${each.size} Tf <${codes}> Tj`).join(' ')
  // The page is upside down, so the letters are turned back.
  return `BT ${color(painter, each.color)} rg 1 0 0 -1 ${nums(each.x - shift, each.y)} Tm ${shown} ET`
}

function icon(painter: Painter, each: IconMark): string {
  const { x, y, width, height, radius } = iconPlace(each)
  const tile =
    painter.theme === 'dark'
      ? `${color(painter, 'tile')} rg ${rectangle({ x: each.x, y: each.y, width: each.size, height: each.size, radius })} f\n`
      : ''
  const drawn = painter.icons.use(each.icon)
  if (drawn === undefined) return tile
  return `${tile}q ${nums(width / drawn.width, 0, 0, height / drawn.height, x, y)} cm /${drawn.name} Do Q`
}

function glyph(painter: Painter, { x, y, size, glyph: name, color: token }: GlyphMark): string {
  const { fill, stroke } = { fill: undefined, stroke: undefined, ...glyphOf(name) }
  const ink = color(painter, token)
  const filled = fill ? `${ink} rg ${pathOperators(fill)} f*` : ''
  const drawn = stroke ? `${ink} RG 1.5 w 1 J 1 j ${pathOperators(stroke)} S` : ''
  return `q ${nums(size / 16, 0, 0, size / 16, x, y)} cm ${filled} ${drawn} Q`
}

function line(painter: Painter, each: LineMark): string {
  const ink = color(painter, each.color)
  const dash = each.stroke === 'dashed' ? ` [${dashes.line.join(' ')}] 0 d` : ''
  const strokes = strokesOf(each).map((data) => `${pathOperators(data)} S`)
  const drawn = `q ${ink} RG ${num(each.width)} w${dash} ${strokes.join(' ')} Q`
  if (!each.arrow) return drawn
  const head = pathOperators(arrowData(each))
  if (each.arrow === 'filled') return `${drawn}\n${ink} rg ${head} f`
  return `${drawn}\nq ${ink} RG ${num(each.width)} w 1 J 1 j ${head} S Q`
}

function color({ theme }: Painter, token: ColorToken): string {
  return rgb(colorOf(token, theme))
}
