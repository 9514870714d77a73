/**
 * Keeps what is private about threads in the host's notes: drafts, which comments were seen, and when a document was open
 * before. At most some 2000 threads of 50 to 150 bytes, 100 drafts and 200 documents are remembered; the oldest go first.
 */
import { isObject } from '../../../shared/basics/json'
import type { App } from '../../store'
import { closeThread, type Draft, type Seen, type ThreadsState, threadsState } from '../threads-state'

const MOST = { seen: 2000, draft: 100, visit: 200 } as const
type Sort = keyof typeof MOST

/** Quiet after a key press before a draft is written down, in milliseconds. */
const QUIET = 300

interface Note {
  readonly key: string
  readonly at: number
  readonly value: unknown
}

export interface Keeping {
  /** Writes down now what has changed. */
  readonly flush: () => void
  readonly stop: () => void
}

/** Reads the notes, and writes down what changes from then on. */
export function startNotes(app: App): Keeping {
  const { host } = app
  let written: ThreadsState | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    const now = threadsState.getState()
    if (!written || now === written) return
    writeDrafts(host, written.drafts, now.drafts)
    writeSeen(host, written.seen, now.seen)
    written = now
  }
  void host.readNotes().then((raw) => {
    const notes = keepNewest(host, raw)
    const read = stateIn(notes)
    // What was done while they were being read counts.
    threadsState.setState(({ drafts, seen }) => ({
      drafts: new Map([...read.drafts, ...drafts]),
      seen: new Map([...read.seen, ...seen]),
    }))
    written = { ...threadsState.getState(), ...read }
    visits = new Map(notes.visit.map(({ key, at }) => [key, at]))
    arrive(app)
    flush()
  })
  const stops = [
    threadsState.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(flush, QUIET)
    }),
    app.store.subscribe((state, before) => {
      if (state.slot !== before.slot) {
        closeThread()
        arrive(app)
      } else if (state.file !== before.file) visit(app)
    }),
  ]
  const stop = () => {
    flush()
    for (const each of stops) each()
  }
  return { flush, stop }
}

/** Keeps notes as long as the window is open; the page may be gone a moment after it is hidden. */
export function keepNotes(app: App): () => void {
  const { flush, stop } = startNotes(app)
  const onHide = () => document.visibilityState === 'hidden' && flush()
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', flush)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', flush)
  }
}

/** When each document was opened last, by the name of its file; undefined until the notes are read. */
let visits: Map<string, number> | undefined

/** Another document is shown: when was it here before? */
function arrive(app: App): void {
  const { file } = app.store.getState()
  threadsState.setState({ lastVisit: file.id === undefined ? undefined : visits?.get(file.name) })
  visit(app)
}

/** It is here now; under another name, once it was saved so, it is still the same visit. */
function visit({ host, store }: App): void {
  const { file } = store.getState()
  if (!visits || file.id === undefined) return
  const now = Date.now()
  visits.set(file.name, now)
  void host.writeNote(`visit:${file.name}`, JSON.stringify({ at: now }))
}

/** The notes by what they are about, the oldest first; those that are too many are forgotten. */
function keepNewest(
  host: App['host'],
  raw: Readonly<Record<string, string>>,
): Readonly<Record<Sort, Note[]>> {
  const sorts: Record<Sort, Note[]> = { seen: [], draft: [], visit: [] }
  for (const [name, text] of Object.entries(raw)) {
    const [sort = ''] = name.split(':', 1)
    if (!Object.hasOwn(sorts, sort)) continue
    const value = parsed(text)
    const at = isObject(value) && typeof value.at === 'number' ? value.at : 0
    sorts[sort as Sort].push({ key: name.slice(sort.length + 1), at, value })
  }
  for (const sort of Object.keys(MOST) as Sort[]) {
    sorts[sort].sort((a, b) => a.at - b.at)
    const surplus = sorts[sort].splice(0, Math.max(0, sorts[sort].length - MOST[sort]))
    for (const { key } of surplus) void host.writeNote(`${sort}:${key}`, null)
  }
  return sorts
}

function stateIn({ seen, draft }: Readonly<Record<Sort, Note[]>>): Pick<ThreadsState, 'seen' | 'drafts'> {
  return {
    seen: new Map(
      seen.flatMap(({ key, value }) => {
        const comments = isObject(value) && Array.isArray(value.comments) ? value.comments : []
        return [[key, new Set(comments.filter((id) => typeof id === 'string'))] as const]
      }),
    ),
    drafts: new Map(draft.flatMap(({ key, value }) => (isDraft(value) ? [[key, value] as const] : []))),
  }
}

/** Only this app writes them, but a version of it that is not this one may have. */
function isDraft(value: unknown): value is Draft {
  if (!isObject(value) || typeof value.text !== 'string' || typeof value.at !== 'number') return false
  const { fresh } = value
  return fresh === undefined || (isObject(fresh) && typeof fresh.kind === 'string' && isObject(fresh.pin))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function writeDrafts(host: App['host'], before: ThreadsState['drafts'], now: ThreadsState['drafts']): void {
  for (const [key, draft] of now)
    if (before.get(key) !== draft) void host.writeNote(`draft:${key}`, JSON.stringify(draft))
  for (const key of before.keys()) if (!now.has(key)) void host.writeNote(`draft:${key}`, null)
}

function writeSeen(host: App['host'], before: Seen, now: Seen): void {
  for (const [thread, comments] of now) {
    if (before.get(thread) === comments) continue
    const note = { at: Date.now(), comments: [...comments] }
    void host.writeNote(`seen:${thread}`, JSON.stringify(note))
  }
}
