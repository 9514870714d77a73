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
import { part, type Scene, type SceneItem, type SceneLine } from './scene'
import { type ColorToken, sizes, type Theme } from './tokens'

export interface SvgOptions {
  /** `auto`: light, and dark where whoever looks at it prefers that. */
  readonly theme: Theme | 'auto'
  /** The text of an icon's SVG file; undefined for an icon that does not exist. */
  readonly icon: (name: string) => string | undefined
  /** For the picture's title; people who can't see it hear it. */
  readonly title: string
  /** What is in it, in a sentence. */
  readonly description?: string
  /** A `metadata` element. */
  readonly metadata?: string
  /** No background. */
  readonly transparent?: boolean
  /** Around everything; 16 px when left out. */
  readonly margin?: number
  /** Size in pixels per unit; 1 when left out. */
  readonly scale?: number
  /** Only these elements, with what is in them. */
  readonly only?: ReadonlySet<string>
  /** `@font-face` rules, for pictures that travel without the fonts. */
  readonly fontCss?: string
  readonly badges?: ReadonlyMap<string, Badge>
  /** How much can be seen of an element or a line, 0 to 1; 1 when left out. */
  readonly opacity?: (id: string) => number
  /** On top of everything, in the coordinates of the scene. */
  readonly over?: readonly Mark[]
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
    ...scene.lines.map((line) => pale(pen, line.id, mark(pen, lineMark(line)))),
    ...scene.items.filter((item) => !item.figure.content).map((item) => figure(pen, item)),
    ...scene.lines.map((line) => label(pen, line)),
    ...scene.items.map((item) => badge(pen, item, options.badges)),
    marks(pen, options.over ?? []),
  ].join('')
  const background = options.transparent
    ? ''
    : element('rect', { x, y, width, height, ...paint(pen, { fill: 'canvas' }) })
  const { description, metadata = '' } = options
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width * scale)}" height="${round(height * scale)}"`,
    ` viewBox="${x} ${y} ${width} ${height}" role="img" font-variant-ligatures="none">`,
    `<title>${escapeXml(options.title)}</title>`,
    description === undefined ? '' : `<desc>${escapeXml(description)}</desc>`,
    `${metadata}${styleOf(pen)}<defs>${[...pen.icons.values()].join('')}</defs>`,
    `${background}${body}</svg>\n`,
  ].join('')
}

/** What painting one document needs: the options, and what was met so far, each of which is written once. */
interface Pen extends Omit<SvgOptions, 'theme'> {
  readonly theme: Theme
  /** The colours of the dark theme are there, too. */
  readonly both: boolean
  readonly icons: Map<string, string>
  /** Rules of the dark theme by their class. */
  readonly dark: Map<string, string>
}

function penOf({ theme, ...options }: SvgOptions): Pen {
  const both = theme === 'auto'
  return { ...options, theme: both ? 'light' : theme, both, icons: new Map(), dark: new Map() }
}

function styleOf({ fontCss = '', dark }: Pen): string {
  const rules = [...dark].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, rule]) => `.${name}{${rule}}`)
  const media = rules.length === 0 ? '' : `@media (prefers-color-scheme:dark){${rules.join('')}}`
  return fontCss === '' && media === '' ? '' : `<style>${fontCss}${media}</style>`
}

type Paint = Readonly<Partial<Record<'fill' | 'stroke', ColorToken>>>

/**
 * Colours as attributes. Those of the dark theme are rules beside them: programs that know no media queries, such as most
 * drawing programs, show the light one.
 */
function paint(pen: Pen, wanted: Paint, opacity?: BoxMark): Record<string, string | number | undefined> {
  const { theme, both } = pen
  const classes: string[] = []
  const attributes: Record<string, string | number | undefined> = {}
  for (const [property, token] of Object.entries(wanted)) {
    attributes[property] = colorOf(token, theme)
    if (both) classes.push(darkRule(pen, `${property}-${token}`, `${property}:${colorOf(token, 'dark')}`))
  }
  if (opacity?.fill) {
    const [here, dark] = [fillOpacityOf(opacity, theme), fillOpacityOf(opacity, 'dark')]
    if (here < 1) attributes['fill-opacity'] = here
    if (both && dark !== here)
      classes.push(darkRule(pen, `tint-${round(dark * 100)}`, `fill-opacity:${dark}`))
  }
  return classes.length === 0 ? attributes : { class: classes.join(' '), ...attributes }
}

function darkRule({ dark }: Pen, name: string, rule: string): string {
  dark.set(`fl-${name}`, rule)
  return `fl-${name}`
}

