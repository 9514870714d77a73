/** Arrow keys among cards in rows, however many fit beside each other. */

interface Box {
  readonly x: number
  readonly y: number
}

/** The card that a key leads to from another one; undefined when the key is another or there is none that way. */
export function neighbour(boxes: readonly Box[], at: number, key: string): number | undefined {
  const last = boxes.length - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowRight') return at < last ? at + 1 : undefined
  if (key === 'ArrowLeft') return at > 0 ? at - 1 : undefined
  const here = boxes[at]
  if (!here || (key !== 'ArrowDown' && key !== 'ArrowUp')) return undefined
  const down = key === 'ArrowDown'
  const beyond = boxes
    .map((box, index) => ({ box, index }))
    .filter(({ box }) => (down ? box.y > here.y : box.y < here.y))
    .sort((a, b) => Math.abs(a.box.y - here.y) - Math.abs(b.box.y - here.y) || off(a.box) - off(b.box))
  return beyond[0]?.index

  function off(box: Box): number {
    return Math.abs(box.x - (here?.x ?? 0))
  }
}
