import { ViewportPortal } from '@xyflow/react'
import { describe } from '../../shared/consequences/draw-line'
import type { Verdict } from '../../shared/consequences/verdict'
import type { Rect } from '../../shared/figures/mark'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { graphOf } from '../../shared/graph/graph'
import { useApp, useAppState } from '../app-context'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { drawWithConsequences } from './change'
import { beginConnecting, endConnecting, moveConnecting } from './connect-gesture'
import { gestures, type Point, useGesture } from './gesture'

/** The dots that lines are drawn from, on the hovered or the only selected element, and the line while it is drawn. */
export function ConnectLayer({ scene }: { readonly scene: Scene }) {
  const hovered = useGesture((g) => (g.dragged.size > 0 || g.dropping ? undefined : g.hovered))
  const hoveredRow = useGesture((g) => g.hoveredRow)
  const connecting = useGesture((g) => g.connecting)
  const selected = useAppState((state) =>
    state.selection.ids.size === 1 ? [...state.selection.ids][0] : undefined,
  )
  const id = connecting?.from ?? hovered ?? selected
  const item = id === undefined ? undefined : scene.byId.get(id)
  return (
    <ViewportPortal>
      {item && !connecting && (
        <Ports scene={scene} item={item} row={hovered === id ? hoveredRow : undefined} />
      )}
      {connecting && (
        <svg className="connecting" overflow="visible" width={1} height={1} aria-hidden="true">
          <line x1={connecting.start.x} y1={connecting.start.y} x2={connecting.end.x} y2={connecting.end.y} />
          <circle cx={connecting.end.x} cy={connecting.end.y} r={4} />
        </svg>
      )}
    </ViewportPortal>
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

function Ports({
  scene,
  item,
  row,
}: {
  readonly scene: Scene
  readonly item: SceneItem
  readonly row: string | undefined
}) {
  const app = useApp()
  return portPlaces(item, row).map((place) => (
    <button
      key={place.side}
      type="button"
      tabIndex={-1}
      className="port nodrag nopan"
      aria-label={t(`connect.from.${place.side}`)}
      data-port={item.id}
      data-side={place.side}
      style={{ transform: `translate(${place.x - 12}px, ${place.y - 12}px)` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        drawFrom(app, scene, item.id, place)
      }}
    />
  ))
}

/** Follows the pointer on the window until it is released: the dot itself is gone as soon as the line begins. */
function drawFrom(app: App, scene: Scene, id: string, { x, y, row }: PortPlace): void {
  beginConnecting(app, scene, id, { x, y }, row)
  const move = (event: PointerEvent) => moveConnecting(app, scene, { x: event.clientX, y: event.clientY })
  const stop = () => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('keydown', cancel)
    window.removeEventListener('pointercancel', giveUp)
  }
  const giveUp = () => {
    stop()
    gestures.setState({ connecting: undefined })
  }
  const cancel = (event: KeyboardEvent) => {
    if (event.code === 'Escape') giveUp()
  }
  const up = () => {
    stop()
    finish(app)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', giveUp)
  window.addEventListener('keydown', cancel)
}

function finish(app: App): void {
  const refused = gestures.getState().connecting?.refused
  const meant = endConnecting(app)
  if (!meant) {
    if (refused) refuse(app, refused)
    return
  }
  const [only] = meant
  if (meant.length === 1 && only) {
    drawWithConsequences(app, only.candidate, only.row)
    return
  }
  const graph = graphOf(designOf(app.store.getState()))
  app.patch({
    overlay: {
      kind: 'choices',
      title: t('connect.meaning'),
      choices: meant.map(({ candidate, row }) => ({
        text: words(describe(graph, candidate)),
        choose: () => drawWithConsequences(app, candidate, row),
      })),
    },
  })
}

/** Says why the line can't stand and offers what can, where there is something. */
function refuse(app: App, { reason, rule, instead }: Verdict): void {
  if (!instead) {
    app.notify({ kind: 'info', text: words(reason), ...(rule === undefined ? {} : { detail: rule }) })
    return
  }
  app.patch({
    overlay: {
      kind: 'choices',
      title: t('connect.refused'),
      text: words(reason),
      choices: [
        { text: words(instead.title), choose: () => app.edit(words(instead.title), instead.apply) },
        ...(rule === undefined
          ? []
          : [
              {
                text: t('problems.openRule', { rule }),
                choose: () => app.patch({ overlay: { kind: 'rule', id: rule } }),
              },
            ]),
      ],
    },
  })
}
