/** Cells of an mxGraph model, which is what a draw.io file holds, as XML. */
import { escapeXml } from '../../basics/xml'
import type { Point, Rect } from '../../figures/mark'
import { round } from '../../figures/paint'

export type Attributes = Readonly<Record<string, string | undefined>>

export interface Vertex {
  readonly id: string
  readonly parent: string
  readonly label: string
  readonly style: string
  /** Relative to the parent. */
  readonly rect: Rect
  /** How large a collapsed frame is once it is opened. */
  readonly opened?: Rect | undefined
  /** What the shape says about itself in “Edit Data”, and its tooltip. */
  readonly data?: Attributes
}

export interface Edge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly label: string
  readonly style: string
  /** Bends between the ends; absolute. */
  readonly bends: readonly Point[]
  /** Where on the line its label is: −1 at its beginning, 1 at its end. */
  readonly labelAt: number
  readonly data: Attributes
}

/** A shape. */
export function vertex({ id, parent, label, style, rect, opened, data }: Vertex): string[] {
  const geometry = [
    `<mxGeometry${place(rect)} as="geometry"${opened ? '>' : '/>'}`,
    ...(opened ? [`  <mxRectangle${place(opened)} as="alternateBounds"/>`, '</mxGeometry>'] : []),
  ]
  const rest = { style, vertex: '1', parent, ...(opened ? { collapsed: '1' } : {}) }
  return cell(id, label, rest, data, geometry)
}

/** A line. Its bends are absolute, so it belongs to the layer. */
export function edge({ id, source, target, label, style, bends, labelAt, data }: Edge): string[] {
  const points = bends.map(({ x, y }) => `    <mxPoint x="${round(x)}" y="${round(y)}"/>`)
  const geometry = [
    `<mxGeometry x="${round(labelAt)}" relative="1" as="geometry"${points.length > 0 ? '>' : '/>'}`,
    ...(points.length > 0 ? ['  <Array as="points">', ...points, '  </Array>', '</mxGeometry>'] : []),
  ]
  return cell(id, label, { style, edge: '1', parent: '1', source, target }, data, geometry)
}

function cell(
  id: string,
  label: string,
  rest: Attributes,
  data: Attributes | undefined,
  geometry: readonly string[],
): string[] {
  if (!data) {
    return [
      `<mxCell${attributes({ id, value: label, ...rest })}>`,
      ...geometry.map((line) => `  ${line}`),
      '</mxCell>',
    ]
  }
  return [
    `<object${attributes({ label, ...data, id })}>`,
    `  <mxCell${attributes(rest)}>`,
    ...geometry.map((line) => `    ${line}`),
    '  </mxCell>',
    '</object>',
  ]
}

/** Attributes of an XML element; blanks of every sort are one blank there. */
export function attributes(of: Attributes): string {
  return Object.entries(of)
    .map(([name, value]) =>
      value === undefined ? '' : ` ${name}="${escapeXml(value.replace(/\s+/g, ' '))}"`,
    )
    .join('')
}

function place({ x, y, width, height }: Rect): string {
  return ` x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
}
