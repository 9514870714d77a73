/** Paints a scene as one SVG document: what picture exports write, and what the PNG is made from. */
import { escapeXml } from '../basics/xml'
import { glyphOf } from './glyphs'
import type { BoxMark, GlyphMark, IconMark, LineMark, Mark, TextMark } from './mark'
import {
  arrowData,
  type Badge,
  badgeMarks,
  colorOf,
  dashes,
  fillOpacityOf,
  fontFamilies,
  iconPlace,
  labelMarks,
  lineMark,
  outlineOf,
  round,
  strokesOf,
} from './paint'
import { part, type Scene, type SceneItem } from './scene'
import { sizes, type Theme } from './tokens'

export interface SvgOptions {
  readonly theme: Theme
  /** The text of an icon's SVG file; undefined for an icon that does not exist. */
  readonly icon: (name: string) => string | undefined
  /** For the picture's title; people who can't see it hear it. */
  readonly title: string
  /** No background. */
  readonly transparent?: boolean
  /** Around everything; 24 px when left out. */
  readonly margin?: number
  /** Size in pixels per unit; 1 when left out. */
  readonly scale?: number
  /** Only these elements, with what is in them. */
  readonly only?: ReadonlySet<string>
  /** `@font-face` rules, for pictures that travel without the fonts. */
  readonly fontCss?: string
  readonly badges?: ReadonlyMap<string, Badge>
}

/** The picture of a scene. The same scene and options give the same text. */
export function paintSvg(whole: Scene, options: SvgOptions): string {
  const scene = options.only ? part(whole, options.only) : whole
  const margin = options.margin ?? sizes.pictureMargin
  const scale = options.scale ?? 1
  const { bounds } = scene
  const x = round(bounds.x - margin)
  const y = round(bounds.y - margin)
  const width = round(bounds.width + 2 * margin)
  const height = round(bounds.height + 2 * margin)
  const pen = penOf(options)
  const body = [
    ...scene.items.filter((item) => item.figure.content).map((item) => figure(pen, item)),
    ...scene.lines.map((line) => mark(pen, lineMark(line))),
    ...scene.items.filter((item) => !item.figure.content).map((item) => figure(pen, item)),
    ...scene.lines.map((line) => (line.label ? marks(pen, labelMarks(line.label)) : '')),
    ...scene.items.map((item) => badge(pen, item, options.badges)),
  ].join('')
  const background = options.transparent
    ? ''
    : `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colorOf('canvas', options.theme)}"/>`
  const style = options.fontCss ? `<style>${options.fontCss}</style>` : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width * scale)}" height="${round(height * scale)}"`,
    ` viewBox="${x} ${y} ${width} ${height}" role="img" font-variant-ligatures="none">`,
    `<title>${escapeXml(options.title)}</title>${style}<defs>${[...pen.icons.values()].join('')}</defs>`,
    `${background}${body}</svg>\n`,
  ].join('')
}

/** What painting one document needs: the options, and the icons met so far, each of which is written once. */
interface Pen extends SvgOptions {
  readonly icons: Map<string, string>
}

function penOf(options: SvgOptions): Pen {
  return { ...options, icons: new Map() }
}

function figure(pen: Pen, { id, rect, figure }: SceneItem): string {
  const title = figure.title === undefined ? '' : `<title>${escapeXml(figure.title)}</title>`
  return `<g id="e-${id}" transform="translate(${round(rect.x)} ${round(rect.y)})">${title}${marks(pen, figure.marks)}</g>`
}

function badge(pen: Pen, { id, rect }: SceneItem, badges: SvgOptions['badges']): string {
  const found = badges?.get(id)
  if (!found) return ''
  return `<g transform="translate(${round(rect.x)} ${round(rect.y)})">${marks(pen, badgeMarks(found, rect.width))}</g>`
}

function marks(pen: Pen, list: readonly Mark[]): string {
  return list.map((each) => mark(pen, each)).join('')
}

function mark(pen: Pen, each: Mark): string {
  switch (each.mark) {
    case 'box':
      return box(pen, each)
    case 'text':
      return text(pen, each)
    case 'icon':
      return icon(pen, each)
    case 'glyph':
      return glyph(pen, each)
    case 'line':
      return line(pen, each)
  }
}

