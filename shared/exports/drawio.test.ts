import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { drawing, element, link } from '../rules/examples'
import { design } from '../testing/arbitraries'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { drawioExport } from './drawio'

interface Cell {
  readonly id: string
  readonly label: string
  readonly data: Readonly<Record<string, string>>
  readonly style: string
  readonly parent: string
  readonly source: string
  readonly target: string
  readonly isEdge: boolean
  readonly collapsed: boolean
  readonly geometry: Readonly<Record<string, number>> | undefined
}

function diagram(of: Design): { cells: Map<string, Cell>; faults: string[] } {
  const content = drawioExport.export(of).files[0]?.content ?? ''
  const faults: string[] = []
  const report = (message: string) => void faults.push(message)
  const parser = new DOMParser({ errorHandler: { warning: report, error: report, fatalError: report } })
  const document = parser.parseFromString(content, 'text/xml')
  const cells = new Map<string, Cell>()
  for (const node of Array.from(document.getElementsByTagName('mxCell'))) {
    const parent = node.parentNode as Element
    const owner = parent.nodeName === 'object' ? parent : node
    const id = owner.getAttribute('id') ?? ''
    if (cells.has(id)) faults.push(`two cells are called ${id}`)
    const geometry = node.getElementsByTagName('mxGeometry')[0]
    const attributes = Object.fromEntries(
      Array.from(owner.attributes).map(({ name, value }) => [name, value]),
    )
    cells.set(id, {
      id,
      label: attributes.label ?? attributes.value ?? '',
      data: attributes,
      style: node.getAttribute('style') ?? '',
      parent: node.getAttribute('parent') ?? '',
      source: node.getAttribute('source') ?? '',
      target: node.getAttribute('target') ?? '',
      isEdge: node.getAttribute('edge') === '1',
      collapsed: node.getAttribute('collapsed') === '1',
      geometry:
        geometry &&
        Object.fromEntries(
          Array.from(geometry.attributes).flatMap(({ name, value }) =>
            name === 'as' ? [] : [[name, Number(value)]],
          ),
        ),
    })
  }
  return { cells, faults }
}

/** What draw.io would stumble over. */
function structureFaults(of: Design): string[] {
  const { cells, faults } = diagram(of)
  for (const { id, parent, isEdge, source, target, geometry, style } of cells.values()) {
    if (id === '0') continue
    if (!cells.has(parent)) faults.push(`${id} has no parent`)
    if (id === '1') continue
    if (isEdge && !(cells.has(source) && cells.has(target))) faults.push(`${id} has no ends`)
    const numbers = Object.values(geometry ?? {})
    if (!geometry || numbers.some((value) => !Number.isFinite(value))) faults.push(`${id} has no place`)
    if (!isEdge && !((geometry?.width ?? 0) > 0 && (geometry?.height ?? 0) > 0))
      faults.push(`${id} has no size`)
    if (!/^(?:[A-Za-z0-9]+=[A-Za-z0-9_.#-]+;)+$/.test(style)) faults.push(`${id}: ${style}`)
  }
  return faults
}

const shop = drawing(
  {
    main: element('cluster', { clusterName: 'main' }),
    web: element('service', { serviceName: 'web', cluster: '@{main}', taskDefinition: '@{web-task}' }),
    'web-task': element('task-definition', {
      family: 'web <b>',
      containerDefinitions: [{ name: 'app', image: '@{repo.uri}:1' }],
    }),
    repo: element('ecr-repository', { repositoryName: 'shop' }),
    '1': { ...element('users', {}), label: 'Everybody' },
  },
  { visits: link('1', 'traffic', 'web') },
)

test('frames hold what is in them, at places relative to them', () => {
  const placed = { ...shop, layout: { main: { x: 400, y: 80 }, web: { x: 40, y: 60 } } }
  const { cells } = diagram(placed)
  expect(cells.get('e-main')).toMatchObject({ parent: '1', geometry: { x: 400, y: 80 } })
  expect(cells.get('e-web')).toMatchObject({ parent: 'e-main', geometry: { x: 40, y: 60 } })
  expect(cells.get('e-web')?.data).toMatchObject({
    element: 'web',
    kind: 'service',
    tooltip: 'web (Service)',
  })
})

test('what a text says stays text, in draw.io’s labels as well', () => {
  expect(diagram(shop).cells.get('e-web-task')?.label).toMatch(/^<b>web &lt;b&gt;<\/b>/)
})

test('an element has the stencil that draw.io ships for it', () => {
  const { cells } = diagram(shop)
  expect(cells.get('e-repo--icon')?.style).toContain('resIcon=mxgraph.aws4.ecr;')
  expect(cells.get('e-repo--icon')?.parent).toBe('e-repo')
})

test('a line ends at the row that it is about', () => {
  const lines = [...diagram(shop).cells.values()].filter(({ isEdge }) => isEdge)
  expect(lines.map(({ source, target, data }) => [source, data.meaning, target])).toEqual([
    ['e-repo', 'pulls', 'e-web-task--1'],
    ['e-1', 'traffic', 'e-web'],
  ])
})

test('what is in a collapsed frame is in the file', () => {
  const { cells } = diagram({ ...shop, layout: { main: { x: 0, y: 0, collapsed: true } } })
  expect(cells.get('e-main')?.collapsed).toBe(true)
  expect(cells.get('e-web')?.parent).toBe('e-main')
  expect(cells.has('e-web-task--1')).toBe(true)
})

describe('draw.io would stumble over nothing', () => {
  test.each(Object.entries({ ...templates, ...validDesigns }))('%s', (_, of) => {
    expect(structureFaults(of)).toEqual([])
    const { cells } = diagram(of)
    const drawn = new Set([...cells.values()].map(({ data }) => data.element))
    expect(Object.keys(of.elements).filter((id) => !drawn.has(id))).toEqual([])
  })

  test('random designs', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(design, (of) => {
        expect(structureFaults(of)).toEqual([])
      }),
      { numRuns: runs(12, 2000) },
    )
  })
})
