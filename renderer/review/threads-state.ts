/**
 * What one person sees of the threads: which is open, which comments are unread, what is half written, whether pins are
 * shown. None of it is in the design: it is private, and kept in the host's notes.
 */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Pin } from '../../shared/design/design'
import type { Point } from '../../shared/figures/mark'
import {
  type PlacedComment,
  type PlacedThread,
  type ThreadKind,
  threadsOf,
} from '../../shared/review/threads'
import { type App, type AppState, designOf } from '../store'
import { isMine, type Me, meOf } from './me'

/** What somebody wrote and did not send. */
export interface Draft {
  readonly text: string
  /** When they wrote it last, in milliseconds since 1970. */
  readonly at: number
  /** It would open a thread. */
  readonly fresh?: FreshThread
}

export interface FreshThread {
  readonly kind: ThreadKind
  readonly pin: Pin
  /** The document that it belongs to: its slot, and the name of its file for when that is opened again. */
  readonly slot: string
  readonly file: string
}

/** The comments of each thread that this person has seen, by id: what others wrote earlier may arrive later. */
export type Seen = ReadonlyMap<string, ReadonlySet<string>>

export interface ThreadsState {
  /** The thread whose card is open; or the id that one will have which is being written. */
  readonly open: string | undefined
  /** The thread that is being written, also while there are no words yet. */
  readonly fresh: FreshThread | undefined
  /** The comments of the open thread that were unread when it was opened: they stay marked while it is open. */
  readonly news: ReadonlySet<string>
  /** The thread that the comment tool pins to something else, instead of beginning one. */
  readonly moving: string | undefined
  /** A pin that is in the hand, and where, on the canvas. */
  readonly held: { readonly id: string; readonly at: Point } | undefined
  /** Pins are hidden, but for the open thread's. */
  readonly hidden: boolean
  readonly seen: Seen
  /** By the id of the thread for replies and new threads, by `<thread>/<comment>` for changes of a comment. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** When this person had the document open before, in milliseconds since 1970; undefined: never. */
  readonly lastVisit: number | undefined
}

export const noThreadsState: ThreadsState = {
  open: undefined,
  fresh: undefined,
  news: new Set(),
  moving: undefined,
  held: undefined,
  hidden: false,
  seen: new Map(),
  drafts: new Map(),
  lastVisit: undefined,
}

export const threadsState = createStore<ThreadsState>(() => noThreadsState)

/** A part of it; the component renders again only when that part changes. */
export function useThreads<T>(select: (state: ThreadsState) => T): T {
  return useStore(threadsState, select)
}

const nobody: ReadonlySet<string> = new Set()

/** Comments of others that this person has not seen. */
export function unreadOf(
  { id, comments }: Pick<PlacedThread, 'id' | 'comments'>,
  seen: Seen,
  me: Me | undefined,
): readonly PlacedComment[] {
  const known = seen.get(id) ?? nobody
  return comments.filter((comment) => !known.has(comment.id) && !isMine(comment, me))
}

/** Has anything of a thread been written after a point in time? A resolution counts, too. */
export function isNewSince({ comments, resolved }: PlacedThread, since: number | undefined): boolean {
  if (since === undefined) return true
  const after = (time: string | undefined) => time !== undefined && Date.parse(time) > since
  return comments.some(({ written, edited }) => after(written) || after(edited)) || after(resolved?.at)
}

/** What is half written in a thread, or about one of its comments. */
export function draftOf(drafts: ThreadsState['drafts'], thread: string, comment?: string): Draft | undefined {
  return drafts.get(draftKey(thread, comment))
}

/** Is anything half written in a thread: an answer, or a change of a comment? */
export function hasDraft(drafts: ThreadsState['drafts'], thread: string): boolean {
  return drafts.has(thread) || [...drafts.keys()].some((key) => key.startsWith(`${thread}/`))
}

/** What a draft is kept by. */
export function draftKey(thread: string, comment?: string): string {
  return comment === undefined ? thread : `${thread}/${comment}`
}

/** The new threads that are half written for the document that is open, by the ids that they will have. */
export function freshDrafts(
  drafts: ThreadsState['drafts'],
  state: AppState,
): readonly (readonly [string, Draft & { readonly fresh: FreshThread }])[] {
  const { slot, file, history } = state
  return [...drafts].flatMap(([id, { fresh, ...draft }]) => {
    const here = fresh && (fresh.slot === slot || (file.id !== undefined && fresh.file === file.name))
    if (!fresh || !here || Object.hasOwn(history.design.threads ?? {}, id)) return []
    return [[id, { ...draft, fresh }] as const]
  })
}

/** Writes down what is half written; an empty text forgets it. */
export function keepDraft(key: string, draft: Draft | undefined): void {
  const drafts = new Map(threadsState.getState().drafts)
  if (draft && draft.text.trim() !== '') drafts.set(key, draft)
  else if (!drafts.delete(key)) return
  threadsState.setState({ drafts })
}

/** Opens a thread's card; what is in it has then been read. The view does not move: see `showThread`. */
export function openThread(app: App, id: string): void {
  const { history, settings } = app.store.getState()
  const { seen, drafts } = threadsState.getState()
  const thread = threadsOf(history.design).find((one) => one.id === id)
  const news = new Set(thread && unreadOf(thread, seen, meOf(settings)).map((comment) => comment.id))
  threadsState.setState({ open: id, fresh: drafts.get(id)?.fresh, news })
  markRead(app, [id])
}

/** Opens the card of a thread that is yet to be written. */
export function openFresh(id: string, fresh: FreshThread): void {
  threadsState.setState({ open: id, fresh })
}

/** Closes the card that is open. */
export function closeThread(): void {
  threadsState.setState({ open: undefined, fresh: undefined })
}

/** Everything in these threads has been seen. */
export function markRead(app: App, ids: readonly string[]): void {
  const state = app.store.getState()
  const me = meOf(state.settings)
  const wanted = new Set(ids)
  const seen = new Map(threadsState.getState().seen)
  const unread = threadsOf(designOf(state)).filter(
    (thread) => wanted.has(thread.id) && unreadOf(thread, seen, me).length > 0,
  )
  if (unread.length === 0) return
  for (const thread of unread) {
    // Again at the end of the map: it is the last to be forgotten.
    seen.delete(thread.id)
    seen.set(thread.id, new Set(thread.comments.map((comment) => comment.id)))
  }
  threadsState.setState({ seen })
}
