/**
 * Lines that somebody bent, after an edit: the bends come along when both ends of a line move together, and go when the
 * line goes. One place for dragging, arrow keys, aligning and deleting alike.
 */
import type { Design, Route } from '../design/design'
import type { Connection } from '../graph/connection'
import { absolute } from '../graph/copy'
import { type Graph, graphOf } from '../graph/graph'

type Routes = Design['routes']

interface State {
  readonly design: Design
  readonly graph: Graph
  readonly lines: ReadonlyMap<string, Connection>
}

/** The routes after an edit; the same object when nothing has to be changed. Those that the edit wrote are left alone. */
export function routesAfter(before: Design, after: Design): Routes {
  const { routes } = after
  if (!routes || Object.keys(routes).length === 0) return routes
  if (before.elements === after.elements && before.connections === after.connections)
    if (before.layout === after.layout) return routes
  const [was, is] = [stateOf(before), stateOf(after)]
  const entries = Object.entries(routes).map(([id, route]) =>
    route === before.routes?.[id] ? kept(id, route, was, is) : ([id, route] as const),
  )
  const same = entries.every((entry, i) => entry && entry[1] === Object.values(routes)[i])
  if (same && entries.every((entry) => entry && Object.hasOwn(routes, entry[0]))) return routes
  const left = entries.flatMap((entry) => (entry ? [entry] : []))
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

function stateOf(design: Design): State {
  const graph = graphOf(design)
  return { design, graph, lines: new Map(graph.connections.map((line) => [line.id, line])) }
}

/** One route under the id that its line has now; undefined when the line is gone. */
function kept(id: string, route: Route, was: State, is: State): readonly [string, Route] | undefined {
  const line = was.lines.get(id)
  // A route without a line was there when the file was opened: it is not this edit's to take away.
  if (!line) return [id, route]
  const now = sameLine(is.lines.get(id), line)
    ? id
    : is.graph.connections.find((each) => sameLine(each, line) && !sameLine(was.lines.get(each.id), each))?.id
  if (now === undefined) return undefined
  const [from, to] = [shift(line.from, was, is), shift(line.to, was, is)]
  if (from.x !== to.x || from.y !== to.y || (from.x === 0 && from.y === 0)) return [now, route]
  const points = route.points.map((point) => ({ ...point, x: point.x + from.x, y: point.y + from.y }))
  return [now, { ...route, points }]
}

function sameLine(a: Connection | undefined, b: Connection): boolean {
  return a?.from === b.from && a.to === b.to && a.meaning === b.meaning
}

function shift(id: string, was: State, is: State): { readonly x: number; readonly y: number } {
  const there = absolute(was.design, was.graph, id)
  const here = absolute(is.design, is.graph, id)
  return { x: here.x - there.x, y: here.y - there.y }
}
