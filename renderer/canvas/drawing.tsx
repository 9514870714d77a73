import {
  Background,
  BackgroundVariant,
  type NodeTypes,
  ReactFlow,
  type ReactFlowInstance,
  useStore,
  ViewportPortal,
} from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import { colors, type Theme } from '../../shared/figures/tokens'
import { useApp, useAppState } from '../app-context'
import { PinsLayer } from '../review/threads/pins-layer'
import { t } from '../strings/strings'
import { attachCamera, maxZoom, minZoom } from './camera'
import { CANVAS_HELP } from './canvas-help'
import { ConnectLayer } from './connect-layer'
import { DrawnContext } from './drawn-context'
import { FigureNode } from './figure-node'
import { FoldButton } from './fold-button'
import { shownBy } from './lens'
import { LinesLayer } from './lines-layer'
import { Minimap } from './minimap'
import { isOverview } from './overview'
import { OutlineLayer, OverviewLayer } from './overview-layer'
import { RenameLayer } from './rename-layer'
import { sceneOfApp } from './scene-of-app'
import { SelectionLayer } from './selection-layer'
import { type FlowNode, toFlow } from './to-flow'
import { TracingLayer } from './tracing-layer'
import { useScene } from './use-scene'
import { useDrawnView } from './view'

const nodeTypes: NodeTypes = { figure: FigureNode }
const nothing: never[] = []
const middleButton = [1]
const leftToo = [0, 1]

/** The hand is ours: of React Flow's own only moving the view is left. */
export const flowOptions = {
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

interface Props {
  readonly theme: Theme
  /** The left button moves the view. */
  readonly panning: boolean
  /** The canvas around it. */
  readonly box: RefObject<HTMLElement | null>
}

/**
 * The drawing itself. React Flow moves the view and mounts what is in it; what things look like comes from the scene.
 * It is rendered with every movement of the hand, so what lies still is in layers of its own, which are not.
 */
export function Drawing({ theme, panning, box }: Props) {
  const app = useApp()
  const scene = useScene()
  const view = useDrawnView()
  const selected = useAppState((state) => state.selection.ids)
  const minimap = useAppState((state) => state.settings.panels.minimap)
  const lens = useAppState((state) => state.lens)
  const far = useStore(isOverview)
  const nodes = useMemo(() => toFlow(scene, view, selected), [scene, view, selected])
  const painted = far || nodes === undefined
  const { carried, hidden } = scene
  const before = carried?.from ?? scene
  const layers = carried ? [carried.still, carried.moving] : [scene]
  const shown = shownBy(before, lens)
  const drawn = useMemo(() => ({ shown, hidden }), [shown, hidden])
  useEffect(() => () => void attachCamera(undefined), [])
  const onInit = useCallback(
    (flow: ReactFlowInstance<FlowNode>) =>
      void attachCamera({
        flow,
        box: () => box.current?.getBoundingClientRect() ?? new DOMRect(),
        scene: () => sceneOfApp(app),
      }),
    [app, box],
  )
  return (
    <DrawnContext value={drawn}>
      <ReactFlow<FlowNode>
        tabIndex={0}
        aria-label={t('canvas.drawing')}
        aria-roledescription={t('canvas.role')}
        aria-describedby={CANVAS_HELP}
        nodes={nodes ?? nothing}
        edges={nothing}
        nodeTypes={nodeTypes}
        onInit={onInit}
        {...flowOptions}
        panOnDrag={panning ? leftToo : middleButton}
        onMoveStart={() => box.current?.setAttribute('data-moving', 'true')}
        onMoveEnd={() => box.current?.removeAttribute('data-moving')}
        colorMode={theme}
        attributionPosition="bottom-left"
      >
        {!painted && <Dots theme={theme} />}
        <TracingLayer />
        {painted &&
          layers.map((layer, i) => <OverviewLayer key={PARTS[i]} scene={layer} theme={theme} lens={lens} />)}
        {painted && selected.size > 0 && <OutlineLayer scene={scene} theme={theme} selected={selected} />}
        <PinsLayer />
        <ViewportPortal>
          {!painted &&
            layers.map((layer, i) => (
              <LinesLayer key={PARTS[i]} scene={layer} view={view} carried={i === 1} />
            ))}
          <SelectionLayer scene={scene} />
          <FoldButton scene={scene} />
        </ViewportPortal>
        <RenameLayer scene={scene} />
        <ConnectLayer scene={scene} />
        {before.items.length > 0 && <Minimap scene={before} theme={theme} setting={minimap} />}
      </ReactFlow>
    </DrawnContext>
  )
}

const PARTS = ['still', 'moving'] as const

function Dots({ theme }: { readonly theme: Theme }) {
  const on = useAppState((state) => (state.settings.panels.grid ?? 1) === 1)
  const close = useStore((flow) => flow.transform[2] >= 0.5)
  if (!close || !on) return null
  return <Background variant={BackgroundVariant.Dots} gap={16} size={1.2} color={colors.dots[theme]} />
}
