/** Exports the drawing as a draw.io diagram: shapes that can be edited, in the places and with the lines of the canvas. */

import { visible } from '../basics/characters'
import { escapeXml } from '../basics/xml'
import type { Design } from '../design/design'
import { displayName, kindOf } from '../elements/kinds'
import { meaningOf } from '../elements/meanings'
import { readable } from '../figures/figure-of'
import type { BoxMark, Figure, FigureRow, IconMark, Point, Rect, TextMark } from '../figures/mark'
import { colorOf, round } from '../figures/paint'
import { type Scene, type SceneItem, type SceneLine, sceneOf } from '../figures/scene'
import { type ColorToken, sizes } from '../figures/tokens'
import { logicalView } from '../figures/view'
import { type Graph, graphOf } from '../graph/graph'
import { attributes, edge, vertex } from './drawio/cells'
import { groupStyle, iconStyle } from './drawio/stencils'
import { fileNames } from './file-names'
import { defineExport, type ExportNote } from './format'

export const drawioExport = defineExport({
  id: 'drawio',
  title: 'draw.io diagram',
  category: 'diagram',
  fileNames: '<design>.drawio',
  export: (design) => {
    const page: Page = {
      graph: graphOf(design),
      shown: sceneOf(design, logicalView),
      opened: sceneOf(withoutCollapsed(design), logicalView),
    }
    const cells = [
      ...page.opened.items.flatMap((item) => shape(page, item)),
      ...page.opened.lines.flatMap((line, index) => arrow(page, line, index)),
    ]
    const content = [
      '<mxfile host="Fairlead" compressed="false">',
      `  <diagram${attributes({ id: 'design', name: visible(design.name) || 'Design' })}>`,
      '    <mxGraphModel grid="1" gridSize="8" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" math="0" shadow="0">',
      '      <root>',
      '        <mxCell id="0"/>',
      '        <mxCell id="1" parent="0"/>',
      ...cells.map((line) => `        ${line}`),
      '      </root>',
      '    </mxGraphModel>',
      '  </diagram>',
      '</mxfile>',
    ]
    return {
      files: [{ name: fileNames()(design.name, '.drawio'), content: `${content.join('\n')}\n` }],
      notes: [overview],
    }
  },
})

const overview: ExportNote = {
  code: 'overview',
  text: 'A draw.io diagram shows elements, what they are in, and lines; settings are not in it.',
}

interface Page {
  readonly graph: Graph
  /** As it is drawn, collapsed frames and all. */
  readonly shown: Scene
  /** With every frame open: what is in a collapsed one is in the file, too. */
  readonly opened: Scene
}

function withoutCollapsed(design: Design): Design {
  if (!Object.values(design.layout).some(({ collapsed }) => collapsed === true)) return design
  const opened = Object.entries(design.layout).map(([id, { collapsed: _, ...place }]) => [id, place] as const)
  return { ...design, layout: Object.fromEntries(opened) }
}

function cellId(id: string, row?: number): string {
  return row === undefined ? `e-${id}` : `e-${id}--${row + 1}`
}

function shape(page: Page, item: SceneItem): string[] {
  const { id, parent, figure } = item
  const shown = page.shown.byId.get(id)
  const isFolded =
    shown !== undefined && item.figure.content !== undefined && shown.figure.content === undefined
  const rect = placeOf(page, id)
  const around = parent === undefined ? undefined : placeOf(page, parent, shown === undefined)
  const kind = page.graph.element(id)?.kind ?? ''
  const own = vertex({
    id: cellId(id),
    parent: parent === undefined ? '1' : cellId(parent),
    label: labelOf(page, item),
    style: styleOf(kind, figure),
    rect: around ? { ...rect, x: rect.x - around.x, y: rect.y - around.y } : rect,
    opened: isFolded
      ? { ...item.rect, x: rect.x - (around?.x ?? 0), y: rect.y - (around?.y ?? 0) }
      : undefined,
    data: { tooltip: figure.title, element: id, kind },
  })
  return [
    ...own,
    ...icons(id, kind, figure),
    ...figure.rows.flatMap((_, index) => rowShape(page, item, index)),
  ]
}

/** Where an element is; in a frame that is collapsed, where it would be if that were open. */
function placeOf({ shown, opened }: Page, id: string, open = false): Rect {
  const item = (open ? undefined : shown.byId.get(id)) ?? opened.byId.get(id)
  if (!item) throw new Error(`No place of "${id}".`)
  return item.rect
}

