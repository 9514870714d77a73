import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { networked } from '../testing/networked'
import { toggleCollapsed } from './collapse'
import { hiddenIn, sceneOf } from './scene'
import { layoutOf, logicalView, networkView } from './view'

const toggle = (design: Design, id: string, nesting: 'logical' | 'network' = 'logical') =>
  edit(design, (draft) => toggleCollapsed(draft, nesting, id)).design
const lines = (design: Design) =>
  sceneOf(design).lines.map(({ from, to, text }) => `${from} → ${to}: ${text}`)
const texts = (design: Design, id: string) =>
  sceneOf(design)
    .byId.get(id)!
    .figure.marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []))

const closed = toggle(networked, 'main')

describe('a collapsed frame', () => {
  it('is one card with a summary, and hides what is in it', () => {
    const scene = sceneOf(closed)
    expect(scene.byId.get('main')?.rect).toMatchObject({ width: 264, height: 56 })
    expect(texts(closed, 'main')).toEqual(['main', '3 services · 1 instance group'])
    expect(scene.byId.has('api')).toBe(false)
    expect(scene.byId.has('api-task')).toBe(false)
  })

  it('knows what it hides, at any depth', () => {
    expect([...hiddenIn(sceneOf(closed), 'main')].sort()).toEqual(
      ['agent', 'agent-task', 'api', 'api-task', 'hosts', 'worker', 'worker-task'].sort(),
    )
    expect(hiddenIn(sceneOf(networked), 'main')).toEqual([])
  })

  it('takes the lines to what it hides, one for each other end and concern', () => {
    expect(lines(closed)).toContain('main → role: task role ×3')
    expect(lines(closed)).toContain('main → private-a: in ×2')
    expect(lines(closed)).toContain('main → queue: calls')
    expect(lines(closed)).toContain('queue → main: feeds')
    expect(lines(closed).some((line) => line.includes('main → main'))).toBe(false)
  })

  it('opens to exactly what was there', () => {
    const placed = edit(networked, (draft) => {
      draft.layout.main = { x: 100, y: 100, width: 1600, height: 900 }
      draft.layout.api = { x: 40, y: 80 }
    }).design
    const again = toggle(toggle(placed, 'main'), 'main')
    expect(again.layout).toEqual(placed.layout)
    expect(sceneOf(again).items).toEqual(sceneOf(placed).items)
  })

  it('shows what was edited while it was closed', () => {
    const edited = edit(closed, (draft) => {
      draft.layout.api = { x: 400, y: 300 }
    }).design
    sceneOf(edited)
    const { byId } = sceneOf(toggle(edited, 'main'))
    expect(byId.get('api')!.rect.x - byId.get('main')!.rect.x).toBe(400)
  })

  it('does not move when nobody had placed it yet', () => {
    const before = sceneOf(networked).byId.get('main')!.rect
    expect(sceneOf(closed).byId.get('main')?.rect).toMatchObject({ x: before.x, y: before.y })
  })

  it('in another one is hidden with it, and stays closed when that is opened', () => {
    const inner = toggle(networked, 'api')
    const both = toggle(inner, 'main')
    expect(hiddenIn(sceneOf(both), 'main')).toContain('api-task')
    expect(hiddenIn(sceneOf(both), 'api')).toEqual([])
    expect(lines(both)).toContain('main → role: task role ×3')
    const opened = sceneOf(toggle(both, 'main'))
    expect(hiddenIn(opened, 'api')).toEqual(['api-task'])
    expect(opened.byId.has('worker-task')).toBe(true)
  })

  it('is closed in its nesting only', () => {
    const design = toggle(networked, 'net', 'network')
    expect(layoutOf(design, 'network').net?.collapsed).toBe(true)
    expect(sceneOf(design).byId.has('private-a')).toBe(true)
    expect(sceneOf(design, networkView).byId.has('private-a')).toBe(false)
    expect(hiddenIn(sceneOf(design, networkView), 'net')).toContain('api-task')
  })
})

describe('a cluster among networks', () => {
  it('is a card beside them that says what it holds', () => {
    const main = sceneOf(networked, networkView).byId.get('main')!
    expect(main.parent).toBeUndefined()
    expect(main.figure.content).toBeUndefined()
    expect(main.figure.marks).toContainEqual(
      expect.objectContaining({ text: '3 services · 1 instance group' }),
    )
  })

  it('has lines to what it runs', () => {
    const shown = sceneOf(networked, networkView).lines.map(
      ({ from, meaning, to }) => `${from} ${meaning} ${to}`,
    )
    expect(shown).toContain('api in-cluster main')
    expect(shown).not.toContain('worker in-network private-a')
    expect(sceneOf(networked, logicalView).lines.map(({ meaning }) => meaning)).not.toContain('in-cluster')
  })
})
