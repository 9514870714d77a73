import { isOpen, kindLabel, type PlacedThread } from '../../../shared/review/threads'
import { useApp, useDesign } from '../../app-context'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { Button } from '../../ui/button'
import { Glyph } from '../../ui/glyph'
import { IconButton } from '../../ui/icon-button'
import { AttachIcon, ReplyIcon, ResetIcon, ResolveIcon } from '../../ui/icons'
import { ThreadKindIcon } from '../thread-kind-icon'
import { agoOf, exactTime } from '../threads/ago'
import { draftOf, unreadOf, useThreads } from '../threads-state'
import { attachToSelected, toggleResolved } from './acts'
import { firstLine } from './thread-filter'
import { type DraftRow, subjectLine, type ThreadRow } from './thread-rows'
import { useMe } from './use-threads-shown'

interface Props {
  readonly row: ThreadRow
  /** Its buttons can be reached with Tab. */
  readonly active: boolean
}

/** One thread: what it asks, what about, what was said last, by whom and when; and what can be done with it here. */
export function ThreadLine({ row: { thread, orphan }, active }: Props) {
  const design = useDesign()
  const me = useMe()
  const unread = useThreads((state) => unreadOf(thread, state.seen, me).length)
  const hasDraft = useThreads((state) => draftOf(state.drafts, thread.id) !== undefined)
  const last = thread.comments.at(-1)
  return (
    <div className="review-line" data-unread={unread > 0} data-open={isOpen(thread)}>
      <ThreadKindIcon kind={thread.kind} title={words(kindLabel(thread.kind))} />
      <p className="review-line-subject">
        <span>{subjectLine(design, thread.pin)}</span>
        {!isOpen(thread) && (
          <span className="review-mark" data-tone="ok">
            <Glyph name="ok" size={12} />
            {t('review.resolved')}
          </span>
        )}
        {unread > 0 && (
          <span className="review-mark" data-tone="new">
            {t('review.new', { count: unread })}
          </span>
        )}
        {hasDraft && <span className="review-mark">{t('review.draft')}</span>}
      </p>
      <p className="review-line-said">{firstLine(last?.text ?? '')}</p>
      <div className="review-line-facts">
        {last && (
          <span className="review-line-author" title={exactTime(Date.parse(last.written))}>
            {last.author} · {agoOf(Date.parse(last.written))}
          </span>
        )}
        <Replies count={thread.comments.length - 1} />
      </div>
      <LineButtons thread={thread} orphan={orphan} active={active} />
    </div>
  )
}

function Replies({ count }: { readonly count: number }) {
  if (count <= 0) return null
  const text = t('review.replies', { count })
  return (
    <span className="review-line-replies" title={text}>
      <ReplyIcon size={12} />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  )
}

interface ButtonsProps {
  readonly thread: PlacedThread
  readonly orphan: boolean
  readonly active: boolean
}

function LineButtons({ thread, orphan, active }: ButtonsProps) {
  const app = useApp()
  const open = isOpen(thread)
  return (
    <div className="review-line-buttons">
      {orphan && (
        <Button
          size="small"
          icon={<AttachIcon size={12} />}
          aria-label={t('review.attach')}
          excludeFromTabOrder={!active}
          onPress={() => attachToSelected(app, thread.id)}
        >
          {t('review.attachShort')}
        </Button>
      )}
      <IconButton
        icon={open ? <ResolveIcon size={14} /> : <ResetIcon size={14} />}
        label={t(open ? 'threads.resolve' : 'threads.reopen')}
        excludeFromTabOrder={!active}
        side="top"
        onPress={() => toggleResolved(app, thread)}
      />
    </div>
  )
}

/** A thread that somebody began to write and has not sent. */
export function DraftLine({ row: { draft } }: { readonly row: DraftRow }) {
  const design = useDesign()
  const { kind, pin } = draft.fresh
  return (
    <div className="review-line" data-open="true">
      <ThreadKindIcon kind={kind} title={words(kindLabel(kind))} />
      <p className="review-line-subject">
        <span>{subjectLine(design, pin)}</span>
        <span className="review-mark">{t('review.draft')}</span>
      </p>
      <p className="review-line-said">{firstLine(draft.text)}</p>
      <div className="review-line-facts">{agoOf(draft.at)}</div>
    </div>
  )
}
