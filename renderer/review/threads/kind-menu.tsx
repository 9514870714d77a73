import { Button } from 'react-aria-components'
import { kindLabel, type ThreadKind, threadKinds } from '../../../shared/review/threads'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { MenuArrowIcon } from '../../ui/icons'
import { Menu } from '../../ui/menu'
import { ThreadKindIcon } from '../thread-kind-icon'

interface Props {
  readonly kind: string
  /** Absent: it can be read, not changed. */
  readonly onChange?: ((kind: ThreadKind) => void) | undefined
}

/** What a thread asks; whoever opened it may change that. */
export function KindMenu({ kind, onChange }: Props) {
  const label = words(kindLabel(kind))
  if (!onChange)
    return (
      <span className="thread-card-kind">
        <ThreadKindIcon kind={kind} />
        {label}
      </span>
    )
  const kinds = Object.keys(threadKinds) as ThreadKind[]
  return (
    <Menu
      label={t('threads.kind')}
      groups={[
        {
          entries: kinds.map((one) => ({
            id: one,
            icon: <ThreadKindIcon kind={one} />,
            label: words(threadKinds[one]),
            run: () => onChange(one),
          })),
        },
      ]}
    >
      <Button className="thread-card-kind" aria-label={`${t('threads.kind')}: ${label}`}>
        <ThreadKindIcon kind={kind} />
        {label}
        <MenuArrowIcon size={12} />
      </Button>
    </Menu>
  )
}
