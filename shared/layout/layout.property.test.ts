import ELK from 'elkjs/lib/elk.bundled.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, Element, Place } from '../design/design'
import { emptyDesign } from '../design/design'
import { refer } from '../design/references'
import { holdersOf } from '../figures/holders'
import { overlaps } from '../figures/routing/geometry'
import { type Scene, sceneOf } from '../figures/scene'
import { graphOf } from '../graph/graph'
import { autoLayout } from './auto-layout'
import type { ElkNode } from './elk'

const elk = new ELK()
const run = async (graph: ElkNode) => (await elk.layout(graph)) as ElkNode

interface Drawn {
  readonly vpcs: number
  readonly clusters: readonly { vpc: number; services: number }[]
  readonly loose: number
  readonly notes: number
  readonly locked: readonly number[]
  readonly collapsed: readonly number[]
  readonly chosen: readonly number[]
  readonly places: readonly (Place | undefined)[]
}

const place = fc.record(
  { x: fc.integer({ min: -900, max: 1800 }), y: fc.integer({ min: -900, max: 1800 }) },
  { requiredKeys: ['x', 'y'] },
)
const some = fc.array(fc.nat(30), { maxLength: 4 })

const drawings: fc.Arbitrary<Drawn> = fc.record({
  vpcs: fc.nat(2),
  clusters: fc.array(fc.record({ vpc: fc.nat(2), services: fc.nat(3) }), { maxLength: 3 }),
  loose: fc.nat(4),
  notes: fc.nat(2),
  locked: some,
  collapsed: some,
  chosen: fc.array(fc.nat(30), { maxLength: 8 }),
  places: fc.array(fc.option(place, { nil: undefined }), { minLength: 30, maxLength: 30 }),
})

/** Networks with clusters with services with tasks that share roles, some of it locked, collapsed or already placed. */
function designOf({ vpcs, clusters, loose, notes, locked, collapsed, places }: Drawn): Design {
  const elements: Record<string, Element> = {}
  for (let i = 0; i < vpcs; i++) elements[`vpc${i}`] = { kind: 'vpc', spec: { CidrBlock: '10.0.0.0/16' } }
  clusters.forEach(({ vpc, services }, i) => {
    const inside = vpc < vpcs ? { inside: `vpc${vpc}` } : {}
    elements[`cluster${i}`] = { kind: 'cluster', ...inside, spec: { clusterName: `cluster${i}` } }
    for (let n = 0; n < services; n++) {
      elements[`task${i}${n}`] = {
        kind: 'task-definition',
        spec: {
          family: `task${i}${n}`,
          executionRoleArn: refer('role'),
          containerDefinitions: [{ name: 'main', image: 'nginx:1' }],
        },
      }
      elements[`service${i}${n}`] = {
        kind: 'service',
        spec: {
          serviceName: `service${i}${n}`,
          cluster: refer(`cluster${i}`),
          taskDefinition: refer(`task${i}${n}`),
        },
      }
    }
  })
  for (let i = 0; i < loose; i++)
    elements[`repo${i}`] = { kind: 'ecr-repository', spec: { repositoryName: `r${i}` } }
  for (let i = 0; i < notes; i++) elements[`note${i}`] = { kind: 'note', spec: { text: 'Why' } }
  if (clusters.length > 0) elements.role = { kind: 'iam-role', spec: { RoleName: 'role' } }
  const ids = Object.keys(elements)
  const layout: Record<string, Place> = {}
  ids.forEach((id, i) => {
    const there = places[i]
    if (there) layout[id] = there
  })
  for (const id of pick(ids, locked)) elements[id] = { ...(elements[id] as Element), locked: true }
  for (const id of pick(ids, collapsed)) layout[id] = { ...(layout[id] ?? { x: 8, y: 8 }), collapsed: true }
  return { ...emptyDesign('Drawn'), elements, layout }
}

function pick(ids: readonly string[], numbers: readonly number[]): string[] {
  return ids.length === 0 ? [] : numbers.map((n) => ids[n % ids.length] as string)
}

const withPlaces = (design: Design, places: Record<string, Place>): Design => ({
  ...design,
  layout: { ...design.layout, ...places },
})

