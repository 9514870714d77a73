import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useApp, useAppState } from '../app-context'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import type { App } from '../store'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'
import { isComposing } from '../ui/is-composing'
import { type Box, placeBeside } from './tour-place'
import { endTour, goOn, tourState } from './tour-state'
import { anchorOf, type TourStep, tourSteps } from './tour-steps'
import './tour.css'

/** Five marks beside the real controls. Nothing is blocked meanwhile: whoever wants to try something just does it. */
export function Tour() {
  const step = useStore(tourState, (state) => state.step)
  const name = step === undefined ? undefined : tourSteps[step]
  return step === undefined || name === undefined ? null : <Mark index={step} step={name} />
}

interface MarkProps {
  readonly index: number
  readonly step: TourStep
}

function Mark({ index, step }: MarkProps) {
  const app = useApp()
  const box = useRef<HTMLDivElement>(null)
  const { ring, at, hidden } = useAnchor(step, box)
  const title = useId()
  const last = index === tourSteps.length - 1
  useEscape(app)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the focus anew
  useEffect(() => box.current?.querySelector<HTMLElement>('.tour-next button')?.focus(), [index])
  return (
    <>
      <div className="tour-ring" style={styleOf(ring)} aria-hidden />
      <div
        ref={box}
        className="tour"
        role="dialog"
        aria-modal="false"
        aria-labelledby={title}
        data-testid="tour"
        style={{ left: at.x, top: at.y }}
      >
        <div aria-live="polite">
          <p className="tour-count">{t('tour.count', { step: index + 1, of: tourSteps.length })}</p>
          <h2 id={title}>{t(`tour.${step}.title`)}</h2>
          <p>
            {textOf(app, step)} {hidden && t('tour.hidden')}
          </p>
        </div>
        <footer>
          <span className="tour-dots" aria-hidden>
            {tourSteps.map((one, i) => (
              <span key={one} data-now={i === index} />
            ))}
          </span>
          {index > 0 && (
            <Button size="small" onPress={() => goOn(app, -1)}>
              {t('tour.back')}
            </Button>
          )}
          <span className="tour-next">
            <Button size="small" variant="primary" onPress={() => goOn(app, 1)}>
              {t(last ? 'tour.done' : 'tour.next')}
            </Button>
          </span>
        </footer>
        <span className="tour-close">
          <IconButton icon={<CloseIcon />} label={t('tour.skip')} onPress={() => endTour(app)} />
        </span>
      </div>
    </>
  )
}

function textOf(app: App, step: TourStep): string {
  const key = (id: string) => shownKey(app, command(id)) ?? ''
  return step === 'problems'
    ? t('tour.problems.text', { next: key('view.next-problem'), fix: key('design.fix') })
    : t(`tour.${step}.text`)
}

/** Escape ends the tour wherever the focus is, unless a dialog or a menu has it. */
function useEscape(app: App): void {
  useEffect(() => {
    const end = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event) || app.store.getState().overlay) return
      event.preventDefault()
      event.stopPropagation()
      endTour(app)
    }
    window.addEventListener('keydown', end, true)
    return () => window.removeEventListener('keydown', end, true)
  }, [app])
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 }

/** Follows the control and the mark as the window, the panels and the language change. */
function useAnchor(step: TourStep, mark: React.RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState({ ring: nowhere, at: { x: 0, y: 0 }, hidden: false })
  const panels = useAppState((state) => state.settings)
  // biome-ignore lint/correctness/useExhaustiveDependencies: panels come and go with the settings
  useLayoutEffect(() => {
    const measure = () => {
      const anchor = anchorOf(step)
      if (!anchor || !mark.current) return
      const { x, y, width, height } = anchor.element.getBoundingClientRect()
      const ring = { x, y, width, height }
      const { offsetWidth, offsetHeight } = mark.current
      const size = { width: offsetWidth, height: offsetHeight }
      const at = placeBeside(ring, size, { width: window.innerWidth, height: window.innerHeight })
      setPlace({ ring, at, hidden: anchor.hidden })
    }
    measure()
    const observer = new ResizeObserver(measure)
    const anchor = anchorOf(step)
    if (anchor) observer.observe(anchor.element)
    if (mark.current) observer.observe(mark.current)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [step, mark, panels])
  return place
}

function styleOf({ x, y, width, height }: Box) {
  return { left: x + 2, top: y + 2, width: width - 4, height: height - 4 }
}
