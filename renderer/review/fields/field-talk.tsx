import './field-talk.css'
import { Button as AriaButton } from 'react-aria-components'
import { kindLabel, type PlacedThread } from '../../../shared/review/threads'
import { useApp } from '../../app-context'
import { command } from '../../commands/commands'
import { shownKey } from '../../commands/keys'
import { useFormScope } from '../../inspector/form-context'
import { sameItems, useAppStateAs } from '../../inspector/spec-state'
import { designOf } from '../../store'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { CommentIcon, ThreadIcon } from '../../ui/icons'
import { Menu } from '../../ui/menu'
import { Tooltip } from '../../ui/tooltip'
import { firstLine } from '../panel/thread-filter'
import { ThreadKindIcon } from '../thread-kind-icon'
import { showThread } from '../threads/show-thread'
import { commentOnField } from './talk-about'
import { pinOfField, threadsAt } from './threads-at'

interface Props {
  readonly pointer: string
  /** What the field is called. */
  readonly label: string
  /** Its members are out of view: it answers for them. */
  readonly closed?: boolean
  /** Out of the way of the Tab key: the field's row or its shortcut does the same. */
  readonly quiet?: boolean
  /** One of the two only, where they stand in different places. */
  readonly only?: 'mark' | 'button'
  /** Tab reaches it, where there is one only. */
  readonly inTabOrder?: boolean
}

/**
 * At the end of a field's line: how many open threads are about it, else the button that starts one, which shows while
 * the field is hovered or has the focus. In a form of several elements there is none, as a thread is about one.
 */
export function FieldTalk(props: Props) {
  const { id, ids } = useFormScope()
  return ids.length === 1 ? <PlaceTalk {...props} id={id} /> : null
}

/** The same for a line of a list, which has no label: over its corner, and for all that is in it. */
export function LineTalk({ pointer, label }: Pick<Props, 'pointer' | 'label'>) {
  return (
    <span className="field-talk-corner">
      <FieldTalk pointer={pointer} label={label} closed />
    </span>
  )
}

/** The same for any place of an element's configuration. */
export function PlaceTalk(props: Props & { readonly id: string }) {
  const { id, pointer, label, closed = false, quiet = false, only, inTabOrder = false } = props
  const app = useApp()
  const threads = useAppStateAs((state) => threadsAt(designOf(state), id, pointer, closed), sameItems)
  const comment = () => commentOnField(app, pinOfField(id, pointer))
  if (threads.length > 0 && only !== 'button') {
    return <ThreadMark threads={threads} what={label} quiet={quiet} comment={comment} />
  }
  if (only === 'mark') return null
  const key = shownKey(app, command('review.comment-field'))
  return (
    // There is one at every field: a tooltip of ours for each would take longer to make than the field.
    <button
      type="button"
      className="ui-icon-button field-talk"
      aria-label={t('review.commentOn', { what: label })}
      title={[t('review.comment'), key].filter(Boolean).join(' ')}
      // One stop more at every field would make Tab twice as long a way; its key does the same from the field.
      tabIndex={inTabOrder ? 0 : -1}
      onClick={comment}
    >
      <CommentIcon size={14} />
    </button>
  )
}

interface MarkProps {
  readonly threads: readonly PlacedThread[]
  readonly what: string
  readonly quiet: boolean
  readonly comment: () => void
}

/** How many threads there are: one opens at once, several are listed first. */
function ThreadMark({ threads, what, quiet, comment }: MarkProps) {
  const app = useApp()
  const [only] = threads
  const label = t('review.threadsOn', { count: threads.length, what })
  const mark = (
    <AriaButton
      // The list of suggestions that a field may have is opened by another button.
      slot={null}
      className="field-talk-mark"
      aria-label={label}
      excludeFromTabOrder={quiet}
      {...(threads.length === 1 && only ? { onPress: () => void showThread(app, only.id) } : {})}
    >
      <ThreadIcon size={12} />
      {threads.length}
    </AriaButton>
  )
  if (threads.length === 1)
    return (
      <Tooltip text={label} side="left">
        {mark}
      </Tooltip>
    )
  const entries = threads.map(({ id, kind, comments: [first] }) => ({
    id,
    icon: <ThreadKindIcon kind={kind} title={words(kindLabel(kind))} />,
    label: firstLine(first?.text ?? ''),
    detail: first?.author ?? '',
    run: () => void showThread(app, id),
  }))
  const another = { id: '#new', icon: <CommentIcon size={14} />, label: t('review.comment'), run: comment }
  return (
    <Menu label={label} groups={[{ entries }, { entries: [another] }]}>
      {mark}
    </Menu>
  )
}
