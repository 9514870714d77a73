import { useEffect, useRef } from 'react'
import { isOpen, isOrphan, kindLabel, type PlacedThread, threadsOf } from '../../../shared/review/threads'
import { useApp, useAppState, useDesign } from '../../app-context'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { isMine, meOf } from '../me'
import {
  closeThread,
  draftOf,
  type FreshThread,
  keepDraft,
  markRead,
  openFresh,
  useThreads,
} from '../threads-state'
import { beginThread, sendReply, setKind } from './actions'
import { CardFrame } from './card-frame'
import { CommentItem } from './comment-item'
import { Composer } from './composer'
import { subjectOf } from './subject'
import { Resolved, ThreadButtons } from './thread-buttons'
import './thread-card.css'

/** The thread that is open, beside its pin. */
export function ThreadCard() {
  const design = useDesign()
  const open = useThreads((state) => state.open)
  const fresh = useThreads((state) => state.fresh)
  const thread = threadsOf(design).find(({ id }) => id === open)
  const isLost = open !== undefined && !thread && !fresh
  useEffect(() => {
    // It was taken back, or another design is shown.
    if (isLost) closeThread()
  }, [isLost])
  if (open === undefined) return null
  if (thread) return <Opened key={open} thread={thread} />
  return fresh ? <Fresh key={open} id={open} fresh={fresh} /> : null
}

/** A thread with what was said in it. */
function Opened({ thread }: { readonly thread: PlacedThread }) {
  const app = useApp()
  const design = useDesign()
  const settings = useAppState((state) => state.settings)
  const unread = useUnreadAtFirst(thread)
  const { id, kind, pin, comments } = thread
  const me = meOf(settings)
  const [first] = comments
  const mayChange = first !== undefined && isMine(first, me)
  const subject = subjectOf(design, pin)
  return (
    <CardFrame
      id={id}
      pin={pin}
      kind={kind}
      label={t('threads.card', { kind: words(kindLabel(kind)), subject })}
      subject={subject}
      note={isOrphan(design, thread) ? t('threads.orphan', { name: subject }) : undefined}
      onKind={mayChange ? (next) => setKind(app, id, next) : undefined}
      buttons={<ThreadButtons thread={thread} />}
    >
      <ol className="comments" aria-label={t('threads.comments')}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            thread={id}
            comment={comment}
            mine={isMine(comment, me)}
            isNew={unread.has(comment.id)}
            only={comments.length === 1}
          />
        ))}
      </ol>
      {isOpen(thread) ? (
        <Composer
          draftKey={id}
          label={t('threads.reply')}
          placeholder={t('threads.replyPlaceholder')}
          send={t('threads.reply')}
          onSend={(text, by) => sendReply(app, id, text, by)}
        />
      ) : (
        <Resolved thread={thread} />
      )}
    </CardFrame>
  )
}

/** What was new when the card was opened stays marked while it is open; what comes meanwhile is seen at once. */
function useUnreadAtFirst(thread: PlacedThread): ReadonlySet<string> {
  const app = useApp()
  const { id, comments } = thread
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new comment is read
  useEffect(() => markRead(app, [id]), [app, id, comments])
  return useThreads((state) => state.news)
}

/** A thread that is being written. */
function Fresh({ id, fresh }: { readonly id: string; readonly fresh: FreshThread }) {
  const app = useApp()
  const design = useDesign()
  const subject = subjectOf(design, fresh.pin)
  const text = useRef('')
  text.current = useThreads((state) => draftOf(state.drafts, id)?.text ?? '')
  return (
    <CardFrame
      id={id}
      pin={fresh.pin}
      kind={fresh.kind}
      label={t('threads.newCard', { subject })}
      subject={subject}
      onKind={(kind) => {
        const next = { ...fresh, kind }
        openFresh(id, next)
        keepDraft(id, { text: text.current, at: Date.now(), fresh: next })
      }}
    >
      <Composer
        draftKey={id}
        label={t('threads.comment')}
        placeholder={t('threads.commentPlaceholder')}
        send={t('threads.comment')}
        fresh={fresh}
        autoFocus
        onCancel={closeThread}
        onSend={(said, by) => beginThread(app, id, { kind: fresh.kind, pin: fresh.pin, text: said }, by)}
      />
    </CardFrame>
  )
}
