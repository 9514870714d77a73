/** The pins that are on the canvas now, as the drawing is read. Pure. */
import { visible } from '../../../shared/basics/characters'
import type { Design, Pin } from '../../../shared/design/design'
import type { Scene } from '../../../shared/figures/scene'
import type { NestingName } from '../../../shared/graph/nestings'
import { isOpen, kindLabel, type PlacedThread, threadsOf } from '../../../shared/review/threads'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import type { Me } from '../me'
import { draftOf, type FreshThread, type ThreadsState, unreadOf } from '../threads-state'
import { type PinPlace, placeOf } from './pin-places'
import { inLines } from './reading-order'
import { subjectOf } from './subject'

export interface ShownPin extends PinPlace {
  readonly id: string
  readonly kind: string
  /** It is not in the design yet. */
  readonly fresh: boolean
  readonly replies: number
  readonly unread: number
  /** Something is half written in it. */
  readonly draft: boolean
  /** What it is called, and what a list shows of it. */
  readonly label: string
  readonly text: string
}

export interface Wanted {
  readonly design: Design
  readonly scene: Scene
  readonly nesting: NestingName
  readonly state: ThreadsState
  readonly me: Me | undefined
  readonly drafts: readonly (readonly [string, { readonly text: string; readonly fresh: FreshThread }])[]
}

/** Pins of open threads and of drafts; while pins are hidden, and of resolved threads, only the one that is open. */
export function pinsShown(wanted: Wanted): readonly ShownPin[] {
  const { design, scene, nesting, state, drafts } = wanted
  const { open, hidden, fresh } = state
  const pins: ShownPin[] = []
  const add = (pin: Pin, shown: (place: PinPlace) => ShownPin) => {
    const place = placeOf(scene, nesting, pin)
    if (place) pins.push(shown(place))
  }
  for (const thread of threadsOf(design)) {
    if (thread.id === open || (!hidden && isOpen(thread)))
      add(thread.pin, (place) => pinOfThread(wanted, thread, place))
  }
  for (const [id, { text, fresh: one }] of drafts) {
    if (id === open || !hidden) add(one.pin, (place) => freshPin(design, id, one, text, place))
  }
  const isDrafted = drafts.some(([id]) => id === open)
  if (fresh && open !== undefined && !isDrafted && !Object.hasOwn(design.threads ?? {}, open))
    add(fresh.pin, (place) => freshPin(design, open, fresh, '', place))
  return inLines(pins)
}

function pinOfThread({ design, state, me }: Wanted, thread: PlacedThread, place: PinPlace): ShownPin {
  const [first] = thread.comments
  const unread = unreadOf(thread, state.seen, me).length
  const replies = thread.comments.length - 1
  const draft = draftOf(state.drafts, thread.id) !== undefined
  const text = firstLine(first?.text ?? '')
  const said = t('threads.pin', {
    ...{ kind: words(kindLabel(thread.kind)), subject: subjectOf(design, thread.pin), text },
    author: visible(first?.author ?? ''),
  })
  const facts = [
    said,
    ...(replies > 0 ? [t('threads.pinReplies', { count: replies })] : []),
    ...(unread > 0 ? [t('threads.pinUnread', { count: unread })] : []),
    ...(draft ? [t('threads.pinHasDraft')] : []),
  ]
  const { id, kind } = thread
  return { ...place, id, kind, fresh: false, replies, unread, draft, text, label: facts.join(', ') }
}

function freshPin(
  design: Design,
  id: string,
  { kind, pin }: FreshThread,
  text: string,
  place: PinPlace,
): ShownPin {
  const label = t('threads.pinDraft', { subject: subjectOf(design, pin) })
  return { ...place, id, kind, fresh: true, replies: 0, unread: 0, draft: true, text: firstLine(text), label }
}

/** Longer ones are cut where they are shown. */
const MOST_TEXT = 120

function firstLine(text: string): string {
  const line = visible(text.trim().split('\n', 1)[0] ?? '')
  return line.length > MOST_TEXT ? `${line.slice(0, MOST_TEXT)}…` : line
}
