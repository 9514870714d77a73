import { ReactFlow, type ReactFlowInstance, useStoreApi } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Theme } from '../../shared/figures/tokens'
import { useAppState } from '../app-context'
import { attachCamera, panBy, showAll } from '../canvas/camera'
import { flowOptions } from '../canvas/drawing'
import { type Paint, Painting } from '../canvas/overview-layer'
import type { FlowNode } from '../canvas/to-flow'
import { t } from '../strings/strings'
import type { Drawn } from './drawn'
import { paintDrawn } from './paint-drawn'
import { usePresses } from './use-presses'
import { catchUp, useLink } from './views'

const nothing: never[] = []
const buttons = [0, 1]

interface Props {
  readonly label: string
  readonly drawn: Drawn
  readonly theme: Theme
  /** The pane that the commands of the view move; the other one follows. */
  readonly leads: boolean
  /** What the camera can be sent to, by default what is drawn. */
  readonly reach?: Drawn
}

/** One drawing of a comparison: painted on a canvas, moved as the design's own is. */
export function Pane({ label, drawn, theme, leads, reach = drawn }: Props) {
  const current = useAppState((state) => state.comparing?.current)
  const box = useRef<HTMLDivElement>(null)
  const onInit = useCamera(leads, reach, box)
  const { press, point } = usePresses(drawn, box)
  const paint = useCallback<Paint>(
    (context, sight, again) => paintDrawn(context, { drawn, theme, current }, sight, again),
    [drawn, theme, current],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is moved has no element of its own
    <div
      ref={box}
      className="compare-pane"
      role="group"
      aria-label={label}
      aria-description={t('compare.drawingHint')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the keyboard
      tabIndex={0}
      onKeyDown={move}
    >
      <ReactFlow<FlowNode>
        nodes={nothing}
        edges={nothing}
        onInit={onInit}
        {...flowOptions}
        panOnDrag={buttons}
        onPaneClick={press}
        onPaneMouseMove={point}
        colorMode={theme}
        attributionPosition="bottom-left"
      >
        <Painting paint={paint} testId="compare-drawing" />
      </ReactFlow>
    </div>
  )
}

/** Has the pane that leads moved by the commands of the view, and the other one by it. */
function useCamera(leads: boolean, reach: Drawn, box: RefObject<HTMLElement | null>) {
  const scene = useRef(reach.scene)
  const flow = useStoreApi()
  useLink(flow)
  useEffect(() => {
    scene.current = reach.scene
  }, [reach])
  useEffect(() => () => (leads ? void attachCamera(undefined) : undefined), [leads])
  return useCallback(
    (instance: ReactFlowInstance<FlowNode>) => {
      if (!leads) {
        catchUp(flow)
        return
      }
      const kept = attachCamera({
        flow: instance,
        box: () => box.current?.getBoundingClientRect() ?? new DOMRect(),
        scene: () => scene.current,
      })
      if (!kept) showAll()
    },
    [leads, flow, box],
  )
}

const STEP = 48
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
}

/** Arrow keys move the view, F fits all of it. */
function move(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const arrow = ARROWS[event.code]
  if (arrow) panBy(...arrow)
  else if (event.code === 'KeyF') showAll()
  else return
  event.preventDefault()
}
