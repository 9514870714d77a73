import { describe, expect, it } from 'vitest'
import { type Design, type Element, emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { kinds } from '../elements/registry'
import { graphOf } from '../graph/graph'
import { shop, zones } from '../testing/drawings'
import { korean } from '../texts/ko/korean'
import { translator } from '../texts/translate'
import { figureOf, foldedFigureOf } from './figure-of'
import { glyphOf } from './glyphs'
import type { Figure, Mark, TextMark } from './mark'
import { figures } from './registry'
import { measure } from './text'

const inKorean = translator(korean)

/** One new element of every kind, and the elements of two designs. */
const elements: [string, Design, string][] = [
  ...kinds.map((kind): [string, Design, string] => {
    const element = { kind: kind.kind, spec: kind.defaults('name'), label: 'A label that is rather long' }
    return [`a new ${kind.kind}`, { ...shop, elements: { one: element }, connections: {} }, 'one']
  }),
  ...[shop, zones].flatMap((design) =>
    Object.keys(design.elements).map((id): [string, Design, string] => [id, design, id]),
  ),
]

const cases = elements.flatMap(([name, design, id]): [string, Figure][] => [
  [name, figureOf(graphOf(design), id)],
  [`${name} in Korean`, figureOf(graphOf(design), id, undefined, inKorean)],
])

it('has a figure for every kind', () => {
  expect(figures.map((figure) => figure.kind).sort()).toEqual(kinds.map((kind) => kind.kind).sort())
})

describe.each(cases)('%s', (_, figure) => {
  it('has a size on the grid', () => {
    expect([figure.width % 4, figure.height % 4]).toEqual([0, 0])
  })

  it('keeps its marks inside its box', () => {
    for (const mark of figure.marks) {
      const { left, top, right, bottom } = extent(mark)
      expect(left, JSON.stringify(mark)).toBeGreaterThanOrEqual(0)
      expect(top, JSON.stringify(mark)).toBeGreaterThanOrEqual(0)
      expect(right, JSON.stringify(mark)).toBeLessThanOrEqual(figure.width)
      expect(bottom, JSON.stringify(mark)).toBeLessThanOrEqual(figure.height)
    }
  })

  it('writes no text over another text, icon or glyph', () => {
    const texts = figure.marks.filter((mark): mark is TextMark => mark.mark === 'text')
    const others = figure.marks.filter((mark) => mark.mark !== 'box' && mark.mark !== 'line')
    for (const text of texts) {
      for (const other of others)
        if (other !== text) expect(apart(extent(text), extent(other)), text.text).toBe(true)
    }
  })

  it('uses only glyphs that exist', () => {
    for (const mark of figure.marks) if (mark.mark === 'glyph') expect(glyphOf(mark.glyph)).toBeDefined()
  })
})

describe('figureOf', () => {
  const graph = graphOf(shop)
  const texts = (figure: Figure) => figure.marks.flatMap((mark) => (mark.mark === 'text' ? mark.text : []))

  it('says what a task definition needs and what its containers are', () => {
    expect(texts(figureOf(graph, 'orders-task'))).toEqual([
      'orders',
      '1 vCPU · 2 GB · awsvpc · Linux/ARM64',
      'api',
      '8080/tcp',
      '9090/tcp',
      '…/orders:1.4.2',
      'xray-daemon',
      '2000/udp',
      '…/aws-xray-daemon:3.3.12',
      'uploads (EFS) · scratch (bind mount)',
    ])
  })

  it('shows the target groups of a load balancer as rows', () => {
    const { rows } = figureOf(graph, 'alb')
    expect(rows.map((row) => row.pointer ?? row.element)).toEqual([
      '/Listeners/0',
      '/Listeners/1',
      '/Listeners/2',
      'web-tg',
      'orders-tg',
    ])
  })

  it('tells how many tasks a service runs, and on what', () => {
    expect(texts(figureOf(graph, 'orders'))).toEqual(
      ['주문-api', 'Fargate', '×4'].sort(byPlace(figureOf(graph, 'orders'))),
    )
  })

  it('says it in another language, at the same size', () => {
    const orders = figureOf(graph, 'orders-task', undefined, inKorean)
    expect(texts(orders)).toContain('uploads (EFS) · scratch (바인드 마운트)')
    for (const [name, design, id] of elements) {
      const [{ width, height }, said] = [
        figureOf(graphOf(design), id),
        figureOf(graphOf(design), id, undefined, inKorean),
      ]
      expect(said, name).toMatchObject({ width, height })
    }
  })

  it('remembers what it drew in each language', () => {
    const before = figureOf(graph, 'orders')
    const said = figureOf(graph, 'orders', undefined, inKorean)
    expect(figureOf(graph, 'orders')).toBe(before)
    expect(figureOf(graph, 'orders', undefined, inKorean)).toBe(said)
  })

  it('leaves names alone that sound like words of ours', () => {
    const named = { kind: 'sqs-queue', spec: {}, label: 'Security group' }
    const design = { ...emptyDesign('names'), elements: { named } }
    expect(texts(figureOf(graphOf(design), 'named', undefined, inKorean))).toEqual(['Security group', 'SQS'])
  })

  it('draws only what an edit changed', () => {
    const before = new Map(Object.keys(shop.elements).map((id) => [id, figureOf(graph, id)]))
    const { design } = edit(shop, (draft) => {
      draft.elements['orders-tg']!.spec.Port = 9999
    })
    const redrawn = Object.keys(design.elements).filter(
      (id) => figureOf(graphOf(design), id) !== before.get(id),
    )
    expect(redrawn).toEqual(['alb', 'orders-tg'])
  })

  it('draws a kind of a newer version as a neutral node', () => {
    expect(texts(figureOf(graphOf(zones), 'odd'))).toEqual(['odd', 'quantum-computer'])
  })

  it('marks what is locked', () => {
    const glyphs = figureOf(graphOf(zones), 'agent').marks.flatMap((mark) =>
      mark.mark === 'glyph' ? mark.glyph : [],
    )
    expect(glyphs).toContain('lock')
  })

  it('gives frames the size that is asked for, and no less than they need', () => {
    expect(figureOf(graph, 'shop', { width: 800, height: 600 })).toMatchObject({ width: 800, height: 600 })
    expect(figureOf(graph, 'shop', { width: 8, height: 8 }).height).toBe(120)
  })

  describe('at a glance', () => {
    const element = (kind: string, spec: Element['spec']): Element => ({ kind, spec })
    const main = element('cluster', { clusterName: 'main', capacityProviders: ['FARGATE', 'FARGATE_SPOT'] })
    const hosts = element('container-instance', {
      cluster: '@{main}',
      InstanceType: 'm7g.large',
      MinCount: 3,
      MaxCount: 3,
    })
    const task = element('task-definition', { family: 'app', cpu: '4096', memory: '1024' })
    const shown = (elements: Design['elements'], id: string) =>
      texts(figureOf(graphOf({ ...emptyDesign('test'), elements: { main, ...elements } }), id))

    it('says on how many instances a daemon runs', () => {
      const agent = element('service', {
        serviceName: 'agent',
        cluster: '@{main}',
        schedulingStrategy: 'DAEMON',
      })
      expect(shown({ agent }, 'agent')).toContain('1 per instance')
      expect(shown({ agent, hosts }, 'agent')).toContain('1 per instance · ×3')
      expect(shown({ agent, hosts }, 'main')).toContain('1 service · 3 instances · Fargate, Fargate Spot')
    })

    it('says how a strategy shares tasks out', () => {
      const capacityProviderStrategy = [
        { capacityProvider: 'FARGATE_SPOT', weight: 4 },
        { capacityProvider: 'FARGATE', weight: 1, base: 2 },
      ]
      const api = element('service', { serviceName: 'api', cluster: '@{main}', capacityProviderStrategy })
      expect(shown({ api }, 'api')).toContain('Fargate Spot 4 : Fargate 1 (first 2)')
    })

    it('says how full instances are, and when they can’t hold what is asked of them', () => {
      const api = element('service', {
        serviceName: 'api',
        cluster: '@{main}',
        taskDefinition: '@{task}',
        launchType: 'EC2',
        desiredCount: 2,
      })
      expect(shown({ hosts, task, api }, 'hosts')).toEqual(
        expect.arrayContaining(['8 of 6 vCPU', '2 of 24 GB']),
      )
    })

    it('says of a collapsed frame as much as there is room for', () => {
      const figure = foldedFigureOf(graph, 'shop', {
        summary: '30 subnets · 20 services · 10 clusters · 7 load balancers',
        opens: true,
      })
      expect(texts(figure)).toEqual(['shop-prod', '30 subnets · 20 services +2'])
    })
  })
})

interface Extent {
  left: number
  top: number
  right: number
  bottom: number
}

function extent(mark: Mark): Extent {
  if (mark.mark === 'line') {
    const xs = mark.points.map((point) => point.x)
    const ys = mark.points.map((point) => point.y)
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  }
  if (mark.mark === 'text') {
    const width = measure(mark.text, mark)
    const left = mark.x - (mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0)
    return { left, top: mark.y - mark.size * 0.8, right: left + width, bottom: mark.y + mark.size * 0.2 }
  }
  const [width, height] = mark.mark === 'box' ? [mark.width, mark.height] : [mark.size, mark.size]
  return { left: mark.x, top: mark.y, right: mark.x + width, bottom: mark.y + height }
}

function apart(a: Extent, b: Extent): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
}

/** The order in which a figure's texts stand in its marks. */
function byPlace(figure: Figure): (a: string, b: string) => number {
  const place = (text: string) => figure.marks.findIndex((mark) => mark.mark === 'text' && mark.text === text)
  return (a, b) => place(a) - place(b)
}

it('a provider whose name is that of a method is drawn as any other', () => {
  const spec = { clusterName: 'a', capacityProviders: ['constructor', 'FARGATE'] }
  const odd = { ...emptyDesign('odd'), elements: { a: { kind: 'cluster', spec } } }
  expect(JSON.stringify(figureOf(graphOf(odd), 'a')?.marks)).toContain('"Fargate"')
})
