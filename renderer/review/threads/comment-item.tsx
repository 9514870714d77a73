import { useState } from 'react'
import { visible } from '../../../shared/basics/characters'
import type { PlacedComment } from '../../../shared/review/threads'
import { useApp } from '../../app-context'
import { t } from '../../strings/strings'
import { IconButton } from '../../ui/icon-button'
import { DeleteIcon, EditIcon } from '../../ui/icons'
import { draftKey, draftOf, useThreads } from '../threads-state'
import { deleteComment, rewriteComment } from './actions'
import { agoOf, exactTime } from './ago'
import { CommentText } from './comment-text'
import { Composer } from './composer'

interface Props {
  readonly thread: string
  readonly comment: PlacedComment
  /** Whoever is at the keyboard wrote it. */
  readonly mine: boolean
  /** It was unread when the card was opened. */
  readonly isNew: boolean
  /** It is the only one: with it goes the thread. */
  readonly only: boolean
}

/** Who said what, and when. */
export function CommentItem({ thread, comment, mine, isNew, only }: Props) {
  const app = useApp()
  const key = draftKey(thread, comment.id)
  const [editing, setEditing] = useState(false)
  const hasDraft = useThreads((state) => draftOf(state.drafts, thread, comment.id) !== undefined)
  const written = Date.parse(comment.written)
  const author = visible(comment.author)
  return (
    <li className="comment" aria-label={t('threads.commentBy', { author, when: agoOf(written) })}>
      <div className="comment-head">
        <span className="comment-author" title={comment.email}>
          {author}
        </span>
        <time className="comment-time" dateTime={comment.written} title={exactTime(written)}>
          {agoOf(written)}
        </time>
        {comment.edited !== undefined && (
          <span
            className="comment-time"
            title={t('threads.editedAt', { when: exactTime(Date.parse(comment.edited)) })}
          >
            {t('threads.edited')}
          </span>
        )}
        {isNew && <span className="comment-new">{t('threads.newMark')}</span>}
        {mine && !editing && (
          <span className="comment-buttons">
            {hasDraft && <span className="comment-draft">{t('threads.draft')}</span>}
            <IconButton
              icon={<EditIcon size={13} />}
              label={t('threads.edit')}
              side="top"
              onPress={() => setEditing(true)}
            />
            <IconButton
              icon={<DeleteIcon size={13} />}
              label={t(only ? 'threads.removeThread' : 'threads.remove')}
              side="top"
              onPress={() => deleteComment(app, thread, comment.id)}
            />
          </span>
        )}
      </div>
      {editing ? (
        <Composer
          draftKey={key}
          label={t('threads.editing')}
          placeholder=""
          send={t('threads.save')}
          before={comment.text}
          autoFocus
          onCancel={() => setEditing(false)}
          onSend={(text) => {
            setEditing(false)
            rewriteComment(app, thread, comment.id, text)
          }}
        />
      ) : (
        <CommentText text={comment.text} />
      )}
    </li>
  )
}
