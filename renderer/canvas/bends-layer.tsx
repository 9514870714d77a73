import { useStore } from '@xyflow/react'
import type { Scene, SceneLine } from '../../shared/figures/scene'
import { useApp, useAppState } from '../app-context'
import { type App, designOf } from '../store'
import { type Point, useGesture } from './gesture'
import { bendingRun, bendsOf, isBendable, movingBend, setBends } from './hand/bend'
import { connecting } from './hand/connect'
import type { Interaction, Surface } from './hand/interaction'
import { follow, pointerOf } from './hand/use-hand'
import { sceneOfApp } from './scene-of-app'

/** Runs shorter than this, in pixels of the screen, get no dot to be pulled by. */
const LEAST = 48

/** The dots of the one line that is selected: its ends, its bends, and the middles of its runs. */
export function BendsLayer({ scene }: { readonly scene: Scene }) {
  const busy = useGesture((g) => g.connecting !== undefined || g.dragged.size > 0)
  return busy ? null : <OfSelected scene={scene} />
}

function OfSelected({ scene }: { readonly scene: Scene }) {
  const line = useSelectedLine(scene)
  return line ? <Dots line={line} /> : null
}

function useSelectedLine(scene: Scene): SceneLine | undefined {
  return useAppState(({ selection: { ids } }) => {
    const [first] = ids
    if (first === undefined) return undefined
    const line = scene.lines.find(({ connections }) => connections.some(({ id }) => id === first))
    return line?.connections.length === ids.size && line.connections.every(({ id }) => ids.has(id))
      ? line
      : undefined
  })
}

function Dots({ line }: { readonly line: SceneLine }) {
  const app = useApp()
  const zoom = useStore((flow) => flow.transform[2])
  const bending = useGesture((g) => (g.bending?.line === line.id ? g.bending.points : undefined))
  // Asked for, so that the dots are drawn anew with the bends.
  useAppState((state) => designOf(state).routes)
  const surface: Surface = { app, scene: () => sceneOfApp(app) }
  const bends = bending ?? bendsOf(app, line.id)
  const bendable = isBendable(app, line)
  const { points } = line
  return (
    <>
      {bendable &&
        middlesOf(points, bends, LEAST / zoom).map(({ x, y }) => (
          <Dot
            key={`run ${x} ${y}`}
            kind="run"
            at={{ x, y }}
            zoom={zoom}
            begin={() => bendingRun(surface, line, { x, y })}
          />
        ))}
      {bendable &&
        bends.map((bend, index) => (
          <Dot
            // biome-ignore lint/suspicious/noArrayIndexKey: a bend is its place in the list
            key={`bend ${index}`}
            kind="bend"
            at={bend}
            zoom={zoom}
            begin={() => movingBend(surface, line.id, index)}
            remove={() => setBends(app, line.id, bends.toSpliced(index, 1))}
          />
        ))}
      {line.connections.length === 1 && !bending && (
        <>
          <End surface={surface} line={line} end="from" zoom={zoom} />
          <End surface={surface} line={line} end="to" zoom={zoom} />
        </>
      )}
    </>
  )
}

/** Of the runs that are long enough and have no bend on them yet. */
function middlesOf(points: readonly Point[], bends: readonly Point[], least: number): Point[] {
  return points.slice(1).flatMap((q, i) => {
    const p = points[i] as Point
    const on = (bend: Point) =>
      (p.x === q.x && bend.x === p.x && isWithin(bend.y, p.y, q.y)) ||
      (p.y === q.y && bend.y === p.y && isWithin(bend.x, p.x, q.x))
    if (Math.abs(p.x - q.x) + Math.abs(p.y - q.y) < least || bends.some(on)) return []
    return [{ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }]
  })
}

function isWithin(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b)
}

interface EndProps {
  readonly surface: Surface
  readonly line: SceneLine
  readonly end: 'from' | 'to'
  readonly zoom: number
}

/** One end of the line: pulled to another element, the line leads there. */
function End({ surface, line, end, zoom }: EndProps) {
  const { points, connection } = line
  const first = points[0] as Point
  const last = points.at(-1) as Point
  const [at, kept] = end === 'from' ? [first, last] : [last, first]
  return (
    <Dot
      kind="end"
      end={end}
      at={at}
      zoom={zoom}
      begin={(app, event) =>
        connecting(
          surface,
          pointerOf(app, event, event),
          { from: end === 'from' ? connection.to : connection.from, moved: { line: connection, end } },
          kept,
          () => undefined,
        )
      }
    />
  )
}

interface DotProps {
  readonly kind: 'end' | 'bend' | 'run'
  readonly end?: 'from' | 'to'
  readonly at: Point
  readonly zoom: number
  readonly begin: (app: App, event: React.PointerEvent) => Interaction
  readonly remove?: () => void
}

function Dot({ kind, end, at, zoom, begin, remove }: DotProps) {
  const app = useApp()
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className="line-dot nopan"
      data-dot={kind}
      data-end={end}
      style={{ transform: `translate(${at.x}px, ${at.y}px) scale(${1 / zoom})` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        follow(app, begin(app, event), event.pointerId, event)
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
        remove?.()
      }}
    />
  )
}
