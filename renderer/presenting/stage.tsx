import { ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Theme } from '../../shared/figures/tokens'
import type { NestingName } from '../../shared/graph/nestings'
import { flowOptions } from '../canvas/drawing'
import { type Paint, Painting } from '../canvas/overview-layer'
import type { FlowNode } from '../canvas/to-flow'
import { paintDrawn } from '../compare/paint-drawn'
import { t } from '../strings/strings'
import { paintStep } from './paint-step'
import type { Show, Step } from './programmes'
import { litBy, lookedAt, viewFor } from './sight'

interface Props {
  readonly show: Show
  readonly step: Step | undefined
  readonly nesting: NestingName
  readonly theme: Theme
  /** How much of the window the strip covers, from below. */
  readonly covered: number
}

/** The drawing, which can be moved and nothing else, with what the step is about lit. */
export function Stage(props: Props) {
  return (
    <div className="presenting-stage" role="img" aria-label={t('presenting.drawing')}>
      <ReactFlowProvider>
        <Drawing {...props} />
      </ReactFlowProvider>
    </div>
  )
}

const nothing: never[] = []
const buttons = [0, 1]

function Drawing({ show, step, nesting, theme, covered }: Props) {
  const lit = useMemo(() => litBy(show, step, nesting), [show, step, nesting])
  const current = step?.key
  const paint = useCallback<Paint>(
    (context, sight, again) =>
      show.is === 'changes'
        ? paintDrawn(context, { drawn: show.drawn, theme, current }, sight, again)
        : paintStep(context, { scene: show.scene, lit, theme }, sight, again),
    [show, lit, theme, current],
  )
  return (
    <ReactFlow<FlowNode>
      nodes={nothing}
      edges={nothing}
      {...flowOptions}
      panOnDrag={buttons}
      colorMode={theme}
      attributionPosition="bottom-left"
    >
      <Painting paint={paint} testId="presenting-drawing" />
      <Camera show={show} step={step} nesting={nesting} covered={covered} />
    </ReactFlow>
  )
}

/** Milliseconds of the way to the next step. */
const WAY = 200

/** Looks at what each step is about. */
function Camera({ show, step, nesting, covered }: Omit<Props, 'theme'>) {
  const { setViewport } = useReactFlow()
  const width = useStore((flow) => flow.width)
  const height = useStore((flow) => flow.height)
  const began = useRef(false)
  useEffect(() => {
    if (width === 0 || height === 0) return
    const rect = lookedAt(show, step, nesting)
    const view = viewFor(rect, { width, height: Math.max(height - covered, 1) }, rect === show.scene.bounds)
    const still = !began.current || window.matchMedia('(prefers-reduced-motion: reduce)').matches
    began.current = true
    void setViewport(view, { duration: still ? 0 : WAY })
  }, [setViewport, width, height, show, step, nesting, covered])
  return null
}
