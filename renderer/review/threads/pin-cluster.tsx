import { memo } from 'react'
import { Button } from 'react-aria-components'
import { useApp } from '../../app-context'
import { t } from '../../strings/strings'
import { ThreadIcon } from '../../ui/icons'
import { Menu } from '../../ui/menu'
import { ThreadKindIcon } from '../thread-kind-icon'
import { openThread } from '../threads-state'
import type { Clustered } from './pin-clusters'
import type { ShownPin } from './pins-shown'

interface Props {
  readonly cluster: Clustered<ShownPin>
  readonly open: string | undefined
}

/** Several pins that would cover each other: how many they are, and a list to choose from. */
export const PinCluster = memo(function PinCluster({ cluster, open }: Props) {
  const { at, pins } = cluster
  const app = useApp()
  const unread = pins.reduce((sum, pin) => sum + pin.unread, 0)
  const label = t('threads.cluster', { count: pins.length })
  const whole = unread > 0 ? `${label}, ${t('threads.pinUnread', { count: unread })}` : label
  return (
    <Menu
      label={label}
      groups={[
        {
          title: whole,
          entries: pins.map((pin) => ({
            id: pin.id,
            icon: <ThreadKindIcon kind={pin.kind} />,
            label: pin.text === '' ? t('threads.newThread') : pin.text,
            ...(pin.unread > 0 ? { detail: t('threads.newMark') } : {}),
            run: () => openThread(app, pin.id),
          })),
        },
      ]}
    >
      <Button
        className="pin pin-cluster"
        data-thread={pins.map(({ id }) => id).join(' ')}
        data-open={pins.some(({ id }) => id === open)}
        aria-label={whole}
        style={{ transform: `translate(${at.x}px, ${at.y}px) scale(var(--unzoom))` }}
      >
        <ThreadIcon size={14} />
        <span className="pin-count">{pins.length}</span>
        {unread > 0 && <span className="pin-dot" data-what="unread" />}
      </Button>
    </Menu>
  )
})