function figure(pen: Pen, { id, rect, figure }: SceneItem): string {
  const title = figure.title === undefined ? '' : `<title>${escapeXml(figure.title)}</title>`
  const seen = opacityOf(pen, id)
  return `<g id="e-${id}" transform="translate(${round(rect.x)} ${round(rect.y)})"${seen}>${title}${marks(pen, figure.marks)}</g>`
}

/** A pale label still hides the line behind it. */
function label(pen: Pen, { id, label }: SceneLine): string {
  if (!label) return ''
  const drawn = marks(pen, labelMarks(label))
  if (opacityOf(pen, id) === '') return drawn
  return (
    box(pen, { mark: 'box', ...label.rect, radius: label.rect.height / 2, fill: 'canvas' }) +
    pale(pen, id, drawn)
  )
}

/** What is not wholly seen; most pictures have nothing of it. */
function pale(pen: Pen, id: string, drawn: string): string {
  const seen = opacityOf(pen, id)
  return seen === '' ? drawn : `<g${seen}>${drawn}</g>`
}

function opacityOf({ opacity }: Pen, id: string): string {
  const seen = opacity?.(id) ?? 1
  return seen === 1 ? '' : ` opacity="${round(seen)}"`
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

function box(pen: Pen, each: BoxMark): string {
  const { x, y, width, height, radius } = outlineOf(each)
  const colors = {
    ...(each.fill === undefined ? {} : { fill: each.fill }),
    ...(each.stroke === undefined ? {} : { stroke: each.stroke }),
  }
  return element('rect', {
    x,
    y,
    width,
    height,
    rx: radius || undefined,
    ...(each.fill ? {} : { fill: 'none' }),
    ...paint(pen, colors, each),
    'stroke-width': each.stroke && (each.strokeWidth ?? 1),
    'stroke-dasharray': each.dashed ? dashes.box.join(' ') : undefined,
  })
}

function text(pen: Pen, each: TextMark): string {
  const attributes = written({
    x: each.x,
    y: each.y,
    'font-family': fontFamilies[each.font],
    'font-size': each.size,
    'font-weight': each.weight,
    ...paint(pen, { fill: each.color }),
    'text-anchor': each.anchor === 'start' ? undefined : each.anchor,
  })
  return `<text${attributes} xml:space="preserve">${escapeXml(each.text)}</text>`
}

function glyph(pen: Pen, { x, y, size, glyph: name, color }: GlyphMark): string {
  const { fill, stroke } = { fill: undefined, stroke: undefined, ...glyphOf(name) }
  const filled = fill
    ? element('path', { d: fill, ...paint(pen, { fill: color }), 'fill-rule': 'evenodd' })
    : ''
  const drawn = stroke
    ? element('path', {
        d: stroke,
        fill: 'none',
        ...paint(pen, { stroke: color }),
        'stroke-width': 1.5,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      })
    : ''
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 16)})">${filled}${drawn}</g>`
}

function line(pen: Pen, each: LineMark): string {
  const strokes = strokesOf(each).map((d) =>
    element('path', {
      d,
      fill: 'none',
      ...paint(pen, { stroke: each.color }),
      'stroke-width': each.width,
      'stroke-dasharray': each.stroke === 'dashed' ? dashes.line.join(' ') : undefined,
    }),
  )
  return strokes.join('') + (each.arrow ? arrow(pen, each) : '')
}

function arrow(pen: Pen, each: LineMark): string {
  const d = arrowData(each)
  if (each.arrow === 'filled') return element('path', { d, ...paint(pen, { fill: each.color }) })
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const ink = paint(pen, { stroke: each.color })
  return element('path', { d, fill: 'none', ...ink, 'stroke-width': each.width, ...ends })
}

function icon(pen: Pen, each: IconMark): string {
  const { x, y, width, height, radius } = iconPlace(each)
  const tile = tileOf(pen, each, radius)
  const source = pen.icon(each.icon)
  if (source === undefined) return tile
  if (!pen.icons.has(each.icon)) pen.icons.set(each.icon, symbol(each.icon, source))
  return tile + element('use', { href: `#icon-${each.icon}`, x, y, width, height })
}

/** What an icon stands on in the dark theme. */
function tileOf(pen: Pen, { x, y, size }: IconMark, radius: number): string {
  if (pen.theme === 'light' && !pen.both) return ''
  const ink = paint(pen, { fill: 'tile' })
  const unseen = pen.theme === 'light' ? { fill: 'none' } : {}
  return element('rect', { x, y, width: size, height: size, rx: radius, ...ink, ...unseen })
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
