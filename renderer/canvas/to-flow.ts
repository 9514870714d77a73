/** The scene as React Flow's nodes. Pure; a node object stays the same as long as its item does. */
import type { Node } from '@xyflow/react'
import type { Design } from '../../shared/design/design'
import type { Scene, SceneItem } from '../../shared/figures/scene'

export type FlowNode = Node<{ readonly item: SceneItem }, 'figure'>

/** Frames lie under the lines (500 in canvas.css), everything else above them. */
const CARDS_Z = 1000

const known = new WeakMap<SceneItem, FlowNode>()

/** Nodes for a scene, parents before children. */
export function toFlow(scene: Scene, design: Design, selected: ReadonlySet<string>): FlowNode[] {
  return scene.items.map((item) => {
    const parent = item.parent === undefined ? undefined : scene.byId.get(item.parent)
    const position = {
      x: item.rect.x - (parent?.rect.x ?? 0),
      y: item.rect.y - (parent?.rect.y ?? 0),
    }
    const locked = design.elements[item.id]?.locked === true
    const old = known.get(item)
    if (
      old &&
      old.selected === selected.has(item.id) &&
      old.draggable === !locked &&
      old.position.x === position.x &&
      old.position.y === position.y
    ) {
      return old
    }
    const node = flowNode(item, position, selected.has(item.id), locked)
    known.set(item, node)
    return node
  })
}

function flowNode(
  item: SceneItem,
  position: { x: number; y: number },
  selected: boolean,
  locked: boolean,
): FlowNode {
  const { width, height } = item.rect
  return {
    id: item.id,
    type: 'figure',
    data: { item },
    position,
    ...(item.parent === undefined ? {} : { parentId: item.parent }),
    width,
    height,
    // Known beforehand, so React Flow never has to measure after mounting.
    measured: { width, height },
    initialWidth: width,
    initialHeight: height,
    handles: [],
    selected,
    draggable: !locked,
    connectable: false,
    zIndex: item.figure.content ? 0 : CARDS_Z,
  }
}
