import { useStore } from '@xyflow/react'
import { memo } from 'react'
import type { Rect } from '../../shared/figures/mark'
import { around, grown } from '../../shared/figures/routing/geometry'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { useApp, useAppState } from '../app-context'
import { type App, designOf } from '../store'
import { toCanvas } from './camera'
import { gestures, useGesture } from './gesture'
import type { Pointer } from './hand/interaction'
import { type Handle, handles, resizing } from './hand/resize'
import { follow } from './hand/use-hand'
import { sceneOfApp } from './scene-of-app'
import './selection-layer.css'

/** What is drawn over everything: the box around several selected elements, handles, guides and the marquee. */
export const SelectionLayer = memo(function SelectionLayer({ scene }: { readonly scene: Scene }) {
  const selected = useAppState((state) => state.selection.ids)
  const guides = useGesture((g) => g.guides)
  const marquee = useGesture((g) => g.marquee)
  const several = selected.size > 1 ? boxOf(scene, selected) : undefined
  return (
    <>
      <svg className="selection" overflow="visible" width={1} height={1} aria-hidden="true">
        {several && <rect className="selection-box" {...grown(several, 6)} />}
        {marquee && <rect className="marquee" {...marquee} />}
        {guides.map(({ from, to }) => (
          <line
            key={`${from.x} ${from.y} ${to.x} ${to.y}`}
            className="guide"
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
          />
        ))}
      </svg>
      <Handles scene={scene} selected={selected} />
    </>
  )
})

function boxOf(scene: Scene, ids: ReadonlySet<string>): Rect | undefined {
  return around(scene.items.filter(({ id }) => ids.has(id)).map(({ rect }) => rect))
}

/** On the edge of the one frame or note that is selected. */
function Handles({ scene, selected }: { readonly scene: Scene; readonly selected: ReadonlySet<string> }) {
  const app = useApp()
  const [only] = selected
  const item = selected.size === 1 ? scene.byId.get(only ?? '') : undefined
  const resizable = useAppState((state) => item !== undefined && isResizable(designOf(state).elements, item))
  const moving = useGesture((g) => g.dragged.size > 0 || g.connecting !== undefined)
  const zoom = useStore((flow) => flow.transform[2])
  if (!item || !resizable || moving) return null
  return handles.map((handle) => (
    <button
      key={`${handle.x} ${handle.y}`}
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className="resize-handle nopan"
      data-edge={`${['left', '', 'right'][handle.x + 1]} ${['top', '', 'bottom'][handle.y + 1]}`.trim()}
      style={{
        transform: `translate(${place(item.rect.x, item.rect.width, handle.x)}px, ${place(item.rect.y, item.rect.height, handle.y)}px) scale(${1 / zoom})`,
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        resize(app, item, handle, event)
      }}
    />
  ))
}

/** May the hand make it larger or smaller? */
export function isResizable(elements: ReturnType<typeof designOf>['elements'], item: SceneItem): boolean {
  const element = elements[item.id]
  return (
    element !== undefined && !element.locked && (item.figure.content !== undefined || element.kind === 'note')
  )
}

function place(start: number, size: number, side: -1 | 0 | 1): number {
  return start + (size * (side + 1)) / 2
}

function resize(app: App, item: SceneItem, handle: Handle, event: React.PointerEvent): void {
  const at = { x: event.clientX, y: event.clientY }
  const down: Pointer = { at, point: toCanvas(at), shift: false, mod: false, alt: false }
  const surface = { app, scene: () => sceneOfApp(app) }
  gestures.setState({ dragged: new Set([item.id]) })
  follow(app, resizing(surface, item, handle, down), event.pointerId, event)
}
