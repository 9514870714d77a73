/**
 * Threads: what is said about a design. All of it is in the design itself, so that it works offline and merges. Who
 * writes and when, and the ids, come from the caller: the core knows no clock and no chance.
 */
import { memo } from '../basics/memo'
import { own } from '../basics/own'
import type { Comment, Design, Pin, Thread } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { displayName } from '../elements/kinds'
import { type Text, term } from '../texts/text'
import { keptPointer } from './pin-pointer'

/** What a thread asks of its readers. Only an open change request stands in the way of an approval. */
export const threadKinds = {
  question: term('Question'),
  'change-request': term('Change request'),
  decision: term('Decision'),
  note: term('Note'),
} as const satisfies Record<string, Text>

export type ThreadKind = keyof typeof threadKinds

/** What a kind of thread is called; a kind of a newer version by its own name. */
export function kindLabel(kind: string): Text {
  return Object.hasOwn(threadKinds, kind) ? threadKinds[kind as ThreadKind] : kind
}

/** Who acts, and when: an ISO time in UTC, such as `2026-11-26T09:30:00.000Z`. */
export interface Signed {
  readonly author: string
  readonly email?: string
  readonly at: string
}

export interface PlacedComment extends Comment {
  readonly id: string
}

export interface PlacedThread extends Pick<Thread, 'kind' | 'pin' | 'resolved'> {
  readonly id: string
  /** In the order of writing; the first one opened the thread. */
  readonly comments: readonly PlacedComment[]
}

const NONE: readonly PlacedThread[] = []

const sorted = memo((threads: NonNullable<Design['threads']>) =>
  Object.entries(threads)
    .map(([id, thread]): PlacedThread => ({ ...thread, id, comments: inOrder(thread.comments) }))
    .sort((a, b) => compareText(openedAt(a), openedAt(b)) || compareText(a.id, b.id)),
)

/** All threads, the oldest first. */
export function threadsOf(design: Design): readonly PlacedThread[] {
  return design.threads ? sorted(design.threads) : NONE
}

function inOrder(comments: Thread['comments']): readonly PlacedComment[] {
  return Object.entries(comments)
    .map(([id, comment]) => ({ ...comment, id }))
    .sort((a, b) => compareText(a.written, b.written) || compareText(a.id, b.id))
}

function openedAt(thread: PlacedThread): string {
  return thread.comments[0]?.written ?? ''
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Is the element that it is about gone? It can still be read, and pinned to another one. */
export function isOrphan(design: Design, { pin }: Pick<Thread, 'pin'>): boolean {
  return pin.element !== undefined && !Object.hasOwn(design.elements, pin.element)
}

export function isOpen({ resolved }: Pick<Thread, 'resolved'>): boolean {
  return resolved === undefined
}

/** The changes that somebody asked for and that nobody has settled; no approval passes them by itself. */
export function openChangeRequests(design: Design): readonly PlacedThread[] {
  return threadsOf(design).filter((thread) => thread.kind === 'change-request' && isOpen(thread))
}

/** An id that nobody else has, of 8 or more random bytes. */
export function randomId(bytes: Uint8Array): string {
  return [...bytes].map((byte) => DIGITS[byte & 31]).join('')
}

/** The letters and digits that are not taken for one another. */
const DIGITS = 'abcdefghjkmnpqrstuvwxyz023456789'

/** A pin as it is kept: with the names that its element, and the items of lists that lead to its field, have now. */
export function pinOf(design: Design, pin: Pin): Pin {
  const element = pin.element === undefined ? undefined : design.elements[pin.element]
  if (pin.element === undefined || !element) return pin
  const pointer = pin.pointer === undefined ? {} : { pointer: keptPointer(element.spec, pin.pointer) }
  return { ...pin, ...pointer, named: displayName(pin.element, element) }
}

export interface NewThread {
  readonly id: string
  /** The id of its first comment. */
  readonly comment: string
  readonly kind: ThreadKind
  readonly pin: Pin
  readonly text: string
  readonly by: Signed
}

/** Opens a thread. */
export function startThread(draft: DesignDraft, { id, comment, kind, pin, text, by }: NewThread): void {
  draft.threads ??= {}
  draft.threads[id] = {
    kind,
    pin: pinOf(draft as Design, pin),
    comments: { [comment]: commentBy(by, text) },
  }
}

/** Adds a comment to a thread; a thread that is gone stays gone. */
export function reply(draft: DesignDraft, thread: string, comment: string, text: string, by: Signed): void {
  const found = threadIn(draft, thread)
  if (found) found.comments[comment] = commentBy(by, text)
}

function commentBy({ author, email, at }: Signed, text: string): Comment {
  return { author, ...(email === undefined ? {} : { email }), written: at, text }
}

/**
 * Rewrites a comment, and marks it.
 * @param at ISO time of the change
 */
export function editComment(
  draft: DesignDraft,
  thread: string,
  comment: string,
  text: string,
  at: string,
): void {
  const comments = threadIn(draft, thread)?.comments ?? {}
  const found = own(comments, comment)
  if (!found || found.text === text) return
  found.text = text
  found.edited = at
}

/** Takes a comment away, and with the last one the thread. */
export function removeComment(draft: DesignDraft, thread: string, comment: string): void {
  const found = threadIn(draft, thread)
  if (!draft.threads || !found) return
  delete found.comments[comment]
  if (Object.keys(found.comments).length > 0) return
  delete draft.threads[thread]
  if (Object.keys(draft.threads).length === 0) delete draft.threads
}

/** Makes a question of a note, and the like. */
export function changeKind(draft: DesignDraft, thread: string, kind: ThreadKind): void {
  const found = threadIn(draft, thread)
  if (found) found.kind = kind
}

/** Closes a thread; it stays readable. */
export function resolve(draft: DesignDraft, thread: string, by: Signed): void {
  const found = threadIn(draft, thread)
  if (found && !found.resolved) found.resolved = { ...by }
}

/** Opens it again. */
export function reopen(draft: DesignDraft, thread: string): void {
  const found = threadIn(draft, thread)
  if (found) delete found.resolved
}

/** Pins a thread to something else: an orphan to an element, or a pin that is dragged to another place. */
export function reattach(draft: DesignDraft, thread: string, pin: Pin): void {
  const found = threadIn(draft, thread)
  if (found) found.pin = pinOf(draft as Design, pin)
}

function threadIn(draft: DesignDraft, id: string) {
  return draft.threads ? own(draft.threads, id) : undefined
}
