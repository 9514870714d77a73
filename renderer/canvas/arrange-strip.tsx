import { useEffect } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useStore } from 'zustand'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { type Arranging, arranging } from './arrange-state'
import './arrange-strip.css'

/** How far automatic layout is, and the way out of it. Everything else can be used meanwhile. */
export function ArrangeStrip() {
  const run = useStore(arranging, (state) => state.run)
  useEscape(run?.cancel)
  return run?.shown ? <Strip run={run} /> : null
}

function Strip({ run: { done, total, cancel } }: { readonly run: Arranging }) {
  const begun = done > 0
  return (
    <section className="arrange-strip" aria-label={t('arranging.title')} data-testid="arrange-strip">
      <ProgressBar
        className="arrange-progress"
        aria-label={t('arranging.title')}
        minValue={0}
        maxValue={Math.max(total, 1)}
        value={done}
        isIndeterminate={!begun}
      >
        {({ percentage }) => (
          <>
            <span className="arrange-text">
              {begun ? t('arranging.progress', { done, total }) : t('arranging.title')}
            </span>
            <span className="arrange-track" data-begun={begun}>
              <span className="arrange-bar" style={begun ? { width: `${percentage ?? 0}%` } : {}} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button size="small" onPress={cancel}>
        {t('dialog.cancel')}
      </Button>
    </section>
  )
}

/** Escape cancels from anywhere but a dialog or a menu, which it closes. */
function useEscape(cancel: (() => void) | undefined): void {
  useEffect(() => {
    if (!cancel) return
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      if (event.code !== 'Escape' || event.isComposing) return
      if (target instanceof HTMLElement && target.closest('[role=dialog], [role=menu], [role=listbox]'))
        return
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [cancel])
}
