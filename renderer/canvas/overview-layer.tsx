import { useStoreApi } from '@xyflow/react'
import { memo, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Scene } from '../../shared/figures/scene'
import { colors, type Theme } from '../../shared/figures/tokens'
import { isShown, type Lens } from './lens'
import { begin, fitCanvas, paintScene, type Sight } from './paint'
import { seenIn, touches } from './rect'

interface Props {
  readonly scene: Scene
  readonly theme: Theme
  readonly lens: ReadonlySet<Lens>
}

/**
 * The whole drawing on one canvas, for zooms at which cards can't be read: thousands of DOM nodes cost several times as
 * much to move as repainting their marks.
 */
export const OverviewLayer = memo(function OverviewLayer({ scene: whole, theme, lens }: Props) {
  const scene = useMemo(() => through(whole, lens), [whole, lens])
  const paint = useCallback<Paint>(
    (context, sight, again) => paintScene(context, scene, sight, theme, again),
    [scene, theme],
  )
  return <Painting paint={paint} testId="overview" />
})

interface OutlineProps {
  readonly scene: Scene
  readonly theme: Theme
  readonly selected: ReadonlySet<string>
}

/** What is selected, on a canvas of its own: a rectangle that selects as it is drawn must not paint everything anew. */
export function OutlineLayer({ scene, theme, selected }: OutlineProps) {
  const paint = useCallback<Paint>(
    (context, sight) => outline(context, scene, sight, theme, selected),
    [scene, theme, selected],
  )
  return <Painting paint={paint} />
}

/** Paints what is in sight; `again` has it painted once more when something has arrived. */
export type Paint = (context: CanvasRenderingContext2D, sight: Sight, again: () => void) => void

/** A canvas over the whole drawing that is painted anew with the view. */
export function Painting({ paint, testId }: { readonly paint: Paint; readonly testId?: string }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()
  useEffect(() => {
    let frame = 0
    const paintNow = () => {
      frame = 0
      const canvas = ref.current
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = flow.getState()
      fitCanvas(canvas, width, height)
      paint(context, { x, y, zoom, width, height }, schedule)
    }
    const schedule = () => {
      frame ||= requestAnimationFrame(paintNow)
    }
    // At once: the frame that hides the nodes must show the canvas.
    paintNow()
    // Nodes come and go there, too: only the view matters here.
    const stop = flow.subscribe((now, before) => {
      const same =
        now.transform === before.transform && now.width === before.width && now.height === before.height
      if (!same) schedule()
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [flow, paint])
  return <canvas ref={ref} className="overview" data-testid={testId} />
}

/** From afar, lines that a lens fades are left out: they could not be told from the others. */
function through(scene: Scene, lens: ReadonlySet<Lens>): Scene {
  return lens.size === 0 ? scene : { ...scene, lines: scene.lines.filter((line) => isShown(line, lens)) }
}

/** What is selected is outlined as on its node: 2 px outside. */
function outline(
  context: CanvasRenderingContext2D,
  scene: Scene,
  sight: Sight,
  theme: Theme,
  selected: ReadonlySet<string>,
): void {
  begin(context, sight)
  const { zoom } = sight
  const view = seenIn(sight)
  const gap = 3 / zoom
  context.globalAlpha = 1
  context.setLineDash([])
  context.lineWidth = 2 / zoom
  context.strokeStyle = colors.accent[theme]
  for (const { id, rect } of scene.items) {
    if (!selected.has(id) || !touches(rect, view)) continue
    context.strokeRect(rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap)
  }
}
