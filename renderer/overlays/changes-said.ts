/** What changed from one state of the design to the next, in words for those who can't see it. Pure. */
import type { Design } from '../../shared/design/design'
import { sentence } from '../../shared/elements/meanings'
import { layoutOf } from '../../shared/figures/view'
import type { Connection } from '../../shared/graph/connection'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { type NestingName, parentsIn } from '../../shared/graph/nestings'
import { keyOf } from '../../shared/rules/mend'
import type { Problem } from '../../shared/rules/problem'
import { t } from '../strings/strings'
import { words } from '../strings/words'

/** More than that many lines are counted, not read out one by one. */
const MOST_LINES = 2

/** Elements that came, went and moved, and lines made and removed, as far as an edit changed them. */
export function changesSaid(before: Design, after: Design, nesting: NestingName): readonly string[] {
  if (before === after) return []
  const [old, graph] = [graphOf(before), graphOf(after)]
  const ids = Object.keys(after.elements)
  const added = ids.filter((id) => !Object.hasOwn(before.elements, id))
  const removed = Object.keys(before.elements).filter((id) => !Object.hasOwn(after.elements, id))
  const said = [counted('added', graph, added), counted('removed', old, removed)]
  const fresh = new Set([...added, ...removed])
  return [...said, ...moves(before, after, nesting, fresh), ...lines(old, graph, fresh)].filter(
    (text) => text !== undefined,
  )
}

function counted(what: 'added' | 'removed', graph: Graph, ids: readonly string[]): string | undefined {
  const [only] = ids
  if (only === undefined) return undefined
  return ids.length === 1
    ? t(`announcer.${what}`, { name: nameOf(graph, only) })
    : t(`announcer.${what}Several`, { count: ids.length })
}

/** Into which frame, else how far. What an element is in moves along with it, and is not said. */
function moves(before: Design, after: Design, nesting: NestingName, fresh: ReadonlySet<string>) {
  const [old, graph] = [graphOf(before), graphOf(after)]
  const [was, is] = [parentsIn(old, nesting), parentsIn(graph, nesting)]
  const nested =
    was === is ? [] : Object.keys(after.elements).filter((id) => !fresh.has(id) && was.get(id) !== is.get(id))
  const [first] = nested
  if (first !== undefined) {
    const frame = is.get(first)
    const same = nested.every((id) => is.get(id) === frame)
    const name = nested.length === 1 ? nameOf(graph, first) : t('status.elements', { count: nested.length })
    if (!same) return [t('announcer.regrouped', { count: nested.length })]
    return [
      frame === undefined
        ? t('announcer.movedOut', { name })
        : t('announcer.movedInto', { name, frame: nameOf(graph, frame) }),
    ]
  }
  return [movedBy(before, after, nesting, fresh)]
}

function movedBy(before: Design, after: Design, nesting: NestingName, fresh: ReadonlySet<string>) {
  const [from, to] = [layoutOf(before, nesting), layoutOf(after, nesting)]
  if (from === to) return undefined
  const moved = Object.keys(to).flatMap((id) => {
    const [a, b] = [from[id], to[id]]
    if (!a || !b || fresh.has(id) || (a.x === b.x && a.y === b.y)) return []
    return [{ id, x: Math.round(b.x - a.x), y: Math.round(b.y - a.y) }]
  })
  const [first] = moved
  if (!first) return undefined
  const name =
    moved.length === 1 ? nameOf(graphOf(after), first.id) : t('status.elements', { count: moved.length })
  if (moved.some(({ x, y }) => x !== first.x || y !== first.y)) return t('announcer.arranged', { name })
  const way = [along(first.x, 'right', 'left'), along(first.y, 'down', 'up')].filter(Boolean).join(', ')
  return way === '' ? undefined : t('announcer.moved', { name, way })
}

function along(by: number, forth: 'right' | 'down', back: 'left' | 'up'): string {
  if (by === 0) return ''
  return t(`announcer.${by > 0 ? forth : back}`, { count: Math.abs(by) })
}

function lines(old: Graph, graph: Graph, fresh: ReadonlySet<string>): readonly string[] {
  if (old.connections === graph.connections) return []
  const id = ({ from, meaning, to }: Connection) => `${from} ${meaning} ${to}`
  const [was, is] = [new Set(old.connections.map(id)), new Set(graph.connections.map(id))]
  // Nesting is said as a move, and what goes with an element need not be said twice.
  const counts = ({ relation, from, to }: Connection) =>
    (relation === undefined || relation.draw === 'line') && !fresh.has(from) && !fresh.has(to)
  const made = graph.connections.filter((one) => counts(one) && !was.has(id(one)))
  const gone = old.connections.filter((one) => counts(one) && !is.has(id(one)))
  return [...saidLines('connected', graph, made), ...saidLines('disconnected', old, gone)]
}

function saidLines(what: 'connected' | 'disconnected', graph: Graph, all: readonly Connection[]): string[] {
  if (all.length > MOST_LINES) return [t(`announcer.${what}Several`, { count: all.length })]
  return all.map(({ from, meaning, to }) =>
    t(`announcer.${what}`, { line: words(sentence(nameOf(graph, from), meaning, nameOf(graph, to))) }),
  )
}

/** “2 new problems, 1 mended”; undefined where nothing changed. */
export function problemsSaid(before: readonly Problem[], after: readonly Problem[]): string | undefined {
  if (before === after) return undefined
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  const count = (all: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...all].filter((key) => !others.has(key)).length
  const [fresh, mended] = [count(is, was), count(was, is)]
  const parts = [
    fresh > 0 ? t('announcer.newProblems', { count: fresh }) : '',
    mended > 0 ? t('announcer.mended', { count: mended }) : '',
  ].filter(Boolean)
  return parts.length === 0 ? undefined : `${parts.join(', ')}.`
}
