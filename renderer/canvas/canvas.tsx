import {
  Background,
  BackgroundVariant,
  MiniMap,
  type NodeTypes,
  type OnNodeDrag,
  ReactFlow,
  SelectionMode,
  useStore,
  ViewportPortal,
} from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useCallback, useMemo, useRef } from 'react'
import type { Scene } from '../../shared/figures/scene'
import { colors, sizes, type Theme } from '../../shared/figures/tokens'
import { useApp, useAppState } from '../app-context'
import { EmptyState } from '../start/empty-state'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { attachCamera, maxZoom, minZoom, toCanvas } from './camera'
import { ChangeCard } from './change-card'
import { aimDrop, applyChanges, finishDrag } from './changes'
import { ConnectLayer } from './connect-layer'
import { FigureNode } from './figure-node'
import { gestures, type Point } from './gesture'
import { itemAt, rowAt } from './hit'
import { LinesLayer } from './lines-layer'
import { isOverview } from './overview'
import { OverviewLayer } from './overview-layer'
import { type FlowNode, toFlow } from './to-flow'
import { useScene } from './use-scene'
import './canvas.css'

const nodeTypes: NodeTypes = { figure: FigureNode }
const snapGrid: [number, number] = [sizes.grid, sizes.grid]
const panButtons = [1]
const nothing: never[] = []

/** The drawing. React Flow moves the view and the nodes; what they look like comes from the scene. */
export function Canvas({ theme }: { readonly theme: Theme }) {
  const app = useApp()
  const scene = useScene()
  const latest = useRef(scene)
  latest.current = scene
  const design = useAppState(designOf)
  const selected = useAppState((state) => state.selection.ids)
  const minimap = useAppState((state) => state.settings.panels.minimap ?? 1)
  const overview = useStore(isOverview)
  const nodes = useMemo(() => toFlow(scene, design, selected), [scene, design, selected])
  const empty = nodes.length === 0
  const drag = useDrag(latest)
  const hover = useHover(latest)
  return (
    <section
      className="canvas"
      data-overview={overview}
      aria-label={t('canvas.label')}
      onPointerMove={hover}
      onKeyDown={(event) => selectFocused(app, event)}
    >
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={nothing}
        nodeTypes={nodeTypes}
        onNodesChange={useCallback((changes) => applyChanges(app, changes), [app])}
        onInit={attachCamera}
        onPaneClick={useCallback(() => app.select([]), [app])}
        onNodeClick={useCallback(
          (event: React.MouseEvent, node: FlowNode) => selectRow(app, latest.current, event, node),
          [app],
        )}
        {...drag}
        snapToGrid
        snapGrid={snapGrid}
        minZoom={minZoom}
        maxZoom={maxZoom}
        panOnDrag={panButtons}
        panOnScroll
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        selectionKeyCode={null}
        multiSelectionKeyCode="Shift"
        deleteKeyCode={null}
        disableKeyboardA11y
        nodesConnectable={false}
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements
        nodeDragThreshold={3}
        colorMode={theme}
        attributionPosition="bottom-left"
      >
        {!overview && <Dots theme={theme} />}
        {overview && <OverviewLayer scene={scene} theme={theme} />}
        <ViewportPortal>{!overview && <LinesLayer scene={scene} />}</ViewportPortal>
        <ConnectLayer scene={scene} />
        {minimap === 1 && !empty && <Overview scene={scene} theme={theme} />}
      </ReactFlow>
      {empty && <EmptyState />}
      <ChangeCard scene={scene} />
    </section>
  )
}

function Dots({ theme }: { readonly theme: Theme }) {
  const close = useStore((flow) => flow.transform[2] >= 0.5)
  if (!close) return null
  return <Background variant={BackgroundVariant.Dots} gap={16} size={1.2} color={colors.dots[theme]} />
}

