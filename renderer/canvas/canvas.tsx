import { useRef } from 'react'
import type { Theme } from '../../shared/figures/tokens'
import { useApp, useAppState } from '../app-context'
import { openQuickAdd } from '../quick-add/quick-add-state'
import { CommentStrip } from '../review/threads/comment-strip'
import { ThreadCard } from '../review/threads/thread-card'
import { EmptyState } from '../start/empty-state'
import { FirstStepsCard } from '../start/first-steps-card'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { ArrangeStrip } from './arrange-strip'
import { toCanvas } from './camera'
import { CanvasHelp } from './canvas-help'
import { ChangeCard } from './change-card'
import { ConnectStrip } from './connect-strip'
import { doubleClick } from './double-click'
import { Drawing } from './drawing'
import { useGesture } from './gesture'
import { useHand } from './hand/use-hand'
import { ImportStrip } from './import-strip'
import { useSpace } from './use-space'
import { ViewBar } from './view-bar'
import './canvas.css'

/** The drawing, what the hand does on it, and what lies over it. */
export function Canvas({ theme }: { readonly theme: Theme }) {
  const app = useApp()
  const empty = useAppState((state) => Object.keys(designOf(state).elements).length === 0)
  const panning = useGesture((g) => g.tool === 'hand' || g.spaceHeld)
  const commenting = useGesture((g) => g.tool === 'comment')
  const box = useRef<HTMLElement>(null)
  const hand = useHand()
  useSpace()
  return (
    <section
      ref={box}
      className="canvas"
      data-tool={panning ? 'hand' : commenting ? 'comment' : 'select'}
      aria-label={t('canvas.label')}
      {...hand}
      onDoubleClick={(event) =>
        doubleClick(app, event, (at) => openQuickAdd(app, { at, point: toCanvas(at) }))
      }
    >
      <Drawing theme={theme} panning={panning} box={box} />
      {empty ? <EmptyState /> : <ViewBar />}
      <FirstStepsCard />
      <CanvasHelp />
      <ChangeCard />
      <ArrangeStrip />
      <ImportStrip />
      <ConnectStrip />
      <CommentStrip />
      <ThreadCard />
    </section>
  )
}
