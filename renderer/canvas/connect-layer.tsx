import { useStore, ViewportPortal } from '@xyflow/react'
import { useStore as useStoreOf } from 'zustand'
import type { Rect } from '../../shared/figures/mark'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { useApp, useAppState } from '../app-context'
import { openQuickAddBeside } from '../quick-add/beside'
import { quickAdd } from '../quick-add/quick-add-state'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { BendsLayer } from './bends-layer'
import { type Connecting, type Point, useGesture } from './gesture'
import { connecting } from './hand/connect'
import { follow, pointerOf } from './hand/use-hand'
import { figureOfElement } from './hit'
import { sceneOfApp } from './scene-of-app'
import { isResizable } from './selection-layer'

/** The dots that lines are drawn from, on the hovered or the only selected element, and the line while it is drawn. */
export function ConnectLayer({ scene }: { readonly scene: Scene }) {
  const hovered = useGesture((g) => (g.dragged.size > 0 || g.dropping ? undefined : g.hovered))
  const hoveredRow = useGesture((g) => g.hoveredRow)
  const line = useGesture((g) => g.connecting)
  const busy = useGesture((g) => g.dragged.size > 0 || g.bending !== undefined)
  const selected = useAppState((state) =>
    state.selection.ids.size === 1 ? [...state.selection.ids][0] : undefined,
  )
  const id = line?.from ?? hovered ?? selected
  const item = id === undefined ? undefined : scene.byId.get(id)
  const resizable = useAppState((state) => item !== undefined && isResizable(designOf(state).elements, item))
  return (
    <ViewportPortal>
      {item && !line && !busy && (
        <Ports
          item={item}
          row={hovered === id ? hoveredRow : undefined}
          outside={id === selected && resizable}
        />
      )}
      <BendsLayer scene={scene} />
      {line ? <Pulled line={line} /> : <Growing scene={scene} />}
    </ViewportPortal>
  )
}

/** The line to what is being chosen in quick add. */
function Growing({ scene }: { readonly scene: Scene }) {
  const open = useStoreOf(quickAdd, (state) => state.open)
  const item = open?.from === undefined ? undefined : figureOfElement(scene, open.from)
  if (!open || !item) return null
  const { x, y, width, height } = item.rect
  const start = {
    x: Math.max(x, Math.min(x + width, open.point.x)),
    y: Math.max(y, Math.min(y + height, open.point.y)),
  }
  return <Pulled line={{ start, end: open.point }} />
}

function Pulled({
  line: { start, end, target },
}: {
  readonly line: Pick<Connecting, 'start' | 'end' | 'target'>
}) {
  return (
    <svg
      className="connecting"
      data-sure={target !== undefined}
      overflow="visible"
      width={1}
      height={1}
      aria-hidden="true"
    >
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      <circle cx={end.x} cy={end.y} r={4} />
    </svg>
  )
}

interface PortPlace extends Point {
  readonly side: 'left' | 'right' | 'top' | 'bottom'
  readonly row?: string
}

/** Four ports on the element's edge; over a row, the two at the sides are the row's own. */
function portPlaces(item: SceneItem, pointer: string | undefined): PortPlace[] {
  const row = item.figure.rows.find((r) => r.pointer !== undefined && r.pointer === pointer)
  const { x, y, width } = item.rect
  if (row?.pointer !== undefined) {
    const middle = y + row.y + row.height / 2
    return [
      { x, y: middle, side: 'left', row: row.pointer },
      { x: x + width, y: middle, side: 'right', row: row.pointer },
      ...sides(item.rect).filter(({ side }) => side === 'top' || side === 'bottom'),
    ]
  }
  return sides(item.rect)
}

function sides({ x, y, width, height }: Rect): PortPlace[] {
  return [
    { x: x + width, y: y + height / 2, side: 'right' },
    { x, y: y + height / 2, side: 'left' },
    { x: x + width / 2, y, side: 'top' },
    { x: x + width / 2, y: y + height, side: 'bottom' },
  ]
}

/** How far outside the edge of a frame its dots are while the middles of its edges resize it. */
const OUTSIDE = 16

interface PortsProps {
  readonly item: SceneItem
  readonly row: string | undefined
  /** The edge itself is taken by handles that resize. */
  readonly outside: boolean
}

/** Figures that look smaller than this, in pixels of the screen, get none: the dots would leave nothing to take hold of. */
const LEAST = { width: 56, height: 28 } as const

function Ports({ item, row, outside }: PortsProps) {
  const app = useApp()
  const zoom = useStore((flow) => flow.transform[2])
  if (item.rect.width * zoom < LEAST.width || item.rect.height * zoom < LEAST.height) return null
  return portPlaces(item, row).map((place) => {
    const [dx, dy] = OUTWARDS[place.side]
    const out = outside && place.row === undefined ? OUTSIDE / zoom : 0
    return (
      <button
        key={place.side}
        type="button"
        tabIndex={-1}
        className="port nodrag nopan"
        aria-label={t(`connect.from.${place.side}`)}
        data-port={item.id}
        data-side={place.side}
        style={{
          transform: `translate(${place.x + dx * out}px, ${place.y + dy * out}px) translate(-50%, -50%) scale(${1 / zoom})`,
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.stopPropagation()
          pull(app, item, place, event)
        }}
      />
    )
  })
}

const OUTWARDS = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const

function pull(app: App, item: SceneItem, { x, y, row, side }: PortPlace, event: React.PointerEvent): void {
  const surface = { app, scene: () => sceneOfApp(app) }
  const begin = { from: item.id, ...(row === undefined ? {} : { row }) }
  const click = () => openQuickAddBeside(app, item.id, directions[side], row)
  follow(
    app,
    connecting(surface, pointerOf(app, event, event), begin, { x, y }, click),
    event.pointerId,
    event,
  )
}

const directions = { left: 'left', right: 'right', top: 'up', bottom: 'down' } as const
