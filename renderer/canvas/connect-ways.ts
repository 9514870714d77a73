/** What dropping a line means, and whether that can stand. */
import { describe } from '../../shared/consequences/draw-line'
import { retarget } from '../../shared/consequences/rewire'
import { type Verdict, verdict } from '../../shared/consequences/verdict'
import type { DesignDraft } from '../../shared/design/edit'
import { type Candidate, refusal } from '../../shared/graph/connect'
import { type Graph, graphOf } from '../../shared/graph/graph'
import { meant } from '../../shared/graph/meant'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { Connecting } from './gesture'

/** One thing that a dropped line could mean, with what comes with it. */
export interface Way {
  readonly candidate: Candidate
  /** The row that its reference goes into, as a JSON pointer. */
  readonly row?: string
  readonly first?: (draft: DesignDraft) => void
}

/** Which elements the line in the hand may lead to, as far as their kinds tell. */
export function possibleEnds(app: App, connecting: Pick<Connecting, 'from' | 'row' | 'moved'>): Set<string> {
  const design = designOf(app.store.getState())
  const ids = Object.keys(design.elements)
  const { from, moved } = connecting
  // Where the line leads now is no new end, but it may stay there.
  const now = moved?.line[moved.end]
  return new Set(ids.filter((id) => id === now || (id !== from && waysTo(app, connecting, id).length > 0)))
}

/** What the line means when it is dropped on an element, or one of its rows. */
export function waysTo(
  app: App,
  { from, row, moved }: Pick<Connecting, 'from' | 'row' | 'moved'>,
  to: string,
  targetRow?: string,
): readonly Way[] {
  const design = designOf(app.store.getState())
  if (moved) return retarget(design, moved.line, moved.end, to, targetRow)
  return meant(graphOf(design), from, to).map((candidate) => {
    const into = candidate.from === from ? row : targetRow
    return into === undefined ? { candidate } : { candidate, row: into }
  })
}

/** Those that can stand; where none can, why not. */
export function standing(app: App, ways: readonly Way[]): readonly Way[] | Verdict {
  const design = designOf(app.store.getState())
  let first: Verdict | undefined
  const good = ways.filter(({ candidate, row, first: before }) => {
    const said = verdict(design, candidate, row, before)
    first ??= said
    return !said
  })
  return good.length > 0 || !first ? good : first
}

/** Does any of them stand? Asks no further than it has to. */
export function refusalOfAll(app: App, ways: readonly Way[]): Verdict | undefined {
  const design = designOf(app.store.getState())
  let first: Verdict | undefined
  for (const { candidate, row, first: before } of ways) {
    const said = verdict(design, candidate, row, before)
    if (!said) return undefined
    first ??= said
  }
  return first
}

/** Why no line leads there, whatever it would mean. */
export function noWay(app: App, from: string, to: string): Verdict {
  const reason = refusal(graphOf(designOf(app.store.getState())), from, to)
  return { reason: reason ?? t('connect.insideEachOther') }
}

/** “web calls jobs”, or how many things it could mean. */
export function saysOf(app: App, ways: readonly Way[]): string {
  const [only] = ways
  const graph: Graph = graphOf(designOf(app.store.getState()))
  return ways.length === 1 && only
    ? words(describe(graph, only.candidate))
    : t('connect.meanings', { count: ways.length })
}
