/** Whether the tour is on, and where it is. */
import { createStore } from 'zustand/vanilla'
import type { App } from '../store'
import { t } from '../strings/strings'
import { tourSteps } from './tour-steps'

interface TourState {
  /** Undefined: it is not on. */
  readonly step: number | undefined
  /** Where the focus goes back to. */
  readonly from: HTMLElement | undefined
}

export const tourState = createStore<TourState>(() => ({ step: undefined, from: undefined }))

/** Starts the tour at its first step, and remembers that it was taken: it is offered once. */
export function startTour(app: App): void {
  const { settings } = app.store.getState()
  const active = document.activeElement
  tourState.setState({ step: 0, from: active instanceof HTMLElement ? active : undefined })
  if (settings.panels.tour !== 1)
    app.patch({ settings: { ...settings, panels: { ...settings.panels, tour: 1 } } })
}

/** To the next step, or back; past the last one the tour ends. */
export function goOn(app: App, by: 1 | -1): void {
  const { step } = tourState.getState()
  if (step === undefined) return
  const next = step + by
  if (next >= tourSteps.length) endTour(app)
  else tourState.setState({ step: Math.max(0, next) })
}

/** Ends the tour; the focus goes back to where it was, or to the drawing. */
export function endTour(app: App): void {
  const { step, from } = tourState.getState()
  if (step === undefined) return
  tourState.setState({ step: undefined, from: undefined })
  const back = from?.isConnected && from !== document.body ? from : document.querySelector('.react-flow')
  if (back instanceof HTMLElement) back.focus()
  app.announce(t('tour.ended'))
}
