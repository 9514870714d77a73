import { type RefObject, useSyncExternalStore } from 'react'
import { t } from '../strings/strings'
import { Choice } from '../ui/choice'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, FullScreenIcon, NextIcon, PreviousIcon } from '../ui/icons'
import { enterFullScreen, isFullScreen, onFullScreen } from './full-screen'
import { choose, step as go, leave } from './present'
import type { Programme } from './presenting-state'
import type { Offer, Show } from './programmes'
import { StepText } from './step-text'

interface Props {
  readonly box: RefObject<HTMLElement | null>
  readonly offers: readonly Offer[]
  readonly programme: Programme
  readonly show: Show
  readonly at: number
}

/** What is stepped through, which step it is, and what it says; the buttons are for those without keys. */
export function Strip({ box, offers, programme, show, at }: Props) {
  const count = show.steps.length
  const whole = useSyncExternalStore(onFullScreen, isFullScreen)
  return (
    <section ref={box} className="presenting-strip" aria-label={t('presenting.strip')}>
      <div className="presenting-progress" aria-hidden="true">
        <div style={{ width: `${count === 0 ? 0 : ((at + 1) / count) * 100}%` }} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long threads are scrolled with the keyboard */}
      <div className="presenting-text" aria-live="polite" tabIndex={0}>
        <StepText show={show} step={show.steps[at]} />
      </div>
      <div className="presenting-bar">
        <div className="presenting-choice">
          <Choice label={t('presenting.choice')} value={programme} onChange={choose} options={offers} />
        </div>
        <span className="presenting-count">{count > 0 && t('presenting.step', { at: at + 1, count })}</span>
        <IconButton
          icon={<PreviousIcon />}
          label={t('presenting.previous')}
          side="top"
          isDisabled={at === 0}
          onPress={() => go('previous', count)}
        />
        <IconButton
          icon={<NextIcon />}
          label={t('presenting.next')}
          side="top"
          isDisabled={at >= count - 1}
          onPress={() => go('next', count)}
        />
        {!whole && document.fullscreenEnabled && (
          <IconButton
            icon={<FullScreenIcon />}
            label={t('presenting.fullScreen')}
            side="top"
            onPress={() => void enterFullScreen()}
          />
        )}
        <IconButton icon={<CloseIcon />} label={t('presenting.leave')} side="top" onPress={leave} />
      </div>
    </section>
  )
}
