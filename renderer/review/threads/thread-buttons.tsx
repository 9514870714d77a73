import { visible } from '../../../shared/basics/characters'
import { isOpen, type PlacedThread } from '../../../shared/review/threads'
import { useApp } from '../../app-context'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { AttachIcon, ResetIcon, ResolveIcon } from '../../ui/icons'
import { asMe } from '../ask-author'
import { reopenThread, resolveThread } from './actions'
import { agoOf, exactTime } from './ago'
import { takeTool } from './tool'

interface Props {
  readonly thread: PlacedThread
}

/** What can be done with a thread as a whole. */
export function ThreadButtons({ thread }: Props) {
  const app = useApp()
  return (
    <>
      <IconButton
        icon={<AttachIcon size={14} />}
        label={t('threads.move')}
        onPress={() => takeTool(app, thread.id)}
      />
      {isOpen(thread) && (
        <IconButton
          icon={<ResolveIcon size={15} />}
          label={t('threads.resolve')}
          onPress={() => asMe(app, (me) => resolveThread(app, thread.id, me))}
        />
      )}
    </>
  )
}

/** At the end of a resolved thread: by whom, and the way back. */
export function Resolved({ thread: { id, resolved } }: Props) {
  const app = useApp()
  if (!resolved) return null
  const at = Date.parse(resolved.at)
  return (
    <div className="thread-resolved">
      <span title={exactTime(at)}>
        {t('threads.resolvedBy', { author: visible(resolved.author), when: agoOf(at) })}
      </span>
      <Button size="small" icon={<ResetIcon size={13} />} onPress={() => reopenThread(app, id)}>
        {t('threads.reopen')}
      </Button>
    </div>
  )
}
