import {
  Background,
  BackgroundVariant,
  type NodeTypes,
  ReactFlow,
  useStore,
  ViewportPortal,
} from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { colors, type Theme } from '../../shared/figures/tokens'
import { useApp, useAppState } from '../app-context'
import { openQuickAdd } from '../quick-add/quick-add-state'
import { EmptyState } from '../start/empty-state'
import { FirstStepsCard } from '../start/first-steps-card'
import { t } from '../strings/strings'
import { ArrangeStrip } from './arrange-strip'
import { attachCamera, maxZoom, minZoom, toCanvas } from './camera'
import { CANVAS_HELP, CanvasHelp } from './canvas-help'
import { ChangeCard } from './change-card'
import { ConnectLayer } from './connect-layer'
import { ConnectStrip } from './connect-strip'
import { doubleClick } from './double-click'
import { DrawnContext } from './drawn-context'
import { FigureNode } from './figure-node'
import { FoldButton } from './fold-button'
import { useGesture } from './gesture'
import { useHand } from './hand/use-hand'
import { shownBy } from './lens'
import { LinesLayer } from './lines-layer'
import { Minimap } from './minimap'
import { isOverview } from './overview'
import { OverviewLayer } from './overview-layer'
import { RenameLayer } from './rename-layer'
import { sceneOfApp } from './scene-of-app'
import { SelectionLayer } from './selection-layer'
import { type FlowNode, itemsIn, MOST_NODES, toFlow } from './to-flow'
import { useScene } from './use-scene'
import { useSpace } from './use-space'
import { useDrawnView } from './view'
import { ViewBar } from './view-bar'
import './canvas.css'

const nodeTypes: NodeTypes = { figure: FigureNode }
const nothing: never[] = []
const middleButton = [1]
const leftToo = [0, 1]

/** The hand is ours: of React Flow's own only moving the view is left. */
const flowOptions = {
  minZoom,
  maxZoom,
  panActivationKeyCode: null,
  panOnScroll: true,
  zoomOnScroll: false,
  zoomOnDoubleClick: false,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  deleteKeyCode: null,
  disableKeyboardA11y: true,
  // It would tell of keys that are not ours.
  ariaLabelConfig: { 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' },
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  elementsSelectable: false,
  elevateNodesOnSelect: false,
} as const

/**
 * The drawing. React Flow moves the view and mounts what is in it; what things look like comes from the scene, and what
 * the hand does with them from `hand/`.
 */
export function Canvas({ theme }: { readonly theme: Theme }) {
  const app = useApp()
  const scene = useScene()
  const view = useDrawnView()
  const selected = useAppState((state) => state.selection.ids)
  const minimap = useAppState((state) => state.settings.panels.minimap)
  const far = useStore(isOverview)
  const nodes = useMemo(() => toFlow(scene, view, selected), [scene, view, selected])
  const empty = scene.items.length === 0
  const painted = far || (nodes.length === 0 && itemsIn(scene, view).length > MOST_NODES)
  const lens = useAppState((state) => state.lens)
  const shown = shownBy(scene, lens)
  const { hidden } = scene
  const drawn = useMemo(() => ({ shown, hidden }), [shown, hidden])
  const panning = useGesture((g) => g.tool === 'hand' || g.spaceHeld)
  const box = useRef<HTMLElement>(null)
  const hand = useHand()
  useSpace()
  useEffect(() => () => attachCamera(undefined), [])
  return (
    <section
      ref={box}
      className="canvas"
      data-overview={painted}
      data-tool={panning ? 'hand' : 'select'}
      aria-label={t('canvas.label')}
      {...hand}
      onDoubleClick={(event) =>
        doubleClick(app, event, (at) => openQuickAdd(app, { at, point: toCanvas(at) }))
      }
    >
      <DrawnContext value={drawn}>
        <ReactFlow<FlowNode>
          tabIndex={0}
          aria-label={t('canvas.drawing')}
          aria-roledescription={t('canvas.role')}
          aria-describedby={CANVAS_HELP}
          nodes={nodes}
          edges={nothing}
          nodeTypes={nodeTypes}
          onInit={useCallback(
            (flow) =>
              attachCamera({
                flow,
                box: () => box.current?.getBoundingClientRect() ?? new DOMRect(),
                scene: () => sceneOfApp(app),
              }),
            [app],
          )}
          {...flowOptions}
          panOnDrag={panning ? leftToo : middleButton}
          onMoveStart={() => box.current?.setAttribute('data-moving', 'true')}
          onMoveEnd={() => box.current?.removeAttribute('data-moving')}
          colorMode={theme}
          attributionPosition="bottom-left"
        >
          {!painted && <Dots theme={theme} />}
          {painted && <OverviewLayer scene={scene} theme={theme} selected={selected} lens={lens} />}
          <ViewportPortal>
            {!painted && <LinesLayer scene={scene} view={view} />}
            <SelectionLayer scene={scene} />
            <FoldButton scene={scene} />
          </ViewportPortal>
          <RenameLayer scene={scene} />
          <ConnectLayer scene={scene} />
          {!empty && <Minimap scene={scene} theme={theme} setting={minimap} />}
        </ReactFlow>
      </DrawnContext>
      {empty ? <EmptyState /> : <ViewBar />}
      <FirstStepsCard />
      <CanvasHelp />
      <ChangeCard scene={scene} />
      <ArrangeStrip />
      <ConnectStrip />
    </section>
  )
}

function Dots({ theme }: { readonly theme: Theme }) {
  const on = useAppState((state) => (state.settings.panels.grid ?? 1) === 1)
  const close = useStore((flow) => flow.transform[2] >= 0.5)
  if (!close || !on) return null
  return <Background variant={BackgroundVariant.Dots} gap={16} size={1.2} color={colors.dots[theme]} />
}
