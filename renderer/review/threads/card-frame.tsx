import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { Pin } from '../../../shared/design/design'
import type { ThreadKind } from '../../../shared/review/threads'
import { useApp, useDesign } from '../../app-context'
import { focusCanvas } from '../../canvas/camera'
import { isCanvasFocus } from '../../canvas/use-space'
import { ElementIcon } from '../../figures/kind-icon'
import { t } from '../../strings/strings'
import { IconButton } from '../../ui/icon-button'
import { CloseIcon } from '../../ui/icons'
import { isComposing } from '../../ui/is-composing'
import { closeThread, hasDraft, threadsState } from '../threads-state'
import { KindMenu } from './kind-menu'
import { focusPin } from './press-pin'
import { useCardPlace } from './use-card-place'

interface Props {
  readonly id: string
  readonly pin: Pin
  readonly kind: string
  /** The card's name. */
  readonly label: string
  /** What it is about. */
  readonly subject: string
  /** A sentence under that. */
  readonly note?: string | undefined
  readonly onKind: ((kind: ThreadKind) => void) | undefined
  readonly buttons?: ReactNode
  readonly children: ReactNode
}

/** The card around a thread: beside its pin, with its kind and what can be done. Escape closes it and keeps drafts. */
export function CardFrame({ id, pin, kind, label, subject, note, onKind, buttons, children }: Props) {
  const app = useApp()
  const card = useRef<HTMLElement>(null)
  useCardPlace(card, pin)
  useFocus(card, id)
  const focused = useKeptFocus(card)
  const close = () => {
    if (hasDraft(threadsState.getState().drafts, id)) app.announce(t('threads.saidDraft'))
    closeThread()
  }
  useEscape(card, close)
  return (
    <section
      ref={card}
      className="thread-card"
      aria-label={label}
      tabIndex={-1}
      data-testid="thread-card"
      data-over-canvas
      onFocus={({ target }) => {
        focused.current = target
      }}
    >
      <header className="thread-card-head">
        <KindMenu kind={kind} onChange={onKind} />
        <span className="thread-card-gap" />
        {buttons}
        <IconButton icon={<CloseIcon size={14} />} label={t('threads.close')} onPress={close} />
      </header>
      <div className="thread-card-body">
        <Subject pin={pin} subject={subject} />
        {note !== undefined && <p className="thread-card-note">{note}</p>}
        {children}
      </div>
    </section>
  )
}

/** Elements of different kinds often have one name: the sign tells them apart. */
function Subject({ pin: { element }, subject }: Pick<Props, 'pin' | 'subject'>) {
  const kind = useDesign().elements[element ?? '']?.kind
  return (
    <p className="thread-card-subject" title={subject}>
      {kind !== undefined && <ElementIcon kind={kind} size={14} />}
      <span>{t('threads.on', { subject })}</span>
    </p>
  )
}

/** The card has the focus when it opens; when it goes with it, the pin, else the canvas has it. */
function useFocus(ref: React.RefObject<HTMLElement | null>, id: string): void {
  useLayoutEffect(() => {
    const card = ref.current
    // A field in it may have taken it already.
    if (card && !card.contains(document.activeElement)) card.focus({ preventScroll: true })
    return () => {
      if (!card?.contains(document.activeElement)) return
      requestAnimationFrame(() => {
        if (threadsState.getState().open === undefined && !focusPin(id)) focusCanvas()
      })
    }
  }, [ref, id])
}

/** When what had the focus in the card is gone, as the button that resolves a thread, the card has it. */
function useKeptFocus(card: React.RefObject<HTMLElement | null>): React.RefObject<Element | null> {
  const focused = useRef<Element>(null)
  useLayoutEffect(() => {
    if (focused.current?.isConnected !== false) return
    focused.current = null
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true })
  })
  return focused
}

/** Escape in the card, at its pin or on the canvas. While a list of it is open, that one is closed by it. */
function useEscape(ref: React.RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      const inCard = target instanceof Node && ref.current?.contains(target)
      // What is selected stays when somebody deletes with nothing but the card in focus.
      if (inCard && (event.code === 'Delete' || event.code === 'Backspace') && target === ref.current)
        event.stopPropagation()
      if (inCard && event.code === 'Enter' && target === ref.current) {
        event.preventDefault()
        ref.current?.querySelector('textarea')?.focus()
      }
      if (event.code !== 'Escape' || isComposing(event)) return
      if (!inCard && !isOpenPin(target) && !isCanvasFocus(target)) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [ref])
}

function isOpenPin(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('.pin[data-open="true"]')
}
