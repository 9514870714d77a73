import { useStore, useStoreApi } from '@xyflow/react'
import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { Toolbar } from 'react-aria-components'
import { useApp, useAppState } from '../../app-context'
import { touches } from '../../canvas/rect'
import { useScene } from '../../canvas/use-scene'
import { useDrawnView } from '../../canvas/view'
import { designOf } from '../../store'
import { t } from '../../strings/strings'
import { meOf } from '../me'
import { freshDrafts, type ThreadsState, useThreads } from '../threads-state'
import { holdPin } from './drag-pin'
import { PinCluster } from './pin-cluster'
import { type Clustered, clustersOf } from './pin-clusters'
import { PinMark } from './pin-mark'
import { describedPins, placedPins, type ShownPin, withHeld } from './pins-shown'
import './pins.css'

/**
 * The pins of threads, over the drawing at every zoom and always of one size. The layer is moved with the view by itself;
 * pins are rendered again only when they, or the zoom's step, change.
 */
export const PinsLayer = memo(function PinsLayer() {
  const moved = useRef<HTMLDivElement>(null)
  useFollowView(moved)
  useLayerEvents(moved)
  const pins = usePins()
  const zoom = useStore((flow) => stepOf(flow.transform[2]))
  const view = useDrawnView()
  const held = useThreads((state) => state.held)
  const clusters = useMemo(() => clustersWith(pins, zoom, held), [pins, zoom, held])
  const inView = clusters.filter(({ at }) => touches({ ...at, width: 0, height: 0 }, view))
  const open = useThreads((state) => state.open)
  return (
    <div className="pins" data-over-canvas>
      <div ref={moved} className="pins-moved">
        <Regions pins={withHeld(pins, held)} open={open} />
        {inView.length > 0 && (
          <Toolbar aria-label={t('threads.pins')}>
            {inView.map((cluster) => {
              const { at, pins: together } = cluster
              const [first] = together
              if (!first) return null
              return together.length === 1 ? (
                <PinMark key={first.id} pin={first} x={at.x} y={at.y} isOpen={first.id === open} />
              ) : (
                <PinCluster key={first.id} cluster={cluster} open={open} />
              )
            })}
          </Toolbar>
        )}
      </div>
    </div>
  )
})

/** A pin in the hand joins no others. */
function clustersWith(
  pins: readonly ShownPin[],
  zoom: number,
  held: ThreadsState['held'],
): readonly Clustered<ShownPin>[] {
  if (!held) return clustersOf(pins, zoom)
  const still = clustersOf(
    pins.filter(({ id }) => id !== held.id),
    zoom,
  )
  const taken = withHeld(pins, held).filter(({ id }) => id === held.id)
  return [...still, ...taken.map((pin) => ({ at: pin.at, pins: [pin] }))]
}

function usePins(): readonly ShownPin[] {
  const app = useApp()
  const elements = useAppState(({ history }) => history.design.elements)
  const threads = useAppState(({ history }) => history.design.threads)
  const settings = useAppState((state) => state.settings)
  const document = useAppState(({ slot, file }) => `${slot} ${file.id ?? ''} ${file.name}`)
  const state = useThreads((all) => all)
  const scene = useScene()
  const nesting = useAppState((all) => all.nesting)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the design threads and elements count, not the places
  const described = useMemo(() => {
    const now = app.store.getState()
    const drafts = freshDrafts(state.drafts, now)
    return describedPins({ design: designOf(now), state, me: meOf(settings), drafts })
  }, [app, elements, threads, settings, document, state])
  return useMemo(
    () => placedPins({ elements }, described, scene, nesting),
    [elements, described, scene, nesting],
  )
}

/** Zooms between two steps gather pins alike, as at the smaller one: they may stand a little apart, but never overlap. */
const STEPS_A_DOUBLING = 2

function stepOf(zoom: number): number {
  return 2 ** (Math.floor(Math.log2(zoom) * STEPS_A_DOUBLING + 0.001) / STEPS_A_DOUBLING)
}

/** Moves the layer with the view, and has pins keep their size. */
function useFollowView(ref: React.RefObject<HTMLDivElement | null>): void {
  const flow = useStoreApi()
  useLayoutEffect(() => {
    let last: unknown
    const follow = () => {
      const { transform } = flow.getState()
      if (transform === last || !ref.current) return
      last = transform
      const [x, y, zoom] = transform
      ref.current.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`
      ref.current.style.setProperty('--unzoom', `${1 / zoom}`)
    }
    follow()
    return flow.subscribe(follow)
  }, [flow, ref])
}

interface RegionsProps {
  readonly pins: readonly ShownPin[]
  readonly open: string | undefined
}

/** What was drawn around. */
function Regions({ pins, open }: RegionsProps) {
  const regions = pins.filter(({ region }) => region !== undefined)
  if (regions.length === 0) return null
  return (
    <svg className="pin-regions" overflow="visible" width={1} height={1} aria-hidden="true">
      {regions.map(({ id, kind, region }) => (
        <rect key={id} className="pin-region" data-kind={kind} data-open={id === open} {...region} rx={4} />
      ))}
    </svg>
  )
}

/** What keys, the wheel and the hand do at pins, beside pressing them. */
function useLayerEvents(ref: React.RefObject<HTMLDivElement | null>): void {
  const app = useApp()
  useEffect(() => {
    const layer = ref.current
    // With a pin in focus nobody means to delete what is selected.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code === 'Delete' || event.code === 'Backspace') event.stopPropagation()
    }
    // The wheel moves the view, as it does beside the pin.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      document.querySelector('.canvas .react-flow__pane')?.dispatchEvent(new WheelEvent('wheel', event))
    }
    const onPointerDown = (event: PointerEvent) => {
      const pin = event.target instanceof Element ? event.target.closest('.pin:not(.pin-cluster)') : null
      const id = pin?.getAttribute('data-thread')
      if (event.button === 0 && id) holdPin(app, id, event)
    }
    layer?.addEventListener('keydown', onKeyDown)
    layer?.addEventListener('wheel', onWheel, { passive: false })
    // Before the press of the button begins.
    layer?.addEventListener('pointerdown', onPointerDown, true)
    return () => {
      layer?.removeEventListener('keydown', onKeyDown)
      layer?.removeEventListener('wheel', onWheel)
      layer?.removeEventListener('pointerdown', onPointerDown, true)
    }
  }, [app, ref])
}
