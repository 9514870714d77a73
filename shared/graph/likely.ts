/** Which kinds of elements a line from one may lead to, or a frame may hold, the most likely ones first. */
import { valueAt } from '../basics/json'
import { own } from '../basics/own'
import { emptyDesign, type Spec } from '../design/design'
import { kinds } from '../elements/registry'
import { landing } from './add'
import type { Candidate } from './connect'
import { type Graph, graphOf } from './graph'
import { likelyIn, likelyNext } from './likely-table'
import { meant } from './meant'
import type { NestingName } from './nestings'
import { addElement } from './new-element'

/** A kind that a line may lead to: what a new element of it would be connected by. */
export interface NextKind {
  readonly kind: string
  readonly meanings: readonly Candidate[]
}

/** The id that a not yet existing element has in the meanings of `nextKinds`. */
export const NEW = 'new'

/** The kinds that a line from an element may lead to; without those that it would be drawn in. */
export function nextKinds(graph: Graph, from: string): readonly NextKind[] {
  const element = graph.element(from)
  if (!element) return []
  const found = kinds
    .filter(({ hidden }) => hidden !== true)
    .flatMap(({ kind }) => {
      const meanings = meant(probe(element.kind, kind), 'from', NEW).filter(
        (each) => !holds(each) && !isTaken(each, element.spec),
      )
      return meanings.length > 0 ? [{ kind, meanings: meanings.map((each) => real(each, from)) }] : []
    })
  return byRank(found, own(likelyNext, element.kind) ?? [], ({ kind }) => kind)
}

/** Just the two elements, as only their kinds matter. */
function probe(from: string, to: string): Graph {
  const draft = { ...emptyDesign(''), elements: {}, connections: {}, layout: {} }
  addElement(draft, from, 'from')
  addElement(draft, to, NEW)
  return graphOf(draft)
}

/** Would the element that the line begins at be drawn in the new one? Then it is a frame around it, and no next step. */
function holds({ from, relation }: Candidate): boolean {
  if (relation === undefined || relation.draw === 'line') return false
  return relation.draw === 'inside' ? from !== NEW : from === NEW
}

/** Does the element hold another one in that place already, as a service its task definition? */
function isTaken({ from, relation }: Candidate, spec: Spec): boolean {
  if (from === NEW || relation === undefined || relation.draw === 'line') return false
  return !relation.path.includes('*') && valueAt(spec, relation.path) !== undefined
}

function real(candidate: Candidate, id: string): Candidate {
  const name = (end: string) => (end === 'from' ? id : end)
  return { ...candidate, from: name(candidate.from), to: name(candidate.to) }
}

/** All kinds in the order in which people want them at a place: first those that may stand there. */
export function kindsFor(
  graph: Graph,
  over: string | undefined,
  all: readonly string[],
  nesting: NestingName = 'logical',
): readonly string[] {
  const frame = over === undefined ? undefined : graph.element(over)?.kind
  const fits = (kind: string) => over === undefined || landing(graph, kind, over, nesting).frame === over
  const ranked = byRank(all, own(likelyIn, frame ?? 'canvas') ?? [], (kind) => kind)
  return [...ranked.filter(fits), ...ranked.filter((kind) => !fits(kind))]
}

function byRank<T>(items: readonly T[], order: readonly string[], key: (item: T) => string): readonly T[] {
  const rank = (item: T) => {
    const at = order.indexOf(key(item))
    return at < 0 ? order.length : at
  }
  return items.toSorted((a, b) => rank(a) - rank(b))
}
