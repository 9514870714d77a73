/** Exports the drawing as a Mermaid flowchart: what is in what, and what is connected with what. */
import { toNumber } from '../basics/convert'
import { push } from '../basics/push'
import { quote } from '../basics/quote'
import type { Category } from '../elements/kind'
import { kindOf, labelOf } from '../elements/kinds'
import { meaningOf } from '../elements/meanings'
import { readable } from '../figures/figure-of'
import { type Holders, holdersOf } from '../figures/holders'
import { type DrawnLine, linesIn } from '../figures/lines'
import { colors } from '../figures/tokens'
import { type Graph, graphOf, nameOf } from '../graph/graph'
import { isWithin } from '../graph/nestings'
import { english, say } from '../texts/text'
import type { Translate } from '../texts/translate'
import { fileNames } from './file-names'
import { defineExport, type ExportNote } from './format'
import { label, nodeName } from './mermaid/escape'

export const mermaidExport = defineExport({
  id: 'mermaid',
  title: 'Mermaid flowchart',
  category: 'diagram',
  fileNames: '<design>.mmd',
  export: (design, { say: translate = english } = {}) => {
    const graph = graphOf(design)
    const chart: Chart = { graph, holders: holdersOf(graph), say: translate }
    const all = linesIn({ graph, holders: chart.holders, hidden: new Map(), say: translate })
    const drawn = all.filter((line) => !endsInside(chart, line))
    const content = [
      'flowchart LR',
      ...chart.holders.roots.flatMap((id) => block(chart, id, '  ')),
      ...drawn.map((line) => `  ${arrow(line)}`),
      ...classes(chart),
    ]
    return {
      files: [{ name: fileNames()(design.name, '.mmd'), content: `${content.join('\n')}\n` }],
      notes: [overview, ...all.filter((line) => endsInside(chart, line)).map((line) => undrawn(graph, line))],
    }
  },
})

interface Chart {
  readonly graph: Graph
  readonly holders: Holders
  readonly say: Translate
}

const overview: ExportNote = {
  code: 'overview',
  text: 'A flowchart shows elements, what they are in, and lines; settings and places are not in it.',
}

/** A node's outline says to which category it belongs. */
const shapes: Readonly<Record<Category, readonly [string, string]>> = {
  compute: ['[', ']'],
  networking: ['{{', '}}'],
  storage: ['[(', ')]'],
  database: ['[(', ')]'],
  security: ['[/', '\\]'],
  management: ['[/', '/]'],
  general: ['([', '])'],
}

function block(chart: Chart, id: string, indent: string): string[] {
  const inside = chart.holders.children.get(id) ?? []
  if (inside.length === 0) return [`${indent}${node(chart, id)}`]
  // One line: below it, there is no room before what is in the frame.
  const title = [`${nameOf(chart.graph, id)} (${kindName(chart, id)})`, ...rowsOf(chart, id)].join(' · ')
  return [
    `${indent}subgraph ${nodeName(id)}[${label([title])}]`,
    ...inside.flatMap((child) => block(chart, child, `${indent}  `)),
    `${indent}end`,
  ]
}

function node(chart: Chart, id: string): string {
  const { graph } = chart
  const element = graph.element(id)
  if (element?.kind === 'note') {
    const text = typeof element.spec.text === 'string' ? readable(graph, element.spec.text) : ''
    return `${nodeName(id)}>${label(text.split('\n'))}]`
  }
  const [open, close] = element?.kind === 'task-definition' ? ['[[', ']]'] : shapes[categoryOf(graph, id)]
  return `${nodeName(id)}${open}${label([nameOf(graph, id), kindName(chart, id), ...rowsOf(chart, id)])}${close}`
}

/** What a figure shows as rows: containers with their images, listeners, target groups drawn with their owner. */
function rowsOf({ graph, holders, say }: Chart, id: string): string[] {
  const element = graph.element(id)
  const parts = (element && kindOf(element.kind)?.rows?.(element.spec)) ?? []
  const absorbed = [...graph.rows].filter((row) => holders.drawnIn.get(row) === id)
  return [
    ...parts.map(({ pointer, name }) => {
      const image = /^\/containerDefinitions\/(\d+)$/.exec(pointer)
      const containers = element?.spec.containerDefinitions
      const written = image && Array.isArray(containers) ? containers[toNumber(image[1])]?.image : undefined
      return readable(graph, typeof written === 'string' ? `${name}: ${written}` : name)
    }),
    ...absorbed.map((row) => `${nameOf(graph, row)} (${say(labelOf(graph.element(row)?.kind ?? ''))})`),
  ]
}

function kindName({ graph, say }: Chart, id: string): string {
  return say(labelOf(graph.element(id)?.kind ?? ''))
}

function categoryOf(graph: Graph, id: string): Category {
  return kindOf(graph.element(id)?.kind ?? '')?.category ?? 'general'
}

const strokes = { solid: '-->', dashed: '-.->', double: '==>' } as const

function arrow({ from, to, head, meaning, text }: DrawnLine): string {
  const [tail, tip] = head === 'to' ? [from.item, to.item] : [to.item, from.item]
  const said = text.trim() === '' ? '' : `|${label([text])}|`
  return `${nodeName(tail)} ${strokes[meaningOf(meaning).stroke]}${said} ${nodeName(tip)}`
}

/** Mermaid can't lead a line from a frame to something in it. */
function endsInside({ holders }: Chart, { from, to }: DrawnLine): boolean {
  return isWithin(holders.parent, from.item, to.item) || isWithin(holders.parent, to.item, from.item)
}

function undrawn(graph: Graph, { from, to, text }: DrawnLine): ExportNote {
  return {
    code: 'line-inside',
    element: from.item,
    text: say`The line ${quote(text)} from “${nameOf(graph, from.item)}” to “${nameOf(graph, to.item)}” is left out: a flowchart has no line between a frame and what is in it.`,
  }
}

/** Each category's colour, strong enough on light and on dark; the fill is the reader's theme's. */
function classes({ graph, holders }: Chart): string[] {
  const members = new Map<Category, string[]>()
  const frames: string[] = []
  for (const id of Object.keys(graph.design.elements)) {
    if (graph.rows.has(id)) continue
    push(members, categoryOf(graph, id), nodeName(id))
    if (holders.children.has(id)) frames.push(nodeName(id))
  }
  const colored = [...members].flatMap(([category, names]) => [
    `  classDef ${category} stroke:${colors[category].light},stroke-width:2px`,
    `  class ${names.join(',')} ${category}`,
  ])
  if (frames.length === 0) return colored
  return [...colored, '  classDef frame fill:none', `  class ${frames.join(',')} frame`]
}
