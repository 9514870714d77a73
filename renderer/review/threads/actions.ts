/** What people do with threads: each is one step that can be undone, and is said to those who can't see it. */
import type { Pin } from '../../../shared/design/design'
import {
  changeKind,
  editComment,
  kindLabel,
  randomId,
  reattach,
  removeComment,
  reopen,
  reply,
  resolve,
  type Signed,
  startThread,
  type ThreadKind,
  threadsOf,
} from '../../../shared/review/threads'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import type { Me } from '../me'
import { closeThread, keepDraft, markRead, openThread } from '../threads-state'
import { subjectOf } from './subject'

/** Random bytes of an id: two people would have to write billions of comments each to meet. */
const ID_BYTES = 10

/** An id for a thread, a comment or an approval. */
export function newId(): string {
  return randomId(crypto.getRandomValues(new Uint8Array(ID_BYTES)))
}

/** Somebody, now. */
export function signedNow(me: Me): Signed {
  return { ...me, at: new Date().toISOString() }
}

/** Opens a thread with its first comment, under the id that its draft had. */
export function beginThread(
  app: App,
  id: string,
  { kind, pin, text }: { readonly kind: ThreadKind; readonly pin: Pin; readonly text: string },
  me: Me,
): void {
  const subject = subjectOf(designOf(app.store.getState()), pin)
  app.seal()
  app.edit(t('threads.stepStart', { subject }), (draft) =>
    startThread(draft, { id, comment: newId(), kind, pin, text, by: signedNow(me) }),
  )
  keepDraft(id, undefined)
  app.announce(t('threads.saidStarted', { kind: words(kindLabel(kind)), subject }))
}

/** Answers in a thread. */
export function sendReply(app: App, thread: string, text: string, me: Me): void {
  app.seal()
  app.edit(t('threads.stepReply'), (draft) => reply(draft, thread, newId(), text, signedNow(me)))
  keepDraft(thread, undefined)
  markRead(app, [thread])
  app.announce(t('threads.saidReplied'))
}

/** Changes one's own comment. */
export function rewriteComment(app: App, thread: string, comment: string, text: string): void {
  app.seal()
  app.edit(t('threads.stepEdit'), (draft) =>
    editComment(draft, thread, comment, text, new Date().toISOString()),
  )
  app.announce(t('threads.saidEdited'))
}

/** Deletes one's own comment; the only one of a thread takes that along. */
export function deleteComment(app: App, thread: string, comment: string): void {
  const found = threadsOf(designOf(app.store.getState())).find(({ id }) => id === thread)
  const last = found?.comments.length === 1
  app.seal()
  app.edit(t(last ? 'threads.stepRemoveThread' : 'threads.stepRemove'), (draft) =>
    removeComment(draft, thread, comment),
  )
  if (last) closeThread()
  app.announce(t(last ? 'threads.saidRemovedThread' : 'threads.saidRemoved'))
}

/** Resolves a thread: its pin goes, the panel keeps it. */
export function resolveThread(app: App, thread: string, me: Me): void {
  app.seal()
  app.edit(t('threads.stepResolve'), (draft) => resolve(draft, thread, signedNow(me)))
  app.announce(t('threads.saidResolved'))
}

/** Opens a thread again that was resolved. */
export function reopenThread(app: App, thread: string): void {
  app.seal()
  app.edit(t('threads.stepReopen'), (draft) => reopen(draft, thread))
  app.announce(t('threads.saidReopened'))
}

/** Makes a question of a note, and the like. */
export function setKind(app: App, thread: string, kind: ThreadKind): void {
  app.seal()
  app.edit(t('threads.stepKind'), (draft) => changeKind(draft, thread, kind))
  app.announce(t('threads.saidKind', { kind: words(kindLabel(kind)) }))
}

/** Pins a thread to something else, and shows it there. */
export function movePin(app: App, thread: string, pin: Pin): void {
  const subject = subjectOf(designOf(app.store.getState()), pin)
  app.seal()
  app.edit(t('threads.stepMove', { subject }), (draft) => reattach(draft, thread, pin))
  openThread(app, thread)
  app.announce(t('threads.saidMoved', { subject }))
}