/** Where something is seen from its frame. */
function seen(scene: Scene, id: string) {
  const item = scene.byId.get(id)
  const frame = item?.parent === undefined ? undefined : scene.byId.get(item.parent)
  return item && { x: item.rect.x - (frame?.rect.x ?? 0), y: item.rect.y - (frame?.rect.y ?? 0) }
}

function holds(design: Design, id: string): boolean {
  if (design.layout[id]?.collapsed) return false
  const inside = holdersOf(graphOf(design)).children.get(id) ?? []
  return inside.some((child) => design.elements[child]?.locked || holds(design, child))
}

describe('whatever is drawn, automatic layout', () => {
  const check = (
    name: string,
    test: (design: Design, only: ReadonlySet<string> | undefined) => Promise<void>,
  ) =>
    it(name, async () => {
      const cases = fc.asyncProperty(drawings, async (drawn) => {
        const design = designOf(drawn)
        const chosen = pick(Object.keys(design.elements), drawn.chosen)
        await test(design, chosen.length > 1 ? new Set(chosen) : undefined)
      })
      await fc.assert(cases, { numRuns: 30, seed: 20 })
    }, 60_000)
  const lay = async (design: Design, only: ReadonlySet<string> | undefined) =>
    withPlaces(design, await autoLayout(design, run, only ? { only } : {}))

  check('keeps everything within its frame’s content', async (design, only) => {
    const { items, byId } = sceneOf(await lay(design, only))
    for (const { id, rect, parent } of items) {
      const frame = parent === undefined ? undefined : byId.get(parent)
      const content = frame?.figure.content
      if (!frame || !content) continue
      const [x, y] = [frame.rect.x + content.x, frame.rect.y + content.y]
      expect(rect.x, id).toBeGreaterThanOrEqual(x)
      expect(rect.y, id).toBeGreaterThanOrEqual(y)
      expect(rect.x + rect.width, id).toBeLessThanOrEqual(x + content.width)
      expect(rect.y + rect.height, id).toBeLessThanOrEqual(y + content.height)
    }
  })

  check('leaves what is locked or not chosen exactly where it is in its frame', async (design, only) => {
    const before = sceneOf(design)
    const after = sceneOf(await lay(design, only))
    for (const { id } of before.items) {
      if (!design.elements[id]?.locked && (only?.has(id) ?? true)) continue
      expect(seen(after, id), id).toEqual(seen(before, id))
    }
  })

  check('leaves what is locked and has a place where it is on the canvas', async (design) => {
    const placed = await lay({ ...design, elements: unlocked(design) }, undefined)
    const locked = { ...placed, elements: design.elements }
    const before = sceneOf(locked)
    const after = sceneOf(await lay(locked, undefined))
    for (const { id, rect } of before.items)
      if (design.elements[id]?.locked)
        expect(after.byId.get(id)?.rect, id).toMatchObject({ x: rect.x, y: rect.y })
  })

  check('lets nothing that it moved lie on a sibling', async (design, only) => {
    const { items } = sceneOf(await lay(design, only))
    const moved = ({ id }: { id: string }) =>
      !design.elements[id]?.locked && !holds(design, id) && (only?.has(id) ?? true)
    for (const a of items.filter(moved))
      for (const b of items)
        if (a !== b && a.parent === b.parent && moved(b))
          expect(overlaps(a.rect, b.rect), `${a.id} ${b.id}`).toBe(false)
  })

  check('changes nothing when it is run again', async (design, only) => {
    const once = await lay(design, only)
    expect((await lay(once, only)).layout).toEqual(once.layout)
  })

  check('gives the same places every time', async (design, only) => {
    expect((await lay(structuredClone(design), only)).layout).toEqual((await lay(design, only)).layout)
  })

  check('keeps the places in a collapsed frame for when it is opened', async (design, only) => {
    const { layout } = await lay(design, only)
    const { children } = holdersOf(graphOf(design))
    for (const [id, place] of Object.entries(design.layout)) {
      if (!place.collapsed) continue
      expect(layout[id]?.collapsed).toBe(true)
      for (const child of children.get(id) ?? []) expect(layout[child]).toEqual(design.layout[child])
    }
  })
})

function unlocked({ elements }: Design): Design['elements'] {
  return Object.fromEntries(Object.entries(elements).map(([id, { locked: _, ...rest }]) => [id, rest]))
}
