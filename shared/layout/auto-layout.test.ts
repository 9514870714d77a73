import ELK from 'elkjs/lib/elk.bundled.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { overlaps } from '../figures/routing/geometry'
import { type Scene, sceneOf } from '../figures/scene'
import { shop, zones } from '../testing/drawings'
import { autoLayout, type LayoutOptions } from './auto-layout'
import type { ElkNode } from './elk'

const elk = new ELK()
const run = async (graph: ElkNode) => (await elk.layout(graph)) as ElkNode

async function arranged(design: Design, options?: LayoutOptions): Promise<Scene> {
  const places = await autoLayout(design, run, options)
  return sceneOf({ ...design, layout: { ...design.layout, ...places } })
}

const rect = (scene: Scene, id: string) => scene.byId.get(id)!.rect
const right = (scene: Scene, id: string) => rect(scene, id).x + rect(scene, id).width

describe('autoLayout', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await arranged(shop)
  })

  it('reads from left to right: users, load balancer, cluster, what the tasks use', () => {
    expect(right(scene, 'customers')).toBeLessThan(rect(scene, 'alb').x)
    expect(right(scene, 'alb')).toBeLessThan(rect(scene, 'shop').x)
    for (const used of ['exec', 'log', 'orders-repo', 'table', 'efs']) {
      expect(right(scene, 'shop')).toBeLessThan(rect(scene, used).x)
    }
  })

  it('puts what the same tasks use under each other, in the order of the task’s rows', () => {
    const used = ['orders-role', 'orders-repo', 'db-secret', 'flags', 'public-ecr', 'efs']
    expect(new Set(used.map((id) => rect(scene, id).x)).size).toBe(1)
    const ys = used.map((id) => rect(scene, id).y)
    expect(ys).toEqual([...ys].sort((a, b) => a - b))
  })

  it.each([shop, zones])('lets nothing lie on anything else: $name', async (design) => {
    const { items, byId } = await arranged(design)
    for (const a of items) {
      for (const b of items) {
        if (a === b || a.parent !== b.parent) continue
        expect(overlaps(a.rect, b.rect), `${a.id} ${b.id}`).toBe(false)
      }
    }
    expect(byId.size).toBe(items.length)
  })

  it('puts everything on the grid', async () => {
    for (const { x, y } of Object.values(await autoLayout(shop, run))) expect([x % 8, y % 8]).toEqual([0, 0])
  })

  it('gives the same places every time, wherever things were before', async () => {
    const once = await autoLayout(shop, run)
    expect(await autoLayout(shop, run)).toEqual(once)
    expect(await autoLayout({ ...shop, layout: once }, run)).toEqual(once)
  })

  it('moves no locked element, and nothing over it', async () => {
    const design = { ...zones, layout: { agent: { x: 160, y: 96 } } }
    expect(await autoLayout(design, run)).not.toHaveProperty('agent')
    const after = await arranged(design)
    expect(overlaps(rect(after, 'agent'), rect(after, 'api'))).toBe(false)
  })

  it('moves only what it is asked to, and within its frame', async () => {
    const placed = { ...shop, layout: await autoLayout(shop, run) }
    const places = await autoLayout(placed, run, { only: new Set(['web', 'worker', 'queue']) })
    expect(Object.keys(places).sort()).toEqual(['queue', 'web', 'worker'])
    const after = await arranged(placed, { only: new Set(['web', 'worker', 'queue']) })
    for (const id of ['web', 'worker']) expect(overlaps(rect(after, id), rect(after, 'orders'))).toBe(false)
    for (const item of after.items) {
      if (item.id !== 'queue' && item.parent === undefined)
        expect(overlaps(rect(after, 'queue'), item.rect), item.id).toBe(false)
    }
  })

  it('keeps the size of notes and lets frames fit again', async () => {
    const design = {
      ...zones,
      elements: { ...zones.elements, remark: { kind: 'note', spec: { text: 'Hi' } } },
      layout: {
        remark: { x: 0, y: 0, width: 320, height: 80 },
        later: { x: 0, y: 0, width: 2000, height: 900 },
      },
    }
    const places = await autoLayout(design, run)
    expect(places.remark).toMatchObject({ width: 320, height: 80 })
    expect(places.later).not.toHaveProperty('width')
  })

  it('has nothing to do for an empty design', async () => {
    expect(await autoLayout({ ...shop, elements: {}, connections: {} }, run)).toEqual({})
  })
})
