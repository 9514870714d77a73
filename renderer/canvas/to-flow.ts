/** The scene as React Flow's nodes: those that are in view. Pure; a node object stays the same as long as its item does. */
import type { Node } from '@xyflow/react'
import type { Rect } from '../../shared/figures/mark'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { touches } from './rect'

export type FlowNode = Node<{ readonly item: SceneItem }, 'figure'>

/** Frames lie under the lines (500 in canvas.css), everything else above them; what is in the hand lies above all that. */
const CARDS_Z = 1000
const CARRIED_Z = { frame: 2100, card: 2300 } as const

/**
 * More than that many in view are not mounted: thousands of DOM nodes cost several times as much to move as painting
 * their marks on one canvas, and nobody can read them then.
 */
const MOST_NODES = 300

/** React Flow lets the pointer pass through what it can't drag itself. */
const NODE_STYLE = { pointerEvents: 'all' } as const

const known = new WeakMap<SceneItem, { plain?: FlowNode; selected?: FlowNode }>()

/** Nodes for what is in a part of the scene, frames before what they hold; undefined when too many are there. */
export function toFlow(scene: Scene, view: Rect, selected: ReadonlySet<string>): FlowNode[] | undefined {
  const inView = scene.items.filter(({ rect }) => touches(rect, view))
  if (inView.length > MOST_NODES) return undefined
  const carried = new Set(scene.carried?.moving.items)
  return inView.map((item) => {
    const node = flowNode(item, selected.has(item.id))
    return carried.has(item) ? inHand(node) : node
  })
}

function inHand(node: FlowNode): FlowNode {
  const { figure } = node.data.item
  return { ...node, className: 'carried', zIndex: figure.content ? CARRIED_Z.frame : CARRIED_Z.card }
}

function flowNode(item: SceneItem, selected: boolean): FlowNode {
  const both = known.get(item) ?? {}
  known.set(item, both)
  const old = selected ? both.selected : both.plain
  if (old) return old
  const { x, y, width, height } = item.rect
  const node: FlowNode = {
    id: item.id,
    type: 'figure',
    data: { item },
    position: { x, y },
    width,
    height,
    // Known beforehand, so React Flow never has to measure after mounting.
    measured: { width, height },
    initialWidth: width,
    initialHeight: height,
    handles: [],
    selected,
    style: NODE_STYLE,
    zIndex: item.figure.content ? 0 : CARDS_Z,
  }
  if (selected) both.selected = node
  else both.plain = node
  return node
}
