/** What the last line brought with it: shown in a card, from which each part can be taken back. */
import { applyParts, drawLine, LINE, neededParts } from '../../shared/consequences/draw-line'
import { become } from '../../shared/design/become'
import { type DesignDraft, edit } from '../../shared/design/edit'
import type { Candidate } from '../../shared/graph/connect'
import { type App, designOf, type Selection } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { Change } from './change-state'

export interface DrawOptions {
  /** What the step is called, if not as the line says. */
  readonly title?: string
  /** The step before that the line belongs to. */
  readonly mergeKey?: string
  readonly select?: Selection
}

/**
 * Draws a line with all that it brings, as one undo step. A refusal is said and changes nothing.
 * @param first what comes with the line and before it: a new element at its end, another line taken away
 */
export function drawWithConsequences(
  app: App,
  candidate: Candidate,
  row?: string,
  first?: (draft: DesignDraft) => void,
  options: DrawOptions = {},
): void {
  const before = designOf(app.store.getState())
  const line = drawLine(before, candidate, row, first)
  if ('refused' in line) {
    app.notify({ kind: 'error', text: words(line.refused) })
    return
  }
  const { parts } = line
  const title = options.title ?? words(line.title)
  const key = options.mergeKey ?? `line ${title}`
  if (options.mergeKey === undefined) app.seal()
  const select = options.select ? { select: options.select } : {}
  app.edit(title, (draft) => become(draft, line.design), { mergeKey: key, ...select })
  const after = designOf(app.store.getState())
  const ends = [candidate.from, candidate.to]
  const change = { title, ends, before, after, parts, wanted: neededParts(parts), key }
  const count = parts.length - 1
  app.patch({ change: count > 0 ? change : undefined })
  app.announce(count > 0 ? t('change.said', { title, count }) : title)
}

/** Makes or takes back one part. */
export function togglePart(app: App, change: Change, id: string): void {
  const wanted = new Set(change.wanted)
  if (!wanted.delete(id)) wanted.add(id)
  if (!wanted.has(LINE)) {
    app.undo()
    app.patch({ change: undefined })
    return
  }
  const next = edit(change.before, (draft) => applyParts(draft, change.parts, wanted)).design
  app.edit(change.title, (draft) => become(draft, next), { mergeKey: change.key })
  app.patch({ change: { ...change, wanted, after: designOf(app.store.getState()) } })
}
