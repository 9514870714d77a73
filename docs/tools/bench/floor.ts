/**
 * What any drawing program has to pay: a bare page that draws the same boxes, names and lines on one canvas, with what is
 * out of view left out and less detail far away. The app is held against it in the same run on the same machine.
 */
import type { Scene } from '../../../shared/figures/scene'

/** The page as HTML; it pans with the wheel, zooms with Ctrl, and drags the box under the pointer. */
export function floorPage(scene: Scene): string {
  const boxes = scene.items.map(({ rect, figure }) => ({
    ...rect,
    frame: figure.content !== undefined,
    name: figure.title ?? '',
  }))
  const lines = scene.lines.map(({ points }) => points.map(({ x, y }) => [x, y]))
  return `<!doctype html><style>body{margin:0;overflow:hidden}canvas{display:block}</style><canvas></canvas><script>
const data = ${JSON.stringify({ boxes, lines, bounds: scene.bounds })}
const canvas = document.querySelector('canvas'), context = canvas.getContext('2d')
canvas.width = innerWidth; canvas.height = innerHeight
const fit = Math.min(innerWidth / data.bounds.width, innerHeight / data.bounds.height, 1) / 1.2
const view = window.view = { zoom: fit, x: innerWidth / 2 - (data.bounds.x + data.bounds.width / 2) * fit, y: innerHeight / 2 - (data.bounds.y + data.bounds.height / 2) * fit }
let asked = 0
const ask = () => { asked ||= requestAnimationFrame(draw) }
function draw() {
  asked = 0
  const { x, y, zoom } = view
  const left = -x / zoom, top = -y / zoom, right = left + innerWidth / zoom, bottom = top + innerHeight / zoom
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, innerWidth, innerHeight)
  context.setTransform(zoom, 0, 0, zoom, x, y)
  const seen = data.boxes.filter((b) => b.x < right && b.x + b.width > left && b.y < bottom && b.y + b.height > top)
  context.strokeStyle = '#8C4FFF'; context.lineWidth = 1 / zoom
  for (const b of seen) if (b.frame) context.strokeRect(b.x, b.y, b.width, b.height)
  if (zoom >= 0.15) {
    context.strokeStyle = '#5B6675'; context.lineWidth = Math.max(1.5, 1 / zoom)
    for (const points of data.lines) {
      const [a] = points, z = points[points.length - 1]
      if (Math.min(a[0], z[0]) > right || Math.max(a[0], z[0]) < left || Math.min(a[1], z[1]) > bottom || Math.max(a[1], z[1]) < top) continue
      context.beginPath()
      for (let i = 0; i < points.length; i++) context[i ? 'lineTo' : 'moveTo'](points[i][0], points[i][1])
      context.stroke()
    }
  }
  context.fillStyle = '#fff'; context.strokeStyle = '#DDE1E7'
  for (const b of seen) if (!b.frame) { context.fillRect(b.x, b.y, b.width, b.height); context.strokeRect(b.x, b.y, b.width, b.height) }
  const size = Math.max(12, 11 / zoom)
  context.font = '600 ' + size + 'px sans-serif'; context.fillStyle = '#1B2129'
  for (const b of seen) if (zoom >= 0.15 || b.frame) context.fillText(b.name, b.x + 8, b.y + 20, b.width)
}
addEventListener('wheel', (e) => {
  e.preventDefault()
  if (e.ctrlKey) {
    const next = Math.min(4, Math.max(0.05, view.zoom * Math.exp(-e.deltaY / 100)))
    view.x = e.clientX - (e.clientX - view.x) * next / view.zoom
    view.y = e.clientY - (e.clientY - view.y) * next / view.zoom
    view.zoom = next
  } else { view.x -= e.deltaX; view.y -= e.deltaY }
  ask()
}, { passive: false })
let held
addEventListener('pointerdown', (e) => {
  const x = (e.clientX - view.x) / view.zoom, y = (e.clientY - view.y) / view.zoom
  held = data.boxes.findLast((b) => !b.frame && x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height)
})
addEventListener('pointermove', (e) => {
  if (!held) return
  held.x += e.movementX / view.zoom; held.y += e.movementY / view.zoom
  ask()
})
addEventListener('pointerup', () => { held = undefined })
addEventListener('keydown', (e) => {
  if (e.code !== 'Digit0') return
  view.x = innerWidth / 2 - (innerWidth / 2 - view.x) / view.zoom
  view.y = innerHeight / 2 - (innerHeight / 2 - view.y) / view.zoom
  view.zoom = 1
  ask()
})
draw()
</script>`
}
