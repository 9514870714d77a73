/** Puts calls into an order in which they can be made, as near to the order of the design as that lets. */
import { memo } from '../basics/memo'
import { escapeText, mapStrings } from '../design/references'
import type { Draft } from './maker'
import { piecesOf, referencedIn, referTo } from './pieces'

/** Waits for what it would be well to have before; given up where that makes a circle. */
export type Wishes = ReadonlyMap<string, readonly string[]>

type NameFor = (resource: string, attribute: string) => string | undefined

export interface Ordered {
  readonly drafts: readonly Draft[]
  /** Calls that name each other, so that none can be first. */
  readonly circles: readonly string[]
}

/** `nameFor` knows an identifier before it is made, such as a name; that breaks a circle. */
export function inOrder(drafts: readonly Draft[], wishes: Wishes, nameFor: NameFor): Ordered {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  const placed = new Map<string, Draft>()
  const circles: string[] = []
  let open = drafts
  while (open.length > 0) {
    const before = open.length
    open = pass(open, byId, placed, (draft) => [...hard(draft), ...(wishes.get(draft.id) ?? [])], wishes)
    if (open.length < before) continue
    // Only wishes may stand in the way.
    const first = open.find((draft) => hard(draft).every((id) => placed.has(id) || !byId.has(id)))
    if (first) {
      place(first, placed, byId, wishes)
    } else {
      const next = freed(open, nameFor) ?? open[0]
      if (!next) break
      byId.set(next.id, next)
      if (!hard(next).every((id) => placed.has(id) || !byId.has(id))) circles.push(next.id)
      place(next, placed, byId, wishes)
    }
    open = open.filter(({ id }) => !placed.has(id))
  }
  return { drafts: [...placed.values()], circles }
}

/** What runs tasks comes after what it runs, whatever that says about it. */
const LAST: ReadonlySet<string> = new Set(['ecs:CreateService', 'ecs:RunTask', 'ecs:StartTask'])

/** The first of a circle that can be made when the names in it are written out. */
function freed(open: readonly Draft[], nameFor: NameFor): Draft | undefined {
  const ids = new Set(open.map(({ id }) => id))
  const inTurn = [...open.filter(({ type }) => !LAST.has(type)), ...open.filter(({ type }) => LAST.has(type))]
  return inTurn
    .map((draft) => withNames(draft, ids, nameFor))
    .find((draft) => hard(draft).every((id) => !ids.has(id)))
}

/** Places all that can be, in turn; what one frees may follow at once. */
function pass(
  open: readonly Draft[],
  byId: ReadonlyMap<string, Draft>,
  placed: Map<string, Draft>,
  needs: (draft: Draft) => readonly string[],
  wishes: Wishes,
): readonly Draft[] {
  return open.filter((draft) => {
    if (!needs(draft).every((id) => placed.has(id) || !byId.has(id))) return true
    place(draft, placed, byId, wishes)
    return false
  })
}

/** What was waited for is told, unless a string of the input tells it. */
function place(
  draft: Draft,
  placed: Map<string, Draft>,
  byId: ReadonlyMap<string, Draft>,
  wishes: Wishes,
): void {
  const named = new Set(resourcesIn(draft.input))
  const waited = [...draft.after, ...(wishes.get(draft.id) ?? [])]
  const after = [...new Set(waited)].filter((id) => byId.has(id) && placed.has(id) && !named.has(id))
  placed.set(draft.id, { ...draft, after })
}

const hard = memo(({ id, input, after }: Draft): readonly string[] => [
  ...new Set([...resourcesIn(input).filter((one) => one !== id), ...after]),
])

function resourcesIn(input: unknown): readonly string[] {
  return referencedIn(input).flatMap((reference) => ('resource' in reference ? [reference.resource] : []))
}

function withNames(draft: Draft, open: ReadonlySet<string>, nameFor: NameFor): Draft {
  const input = mapStrings(draft.input, (text) => {
    if (!text.includes('@{')) return text
    return piecesOf(text)
      .map((piece) => {
        if (typeof piece === 'string') return escapeText(piece)
        if ('input' in piece) return `@{input:${piece.input}}`
        const name = open.has(piece.resource) ? nameFor(piece.resource, piece.attribute) : undefined
        return name ?? referTo(piece.resource, piece.attribute)
      })
      .join('')
  })
  return input === draft.input ? draft : { ...draft, input }
}
