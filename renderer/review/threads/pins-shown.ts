/** The pins that are on the canvas now, as the drawing is read. Pure. */
import { visible } from '../../../shared/basics/characters'
import { memo } from '../../../shared/basics/memo'
import type { Design, Pin } from '../../../shared/design/design'
import type { Scene } from '../../../shared/figures/scene'
import type { NestingName } from '../../../shared/graph/nestings'
import { pinNow } from '../../../shared/review/pin-pointer'
import { isOpen, isOrphan, kindLabel, type PlacedThread, threadsOf } from '../../../shared/review/threads'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import type { Me } from '../me'
import { type FreshThread, hasDraft, type ThreadsState, unreadOf } from '../threads-state'
import { type PinPlace, placeOf } from './pin-places'
import { inLines } from './reading-order'
import { subjectOf } from './subject'

/** A pin without its place. */
export interface DescribedPin {
  readonly id: string
  readonly pin: Pin
  readonly kind: string
  /** It is not in the design yet. */
  readonly fresh: boolean
  readonly replies: number
  readonly unread: number
  /** Something is half written in it. */
  readonly draft: boolean
  /** Who opened it, and the beginning of what they said. */
  readonly author: string
  readonly text: string
}

export type ShownPin = DescribedPin & PinPlace

export interface Wanted {
  readonly design: Design
  readonly state: ThreadsState
  readonly me: Me | undefined
  readonly drafts: readonly (readonly [string, { readonly text: string; readonly fresh: FreshThread }])[]
}

/** Pins of open threads and of drafts; while pins are hidden, and of resolved threads, only the one that is open. */
export function describedPins(wanted: Wanted): readonly DescribedPin[] {
  const { design, state, drafts } = wanted
  const { open, hidden, fresh } = state
  const threads = threadsOf(design).filter(
    (thread) => thread.id === open || (!hidden && isOpen(thread) && !isOrphan(design, thread)),
  )
  const written = drafts.filter(([id]) => id === open || !hidden)
  const pins = [
    ...threads.map((thread) => pinOfThread(wanted, thread)),
    ...written.map(([id, draft]) => freshPin(id, draft.fresh, draft.text)),
  ]
  const isThere = open === undefined || pins.some(({ id }) => id === open)
  return fresh && !isThere ? [...pins, freshPin(open, fresh, '')] : pins
}

/** With the one that is in the hand where the hand is. */
export function withHeld(pins: readonly ShownPin[], held: ThreadsState['held']): readonly ShownPin[] {
  if (!held) return pins
  return pins.map((pin) => {
    if (pin.id !== held.id) return pin
    return { ...pin, at: held.at, ...(pin.region ? { region: { ...pin.region, ...held.at } } : {}) }
  })
}

/** Those that are to be seen on a drawing, in their places, as it is read. */
export function placedPins(
  design: Pick<Design, 'elements'>,
  pins: readonly DescribedPin[],
  scene: Scene,
  nesting: NestingName,
): readonly ShownPin[] {
  return inLines(
    pins.flatMap((pin) => {
      const place = placeOf(scene, nesting, pinNow(design, pin.pin))
      return place ? [{ ...pin, ...place }] : []
    }),
  )
}

function pinOfThread({ state, me }: Wanted, thread: PlacedThread): DescribedPin {
  const { id, kind, pin, comments } = thread
  return {
    ...{ id, kind, pin, fresh: false },
    replies: comments.length - 1,
    unread: unreadOf(thread, state.seen, me).length,
    draft: hasDraft(state.drafts, id),
    ...beginningOf(thread),
  }
}

const beginningOf = memo(({ comments: [first] }: PlacedThread) => ({
  author: visible(first?.author ?? ''),
  text: firstLine(first?.text ?? ''),
}))

function freshPin(id: string, { kind, pin }: FreshThread, text: string): DescribedPin {
  return { id, kind, pin, fresh: true, replies: 0, unread: 0, draft: true, author: '', text: firstLine(text) }
}

/** What a pin is called: apart from the others, as words take longer than places, and most pins are out of view. */
export function labelOf(design: Design, { fresh, kind, pin, author, text, ...pinned }: DescribedPin): string {
  const subject = subjectOf(design, pin)
  if (fresh) return t('threads.pinDraft', { subject })
  const { replies, unread, draft } = pinned
  return [
    t('threads.pin', { kind: words(kindLabel(kind)), subject, author, text }),
    ...(replies > 0 ? [t('threads.pinReplies', { count: replies })] : []),
    ...(unread > 0 ? [t('threads.pinUnread', { count: unread })] : []),
    ...(draft ? [t('threads.pinHasDraft')] : []),
  ].join(', ')
}

/** Longer ones are cut where they are shown. */
const MOST_TEXT = 120

function firstLine(text: string): string {
  const line = visible(
    text
      .slice(0, 4 * MOST_TEXT)
      .trim()
      .split('\n', 1)[0] ?? '',
  )
  return line.length > MOST_TEXT ? `${line.slice(0, MOST_TEXT)}…` : line
}
