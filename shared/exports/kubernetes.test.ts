import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { type Design, emptyDesign } from '../design/design'
import { kubernetesFaults } from '../testing/kubernetes-judge'
import { nastyDesign } from '../testing/nasty'
import { payloads } from '../testing/payloads'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { kubernetesExport } from './kubernetes'

type Manifest = Record<string, unknown>

const content = (design: Design) => kubernetesExport.export(design).files[0]?.content ?? ''
const manifests = (design: Design) =>
  parseAllDocuments(content(design)).map((document) => document.toJS() as Manifest)
const kinds = (design: Design) => manifests(design).map(({ kind }) => kind)

const all = { ...templates, ...validDesigns }

describe('the schemas of the Kubernetes API take', () => {
  test.each(Object.entries(all))('%s', async (_, design) => {
    const found = manifests(design)
    expect(found.length).toBeGreaterThan(0)
    for (const manifest of found) expect(await kubernetesFaults(manifest)).toEqual([])
  })
})

test('the judge finds what is wrong', async () => {
  const [first] = manifests(templates['fargate-service-alb'] as Design).filter(
    ({ kind }) => kind === 'Deployment',
  )
  expect(await kubernetesFaults({ ...first, spec: { replicas: 'two' } })).toHaveLength(1)
})

test('the same design gives the same bytes, in the order of applying', () => {
  const design = templates['multi-az-efs'] as Design
  const turned = { ...design, elements: Object.fromEntries(Object.entries(design.elements).reverse()) }
  expect(content(design)).toBe(content(structuredClone(design)))
  expect(kinds(turned)).toEqual(kinds(design))
  expect(kinds(design)).toEqual([
    'ServiceAccount',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'Service',
    'Deployment',
    'Ingress',
    'HorizontalPodAutoscaler',
  ])
})

test('each element is in the file, or a note says where it is', () => {
  for (const design of Object.values(all)) {
    const { notes, files } = kubernetesExport.export(design)
    const told = new Set(notes.map(({ element }) => element))
    for (const [id, { kind }] of Object.entries(design.elements)) {
      const isWritten =
        kind.startsWith('kubernetes-') ||
        ['service', 'task', 'task-definition', 'target-group', 'scaling-policy'].includes(kind)
      const isReplaced = kind.endsWith('load-balancer')
      if (!isWritten && !isReplaced) expect(told, `${id} in ${files[0]?.name}`).toContain(id)
    }
  }
})

test('a secret is named and never written', () => {
  const design: Design = {
    ...emptyDesign('shop'),
    elements: {
      login: {
        kind: 'kubernetes-secret',
        spec: { kind: 'Secret', metadata: { name: 'login' }, data: { password: '<password>' } },
      },
      web: {
        kind: 'kubernetes-workload',
        spec: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'web' },
          spec: { containers: [{ name: 'web', envFrom: [{ secretRef: { name: '@{login}' } }] }] },
        },
      },
    },
  }
  const { files, notes } = kubernetesExport.export(design)
  expect(kinds(design)).toEqual(['Pod'])
  expect(files[0]?.content).toContain('name: login')
  expect(notes.map(({ text }) => english(text)).join()).toMatch(/Secret “login” is not written.*“password”/)
})

test('texts that readers of YAML take for something else are quoted', () => {
  const data = {
    a: 'yes',
    b: '0o14',
    c: '1:30',
    d: 'null',
    e: '1_000',
    f: '012',
    g: '2001-01-01',
    on: 'x',
    h: '1e3',
    i: '500m',
    j: '~',
    '<<': 'y',
  }
  const design: Design = {
    ...emptyDesign('shop'),
    elements: {
      map: {
        kind: 'kubernetes-config-map',
        spec: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data },
      },
    },
  }
  for (const version of ['1.1', '1.2'] as const) {
    const [read] = parseAllDocuments(content(design), { version }).map(
      (document) => document.toJS() as { data: object },
    )
    expect(read?.data).toEqual(data)
  }
  expect(content(design)).toContain('i: 500m')
})

test('nothing in a design stops it, or breaks out of the comment', () => {
  for (let first = 0; first < payloads.length; first += 60) {
    const text = content(nastyDesign(payloads, first))
    for (const document of parseAllDocuments(text)) {
      expect(document.errors).toEqual([])
      expect(document.toJS()).toHaveProperty('kind')
    }
  }
})
