import './presenting.css'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Theme } from '../../shared/figures/tokens'
import { useAppState } from '../app-context'
import { t } from '../strings/strings'
import { sayNow } from '../strings/words'
import { isFullScreen, onFullScreen } from './full-screen'
import { isTaken, meaningOf } from './keys'
import { step as go, leave } from './present'
import { type Presenting, usePresenting } from './presenting-state'
import { nestingIn, offersOf, showOf } from './programmes'
import { Stage } from './stage'
import { Strip } from './strip'

/** The design shown to a room, over everything else, while it is presented. */
export function Presentation({ theme }: { readonly theme: Theme }) {
  const now = usePresenting((presenting) => presenting)
  return now ? <Shown now={now} theme={theme} /> : null
}

function Shown({ now, theme }: { readonly now: Presenting; readonly theme: Theme }) {
  const box = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLElement>(null)
  const history = useAppState((state) => state.history)
  const nesting = useAppState((state) => state.nesting)
  const comparing = useAppState((state) => state.comparing)
  const say = sayNow()
  const state = useMemo(() => ({ history, nesting, comparing }), [history, nesting, comparing])
  const show = useMemo(() => showOf(state, now.programme, say), [state, now.programme, say])
  const offers = useMemo(() => offersOf(state, say), [state, say])
  const at = Math.min(now.at, Math.max(0, show.steps.length - 1))
  const covered = useCovered(strip, show.steps[at])
  useFocus(box, now.programme)
  useKeys(show.steps.length)
  useEnd()
  return (
    <div
      ref={box}
      className="presenting"
      role="dialog"
      aria-modal="true"
      aria-label={t('presenting.title')}
      tabIndex={-1}
    >
      <Stage show={show} step={show.steps[at]} nesting={nestingIn(state)} theme={theme} covered={covered} />
      <Strip box={strip} offers={offers} programme={now.programme} show={show} at={at} />
    </div>
  )
}

/** How much of the window the strip covers from below; it grows with what a step says. */
function useCovered(strip: React.RefObject<HTMLElement | null>, step: unknown): number {
  const [covered, cover] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has another height
  useLayoutEffect(() => {
    const top = strip.current?.getBoundingClientRect().top
    if (top !== undefined) cover(window.innerHeight - top)
  }, [strip, step])
  return covered
}

/** The keyboard is here while it is shown, and then where it was. */
function useFocus(box: React.RefObject<HTMLElement | null>, programme: string): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every choice, so that Space steps on and opens no list
  useEffect(() => {
    const timer = setTimeout(() => box.current?.focus({ preventScroll: true }), LIST_CLOSES)
    return () => clearTimeout(timer)
  }, [box, programme])
}

/** Milliseconds in which a list that closes has given the focus back to its button. */
const LIST_CLOSES = 60

/** `count`: how many steps there are. */
function useKeys(count: number): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const meaning = meaningOf(event)
      if (meaning === undefined || isTaken(event.target, event.code)) return
      event.preventDefault()
      event.stopPropagation()
      if (meaning === 'leave') leave()
      else go(meaning, count)
    }
    // Before anything in the window hears of it.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [count])
}

/** It ends with the whole screen, which Escape gives back without telling, and with the document. */
function useEnd(): void {
  const slot = useAppState((state) => state.slot)
  const began = useRef(slot)
  useEffect(() => {
    let was = isFullScreen()
    return onFullScreen(() => {
      const is = isFullScreen()
      if (was && !is) leave()
      was = is
    })
  }, [])
  useEffect(() => {
    if (began.current !== slot) leave()
  }, [slot])
  useEffect(() => leave, [])
}