const ink = (token: ColorToken) => colorOf(token, 'light')
const font = `html=1;whiteSpace=wrap;fontSize=12;fontColor=${ink('text')};`

function styleOf(kind: string, figure: Figure): string {
  const outline = outlineOf(figure)
  const isFrame = figure.content !== undefined
  const hasIcon =
    groupStyle(kind) !== undefined ||
    figure.marks.some((mark) => mark.mark === 'icon' && iconStyle(mark.icon, '') !== undefined)
  const head = isFrame || figure.height > sizes.node.height
  const spacing = isFrame ? sizes.frame.icon + 20 : 50
  const box = [
    groupStyle(kind) ?? `rounded=1;absoluteArcSize=1;arcSize=${2 * (outline?.radius ?? 0)};`,
    font,
    `fillColor=${outline?.fill ? ink(outline.fill) : 'none'};`,
    outline?.fillOpacity === undefined ? '' : `fillOpacity=${round(outline.fillOpacity * 100)};`,
    `strokeColor=${outline?.stroke ? ink(outline.stroke) : groupStyle(kind) ? ink('networking') : 'none'};`,
    outline?.dashed ? 'dashed=1;' : '',
    `align=left;verticalAlign=${head || kind === 'note' ? 'top' : 'middle'};spacingLeft=${hasIcon ? spacing : 10};spacingRight=4;`,
    head ? `spacingTop=${isFrame ? 4 : 6};` : '',
    isFrame || figure.rows.length > 0 ? `container=1;collapsible=${isFrame ? 1 : 0};recursiveResize=0;` : '',
  ]
  return box.join('')
}

/** The box that is seen as the figure's edge: the one with a line, or the tint that lies on its ground. */
function outlineOf({ marks, width }: Figure): BoxMark | undefined {
  const boxes = marks.filter((mark): mark is BoxMark => mark.mark === 'box' && mark.width >= width - 16)
  return boxes.find(({ stroke }) => stroke !== undefined) ?? boxes.at(-1)
}

/** Its name, and what its figure says below or beside it. A note is its text. */
function labelOf({ graph }: Page, { id, figure }: SceneItem): string {
  const element = graph.element(id)
  if (!element) return ''
  if (element.kind === 'note') {
    const text = typeof element.spec.text === 'string' ? readable(graph, element.spec.text) : ''
    return text.split(/\r?\n/).map(html).join('<br>')
  }
  const facts = texts(
    figure,
    (text) => text.color === 'muted' && !figure.rows.some((row) => within(row, text)),
  )
  const name = `<b>${html(readable(graph, displayName(id, element)))}</b>`
  if (facts.length === 0) return name
  return name + (figure.content ? ' ' : '<br>') + muted(facts.join(' · '))
}

function rowShape({ graph }: Page, { id, figure }: SceneItem, index: number): string[] {
  const row = figure.rows[index] as FigureRow
  const element = graph.element(row.element ?? id)
  const parts = (element && kindOf(element.kind)?.rows?.(element.spec)) ?? []
  const [said = '', ...facts] = texts(figure, (text) => within(row, text))
  const part = parts.find(({ pointer }) => pointer === row.pointer)
  // What had to be shortened for the canvas stands whole here.
  const name = said.includes('…') && part ? readable(graph, part.name) : said
  return vertex({
    id: cellId(id, index),
    parent: cellId(id),
    label: `<b>${html(name)}</b>${facts.length > 0 ? `<br>${muted(facts.join(' · '))}` : ''}`,
    style: `${font}overflow=hidden;fillColor=none;strokeColor=${ink('line')};align=left;verticalAlign=middle;spacingLeft=8;`,
    rect: row,
    data: {
      element: row.element ?? id,
      kind: element?.kind ?? '',
      pointer: row.pointer,
    },
  })
}

function icons(id: string, kind: string, figure: Figure): string[] {
  const color = ink(figure.accent ?? 'general')
  const own = groupStyle(kind) ? [] : figure.marks.filter((mark): mark is IconMark => mark.mark === 'icon')
  return own.flatMap(({ x, y, size, icon }, index) => {
    const style = iconStyle(icon, color)
    if (style === undefined) return []
    const rect = { x, y, width: size, height: size }
    return vertex({
      id: `${cellId(id)}--icon${index === 0 ? '' : index + 1}`,
      parent: cellId(id),
      label: '',
      style,
      rect,
    })
  })
}

