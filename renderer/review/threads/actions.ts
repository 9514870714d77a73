/** What people do with threads: each is one step that can be undone, and is said to those who can't see it. */
import type { Pin } from '../../../shared/design/design'
import type { DesignDraft } from '../../../shared/design/edit'
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
import { draftKey, keepDraft, markRead, openThread } from '../threads-state'
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

/** One step of the history, said when it was possible: what is refused says why by itself, and no draft is lost. */
function step(app: App, label: string, said: string, recipe: (draft: DesignDraft) => void): boolean {
  const before = designOf(app.store.getState())
  app.seal()
  app.edit(label, recipe)
  const done = designOf(app.store.getState()) !== before
  if (done) app.announce(said)
  return done
}

/** Opens a thread with its first comment, under the id that its draft had. */
export function beginThread(
  app: App,
  id: string,
  { kind, pin, text }: { readonly kind: ThreadKind; readonly pin: Pin; readonly text: string },
  me: Me,
): void {
  const subject = subjectOf(designOf(app.store.getState()), pin)
  const said = t('threads.saidStarted', { kind: words(kindLabel(kind)), subject })
  const done = step(app, t('threads.stepStart', { subject }), said, (draft) =>
    startThread(draft, { id, comment: newId(), kind, pin, text, by: signedNow(me) }),
  )
  if (!done) return
  keepDraft(id, undefined)
  openThread(app, id)
}

/** Answers in a thread. */
export function sendReply(app: App, thread: string, text: string, me: Me): void {
  const done = step(app, t('threads.stepReply'), t('threads.saidReplied'), (draft) =>
    reply(draft, thread, newId(), text, signedNow(me)),
  )
  if (!done) return
  keepDraft(thread, undefined)
  markRead(app, [thread])
}

/** Changes one's own comment. */
export function rewriteComment(app: App, thread: string, comment: string, text: string): void {
  step(app, t('threads.stepEdit'), t('threads.saidEdited'), (draft) =>
    editComment(draft, thread, comment, text, new Date().toISOString()),
  )
  const now = designOf(app.store.getState()).threads?.[thread]?.comments[comment]
  if (now?.text === text) keepDraft(draftKey(thread, comment), undefined)
}

/** Deletes one's own comment; the only one of a thread takes that along. */
export function deleteComment(app: App, thread: string, comment: string): void {
  const found = threadsOf(designOf(app.store.getState())).find(({ id }) => id === thread)
  const last = found?.comments.length === 1
  step(
    app,
    t(last ? 'threads.stepRemoveThread' : 'threads.stepRemove'),
    t(last ? 'threads.saidRemovedThread' : 'threads.saidRemoved'),
    (draft) => removeComment(draft, thread, comment),
  )
}

/** Resolves a thread: its pin goes, the panel keeps it. */
export function resolveThread(app: App, thread: string, me: Me): void {
  step(app, t('threads.stepResolve'), t('threads.saidResolved'), (draft) =>
    resolve(draft, thread, signedNow(me)),
  )
}

/** Opens a thread again that was resolved. */
export function reopenThread(app: App, thread: string): void {
  step(app, t('threads.stepReopen'), t('threads.saidReopened'), (draft) => reopen(draft, thread))
}

/** Makes a question of a note, and the like. */
export function setKind(app: App, thread: string, kind: ThreadKind): void {
  const said = t('threads.saidKind', { kind: words(kindLabel(kind)) })
  step(app, t('threads.stepKind'), said, (draft) => changeKind(draft, thread, kind))
}

/** Pins a thread to something else, and shows it there. */
export function movePin(app: App, thread: string, pin: Pin): void {
  const subject = subjectOf(designOf(app.store.getState()), pin)
  const said = t('threads.saidMoved', { subject })
  step(app, t('threads.stepMove', { subject }), said, (draft) => reattach(draft, thread, pin))
  openThread(app, thread)
}