/** Only while something is out of view: with everything in sight a map would just cover it. */
function Overview({ scene, theme }: { readonly scene: Scene; readonly theme: Theme }) {
  const allInView = useStore(({ transform: [x, y, zoom], width, height }) => {
    const { bounds } = scene
    return (
      bounds.x * zoom + x >= 0 &&
      bounds.y * zoom + y >= 0 &&
      (bounds.x + bounds.width) * zoom + x <= width &&
      (bounds.y + bounds.height) * zoom + y <= height
    )
  })
  if (allInView) return null
  return (
    <MiniMap<FlowNode>
      className="minimap"
      pannable
      zoomable
      ariaLabel="Minimap"
      bgColor={colors.surface[theme]}
      maskColor={theme === 'dark' ? 'rgb(15 19 24 / 60%)' : 'rgb(246 247 249 / 70%)'}
      nodeColor={(node) => (node.data.item.figure.content ? colors['surface-2'][theme] : colors.line[theme])}
      nodeStrokeColor={colors.line[theme]}
      nodeBorderRadius={8}
      style={{ width: 160, height: 108 }}
    />
  )
}

/** Dragging elements: where they would land while it lasts, and what holds them afterwards. */
function useDrag(scene: { readonly current: Scene }) {
  const app = useApp()
  const point = (event: MouseEvent | TouchEvent): Point => {
    const touch = 'touches' in event ? (event.touches[0] ?? event.changedTouches[0]) : event
    return toCanvas({ x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 })
  }
  const ids = (nodes: readonly FlowNode[]) => new Set(nodes.map((node) => node.id))
  const onNodeDragStart: OnNodeDrag<FlowNode> = (_, __, nodes) => gestures.setState({ dragged: ids(nodes) })
  const onNodeDrag: OnNodeDrag<FlowNode> = (event, _, nodes) =>
    aimDrop(app, scene.current, ids(nodes), point(event as MouseEvent))
  const onNodeDragStop: OnNodeDrag<FlowNode> = (event, _, nodes) =>
    finishDrag(app, scene.current, ids(nodes), point(event as MouseEvent))
  return {
    onNodeDragStart,
    onNodeDrag,
    onNodeDragStop,
    onSelectionDragStart: (_: unknown, nodes: FlowNode[]) => gestures.setState({ dragged: ids(nodes) }),
    onSelectionDrag: (event: React.MouseEvent, nodes: FlowNode[]) =>
      aimDrop(app, scene.current, ids(nodes), point(event.nativeEvent)),
    onSelectionDragStop: (event: React.MouseEvent, nodes: FlowNode[]) =>
      finishDrag(app, scene.current, ids(nodes), point(event.nativeEvent)),
  }
}

/** Which element and row the pointer is over: they show their ports. */
function useHover(scene: { readonly current: Scene }) {
  return useCallback(
    (event: React.PointerEvent) => {
      if (event.buttons !== 0) return
      const at = toCanvas({ x: event.clientX, y: event.clientY })
      // A little beyond the edge, so that the port that sticks out can be reached.
      const item = itemAt(scene.current, at) ?? itemNear(scene.current, at)
      const row = item && rowAt(item, at)?.pointer
      const { hovered, hoveredRow } = gestures.getState()
      if (hovered !== item?.id || hoveredRow !== row)
        gestures.setState({ hovered: item?.id, hoveredRow: row })
    },
    [scene],
  )
}

const REACH = 12

function itemNear(scene: Scene, { x, y }: Point) {
  const near = [
    { x: x - REACH, y },
    { x: x + REACH, y },
    { x, y: y - REACH },
    { x, y: y + REACH },
  ]
  return near.map((point) => itemAt(scene, point)).find((item) => item !== undefined)
}

/** Tab walks the elements; Enter or Space selects the one that has the focus, with Shift it is added or taken out. */
function selectFocused(app: App, event: React.KeyboardEvent): void {
  const id = (event.target as HTMLElement).closest('.react-flow__node')?.getAttribute('data-id')
  if (id == null || (event.code !== 'Enter' && event.code !== 'Space')) return
  event.preventDefault()
  const { ids } = app.store.getState().selection
  if (!event.shiftKey) app.select([id])
  else app.select(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id])
}

/** A click on a card's row selects the row too: the inspector opens that container or listener. */
function selectRow(
  app: ReturnType<typeof useApp>,
  scene: Scene,
  event: React.MouseEvent,
  node: FlowNode,
): void {
  if (event.shiftKey) return
  const item = scene.byId.get(node.id)
  const row = item && rowAt(item, toCanvas({ x: event.clientX, y: event.clientY }))
  if (row?.element !== undefined) app.select([row.element])
  else if (row?.pointer !== undefined) app.select([node.id], { element: node.id, pointer: row.pointer })
  else app.select([node.id])
}
