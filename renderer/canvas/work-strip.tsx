import { useEffect } from 'react'
import { ProgressBar } from 'react-aria-components'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import './arrange-strip.css'

interface WorkStripProps {
  readonly id: string
  /** What is being done. */
  readonly title: string
  /** How far it is, in words; absent while that can't be told. */
  readonly progress?: string
  readonly done?: number
  readonly total?: number
  readonly cancel: () => void
}

/** How far some work is, and the way out of it. Everything else can be used meanwhile. */
export function WorkStrip({ id, title, progress, done = 0, total = 1, cancel }: WorkStripProps) {
  const begun = progress !== undefined
  return (
    <section className="arrange-strip" aria-label={title} data-testid={id}>
      <ProgressBar
        className="arrange-progress"
        aria-label={title}
        minValue={0}
        maxValue={Math.max(total, 1)}
        value={done}
        isIndeterminate={!begun}
      >
        {({ percentage }) => (
          <>
            <span className="arrange-text">{progress ?? title}</span>
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
export function useEscape(cancel: (() => void) | undefined): void {
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