function box({ theme }: Pen, each: BoxMark): string {
  const { x, y, width, height, radius } = outlineOf(each)
  const opacity = fillOpacityOf(each, theme)
  return element('rect', {
    x,
    y,
    width,
    height,
    rx: radius || undefined,
    fill: each.fill ? colorOf(each.fill, theme) : 'none',
    'fill-opacity': each.fill && opacity < 1 ? opacity : undefined,
    stroke: each.stroke && colorOf(each.stroke, theme),
    'stroke-width': each.stroke && (each.strokeWidth ?? 1),
    'stroke-dasharray': each.dashed ? dashes.box.join(' ') : undefined,
  })
}

function text({ theme }: Pen, each: TextMark): string {
  const attributes = written({
    x: each.x,
    y: each.y,
    'font-family': fontFamilies[each.font],
    'font-size': each.size,
    'font-weight': each.weight,
    fill: colorOf(each.color, theme),
    'text-anchor': each.anchor === 'start' ? undefined : each.anchor,
  })
  return `<text${attributes} xml:space="preserve">${escapeXml(each.text)}</text>`
}

function glyph({ theme }: Pen, { x, y, size, glyph: name, color }: GlyphMark): string {
  const { fill, stroke } = { fill: undefined, stroke: undefined, ...glyphOf(name) }
  const ink = colorOf(color, theme)
  const filled = fill ? element('path', { d: fill, fill: ink, 'fill-rule': 'evenodd' }) : ''
  const drawn = stroke
    ? element('path', {
        d: stroke,
        fill: 'none',
        stroke: ink,
        'stroke-width': 1.5,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      })
    : ''
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 16)})">${filled}${drawn}</g>`
}

function line({ theme }: Pen, each: LineMark): string {
  const ink = colorOf(each.color, theme)
  const strokes = strokesOf(each).map((d) =>
    element('path', {
      d,
      fill: 'none',
      stroke: ink,
      'stroke-width': each.width,
      'stroke-dasharray': each.stroke === 'dashed' ? dashes.line.join(' ') : undefined,
    }),
  )
  return strokes.join('') + (each.arrow ? arrow(each, ink) : '')
}

function arrow(each: LineMark, ink: string): string {
  const d = arrowData(each)
  if (each.arrow === 'filled') return element('path', { d, fill: ink })
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  return element('path', { d, fill: 'none', stroke: ink, 'stroke-width': each.width, ...ends })
}

function icon(pen: Pen, each: IconMark): string {
  const { x, y, width, height, radius } = iconPlace(each)
  const tile =
    pen.theme === 'dark'
      ? element('rect', {
          x: each.x,
          y: each.y,
          width: each.size,
          height: each.size,
          rx: radius,
          fill: colorOf('tile', 'dark'),
        })
      : ''
  const source = pen.icon(each.icon)
  if (source === undefined) return tile
  if (!pen.icons.has(each.icon)) pen.icons.set(each.icon, symbol(each.icon, source))
  return tile + element('use', { href: `#icon-${each.icon}`, x, y, width, height })
}

/** An icon's file as a symbol. Its drawing stays as it is; only the ids in it get a name of their own in the document. */
function symbol(name: string, source: string): string {
  const root = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(source)
  const attributes = root?.[1] ?? ''
  const viewBox = /\bviewBox="([^"]*)"/.exec(attributes)?.[1] ?? '0 0 64 64'
  const paint = [...attributes.matchAll(/\s(fill|stroke|fill-rule|clip-rule|stroke-width)="[^"]*"/g)]
    .map((match) => match[0])
    .join('')
  const inner = (root?.[2] ?? '')
    .replace(/<title>[\s\S]*?<\/title>/g, '')
    .replace(/\bid="([^"]+)"/g, `id="${name}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${name}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${name}-$1"`)
  return `<symbol id="icon-${name}" viewBox="${viewBox}"><g${paint}>${inner.trim()}</g></symbol>`
}

function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  return `<${name}${written(attributes)}/>`
}

function written(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value as string)}"`,
    )
    .join('')
}
