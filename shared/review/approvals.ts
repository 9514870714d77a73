/**
 * Approvals: somebody agreed to what the design means. They hold as long as the meaning is the same; moving a box,
 * colours and comments change nothing of it.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isObject } from '../basics/json'
import { memo } from '../basics/memo'
import type { Approval, Design, Element, StoredConnection } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { namedItems } from '../merge/list-items'
import { ruleSetVersion } from '../rules/rule-set'
import { type Packed, pack, unpack } from './packed'
import { frameOf, isMeant, isRemark } from './remarks'
import { openChangeRequests, type PlacedThread, type Signed } from './threads'

/** SHA-256 of what the design means to AWS and to those who run it, in hexadecimal digits. */
export const meaningHash: (design: Design) => string = memo((design) => {
  const { elements, connections, region = '', account = '' } = design
  return hash(
    [`region ${region}`, `account ${account}`, elementsHash(elements), linesText(elements)(connections)].join(
      '\n',
    ),
  )
})

/** Remembered by itself: while boxes move the elements stay as they are. */
const elementsHash = memo((elements: Design['elements']) => {
  const drawing = { elements }
  const told = Object.entries(elements)
    .filter(([id]) => !isRemark(drawing, id))
    .map(([id, element]) => `${id} ${elementHash(element)} ${frameOf(drawing, element) ?? ''}`)
  return hash(told.sort().join('\n'))
})

/** Remembered: with every edit most elements stay as they were. */
const elementHash = memo(({ inside: _, locked: __, ...meaning }: Element) => hash(ordered(meaning)))

/** Remembered as long as neither changes, for the same reason. */
const linesText = memo((elements: Design['elements']) =>
  memo((connections: Design['connections']) =>
    Object.values(connections)
      .filter(({ from, to }) => isMeant({ elements }, from, to))
      .map(connectionText)
      .sort()
      .join('\n'),
  ),
)

const connectionText = memo(({ label: _, ...meaning }: StoredConnection) => ordered(meaning))

/** JSON with members, and items of lists that have names, in an order of their own: theirs means nothing. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (member, part) => {
    if (isObject(part)) return Object.fromEntries(Object.entries(part).sort(byName))
    const items = Array.isArray(part) ? namedItems(member, part) : undefined
    return items ? [...items].sort(byName).map(([, item]) => item) : part
  })
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** Why a design can't be approved as it is. */
export type Refusal =
  /** They can be overridden, with a reason. */
  | { readonly why: 'change-requests'; readonly threads: readonly PlacedThread[] }
  /** A merge left questions open: nobody knows what would be approved. */
  | { readonly why: 'conflicts'; readonly count: number }

/** What stands in the way of an approval; undefined when nothing does. */
export function refusal(design: Design): Refusal | undefined {
  const count = Object.keys(design.conflicts ?? {}).length
  if (count > 0) return { why: 'conflicts', count }
  const threads = openChangeRequests(design)
  return threads.length > 0 ? { why: 'change-requests', threads } : undefined
}

export interface NewApproval {
  readonly id: string
  readonly by: Signed
  readonly comment?: string
  /** Why it is given although changes are asked for. */
  readonly override?: string
}

/**
 * Approves the design as it is. Only this approval keeps the design that was approved: what has changed is asked since
 * the last one. Nothing happens where `refusal` names what no reason overrides, or a reason is missing.
 */
export function approve(draft: DesignDraft, design: Design, approval: NewApproval): void {
  const refused = refusal(design)
  if (refused?.why === 'conflicts' || (refused && !approval.override)) return
  const { id, by, comment, override } = approval
  draft.approvals ??= {}
  for (const older of Object.values(draft.approvals)) delete older.approved
  draft.approvals[id] = {
    author: by.author,
    ...(by.email === undefined ? {} : { email: by.email }),
    at: by.at,
    meaning: meaningHash(design),
    rules: ruleSetVersion(),
    ...(comment ? { comment } : {}),
    ...(override ? { override } : {}),
    approved: pack(withoutReviews(design)),
  }
}

/** What was said about it, and what is open, is no part of what was agreed to. */
function withoutReviews({ threads: _, approvals: __, conflicts: ___, ...design }: Design): Design {
  return design as Design
}

/** Takes an approval back. */
export function withdraw(draft: DesignDraft, id: string): void {
  if (!draft.approvals) return
  delete draft.approvals[id]
  if (Object.keys(draft.approvals).length === 0) delete draft.approvals
}

export interface PlacedApproval extends Approval {
  readonly id: string
  /** Does the design still mean what was agreed to? */
  readonly holds: boolean
}

export interface Standing {
  /** `void`: all that there were are about another meaning. */
  readonly state: 'none' | 'approved' | 'void'
  /** The newest first. */
  readonly approvals: readonly PlacedApproval[]
}

const NOTHING: Standing = { state: 'none', approvals: [] }

/** What the approvals of a design are worth now. Without any, nothing is computed. */
export const standingOf: (design: Design) => Standing = memo((design) => {
  const all = Object.entries(design.approvals ?? {})
  if (all.length === 0) return NOTHING
  const meaning = meaningHash(design)
  const approvals = all
    .map(([id, approval]) => ({ ...approval, id, holds: approval.meaning === meaning }))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
  return { state: approvals.some(({ holds }) => holds) ? 'approved' : 'void', approvals }
})

/** The newest approval that kept what was approved. */
export function lastApproval(design: Design): PlacedApproval | undefined {
  return standingOf(design).approvals.find(({ approved }) => approved !== undefined)
}

/** The design that was approved; `not kept`, damaged, or another one than its hash says: none, and why. */
export function approvedDesign({ approved, meaning }: Pick<Approval, 'approved' | 'meaning'>): Packed {
  if (approved === undefined) return { is: 'nothing' }
  const found = unpack(approved)
  if (found.is === 'design' && meaningHash(found.design) !== meaning) return { is: 'damaged' }
  return found
}
