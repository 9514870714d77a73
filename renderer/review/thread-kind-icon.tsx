import './thread-kind-icon.css'
import { DecisionIcon, NoteIcon, QuestionIcon, RequestIcon, ThreadIcon } from '../ui/icons'

const ICONS: Readonly<Record<string, typeof ThreadIcon>> = {
  question: QuestionIcon,
  'change-request': RequestIcon,
  decision: DecisionIcon,
  note: NoteIcon,
}

interface Props {
  readonly kind: string
  readonly size?: number
  /** What it is called, where no word beside it says so. */
  readonly title?: string
}

/** The sign of a kind of thread: its form says which, its colour says it again. */
export function ThreadKindIcon({ kind, size = 14, title }: Props) {
  const Icon = Object.hasOwn(ICONS, kind) ? (ICONS[kind] ?? ThreadIcon) : ThreadIcon
  return (
    <span className="thread-kind" data-kind={kind} title={title}>
      <Icon size={size} />
      {title !== undefined && <span className="visually-hidden">{title}</span>}
    </span>
  )
}