const strokes = {
  solid: 'endArrow=block;endFill=1;',
  dashed: 'dashed=1;endArrow=open;endFill=0;',
  double: 'strokeWidth=3;endArrow=block;endFill=1;',
} as const

function arrow(page: Page, line: SceneLine, index: number): string[] {
  // In places that are not those of the canvas, a bend would be anywhere.
  const there = page.shown.lines.find(({ id }) => id === line.id)
  const drawn = there ?? line
  const points = line.head === 'to' ? drawn.points : [...drawn.points].reverse()
  const ends = [endOf(page, line, 'from'), endOf(page, line, 'to')] as const
  const [source, target] = line.head === 'to' ? ends : [ends[1], ends[0]]
  const text = line.label?.text ?? line.text
  return edge({
    id: `l-${index + 1}`,
    source: source.id,
    target: target.id,
    label: html(text),
    style: [
      `edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;strokeColor=${ink('muted')};fontColor=${ink('muted')};fontSize=11;`,
      `labelBackgroundColor=${ink('surface')};`,
      strokes[meaningOf(line.meaning).stroke],
      there ? anchor('exit', source.rect, points[0]) + anchor('entry', target.rect, points.at(-1)) : '',
    ].join(''),
    bends: there ? points.slice(1, -1) : [],
    labelAt: there?.label ? along(points, middle(there.label.rect)) : 0,
    data: { tooltip: line.text, meaning: line.meaning, from: line.from, to: line.to },
  })
}

interface End {
  readonly id: string
  readonly rect: Rect
}

/** The cell that a line ends at: a row, where it is about one. */
function endOf(page: Page, { drawn }: SceneLine, side: 'from' | 'to'): End {
  const { item, row, pointer } = drawn[side]
  const rect = placeOf(page, item)
  const rows = page.opened.byId.get(item)?.figure.rows ?? []
  const index = rows.findIndex(
    (each) =>
      (row !== undefined && each.element === row) ||
      (row === undefined && each.pointer !== undefined && `${pointer}/`.startsWith(`${each.pointer}/`)),
  )
  const found = rows[index]
  if (!found) return { id: cellId(item), rect }
  return { id: cellId(item, index), rect: { ...found, x: rect.x + found.x, y: rect.y + found.y } }
}

/** Where on its outline a shape is left or reached, from 0 to 1. */
function anchor(name: 'exit' | 'entry', rect: Rect, point: Point | undefined): string {
  if (!point || rect.width === 0 || rect.height === 0) return ''
  const part = (value: number) => Math.min(1, Math.max(0, Math.round(value * 1e4) / 1e4))
  const x = part((point.x - rect.x) / rect.width)
  const y = part((point.y - rect.y) / rect.height)
  return `${name}X=${x};${name}Y=${y};${name}Dx=0;${name}Dy=0;${name}Perimeter=0;`
}

/** How far along a line a point beside it is: −1 at the beginning, 1 at the end. */
function along(points: readonly Point[], at: Point): number {
  let length = 0
  let best = { distance: Number.POSITIVE_INFINITY, length: 0 }
  points.slice(1).forEach((end, index) => {
    const start = points[index] as Point
    const run = Math.abs(end.x - start.x) + Math.abs(end.y - start.y)
    const clamp = (value: number, a: number, b: number) =>
      Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b))
    const near = { x: clamp(at.x, start.x, end.x), y: clamp(at.y, start.y, end.y) }
    const distance = Math.abs(near.x - at.x) + Math.abs(near.y - at.y)
    if (distance < best.distance) {
      best = { distance, length: length + Math.abs(near.x - start.x) + Math.abs(near.y - start.y) }
    }
    length += run
  })
  return length === 0 ? 0 : (2 * best.length) / length - 1
}

function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function texts(figure: Figure, which: (text: TextMark) => boolean): string[] {
  return figure.marks
    .filter((mark): mark is TextMark => mark.mark === 'text')
    .filter(which)
    .map(({ text }) => text)
}

function within(row: Rect, { y }: Point): boolean {
  return y > row.y && y <= row.y + row.height
}

function html(text: string): string {
  return escapeXml(text)
}

function muted(text: string): string {
  return `<font color="${ink('muted')}" style="font-size: 10px">${html(text)}</font>`
}
