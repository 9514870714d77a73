import { memo, useMemo } from 'react'
import { meaningOf } from '../../shared/elements/meanings'
import type { Rect } from '../../shared/figures/mark'
import { labelMarks, lineMark, pathData } from '../../shared/figures/paint'
import { around } from '../../shared/figures/routing/geometry'
import type { Scene, SceneLine } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import { useAppState } from '../app-context'
import { Marks } from '../figures/marks'
import { useGesture } from './gesture'
import { isShown } from './lens'
import { touches } from './rect'

interface Props {
  readonly scene: Scene
  readonly view: Rect
  /** They come along with what is in the hand. */
  readonly carried?: boolean
}

/**
 * All lines in one SVG between frames and cards, and their labels in another one above the cards: far cheaper than one
 * React Flow edge each.
 */
export const LinesLayer = memo(function LinesLayer({ scene, view, carried }: Props) {
  const selected = useAppState((state) => state.selection.ids)
  const faded = useGesture((g) => g.connecting !== undefined)
  const shown = useGesture((g) => g.lit)
  const lens = useAppState((state) => state.lens)
  const unlit = (line: SceneLine) =>
    (shown !== undefined && !(shown.has(line.from) && shown.has(line.to))) || !isShown(line, lens)
  const lit = (line: SceneLine) =>
    ((shown !== undefined || lens.size > 0) && !unlit(line)) ||
    selected.has(line.id) ||
    selected.has(line.from) ||
    selected.has(line.to) ||
    hasSelected(line, selected)
  const inView = useMemo(() => scene.lines.filter((line) => touches(areaOf(line), view)), [scene, view])
  return (
    <>
      <svg
        className="lines"
        data-faded={faded}
        data-carried={carried}
        aria-hidden="true"
        width={1}
        height={1}
      >
        {inView.map((line) => (
          <Line
            key={line.id}
            line={line}
            selected={selected.has(line.id)}
            lit={lit(line)}
            unlit={unlit(line)}
          />
        ))}
      </svg>
      <svg
        className="lines line-labels"
        data-faded={faded}
        data-carried={carried}
        aria-hidden="true"
        width={1}
        height={1}
      >
        {inView.map((line) => line.label && !unlit(line) && <Label key={line.id} label={line.label} />)}
      </svg>
    </>
  )
})

const areas = new WeakMap<SceneLine, Rect>()

/** Around a line and its label. */
function areaOf(line: SceneLine): Rect {
  const known = areas.get(line)
  if (known) return known
  const points = line.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))
  const area = around(line.label ? [...points, line.label.rect] : points) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  areas.set(line, area)
  return area
}

/** A bundle of facts is one line; selecting any of them selects it. */
function hasSelected(line: SceneLine, selected: ReadonlySet<string>): boolean {
  return line.connections.some((connection) => selected.has(connection.id))
}

interface LineProps {
  readonly line: SceneLine
  readonly selected: boolean
  /** The line, or one of its ends, is selected: it takes the colour of what it leads to. */
  readonly lit: boolean
  /** A lens is open that shows other lines. */
  readonly unlit: boolean
}

const Line = memo(function Line({ line, selected, lit, unlit }: LineProps) {
  const hovered = useGesture((g) => g.hoveredLine === line.id || g.inserting?.line === line.id)
  return (
    <g
      className="line"
      data-selected={selected}
      data-unlit={unlit}
      data-meaning={meaningOf(line.meaning).concern}
      data-line={line.id}
    >
      {(selected || hovered) && <path className="line-halo" d={pathData(line.points, sizes.line.corner)} />}
      <Marks marks={[lineMark(line, lit ? line.accent : 'muted')]} />
    </g>
  )
})

const Label = memo(function Label({ label }: { readonly label: NonNullable<SceneLine['label']> }) {
  return <Marks marks={labelMarks(label)} />
})
