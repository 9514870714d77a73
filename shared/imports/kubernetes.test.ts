import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { isObject, sameJson, toPointer, valueAt } from '../basics/json'
import { describeFailure } from '../basics/result'
import { parseDesign, serialize } from '../design/serialize'
import { kubernetesExport } from '../exports/kubernetes'
import { graphOf, incoming, outgoing } from '../graph/graph'
import { text } from '../testing/arbitraries'
import { corpusFiles, corpusFolder } from '../testing/corpus'
import { payloads } from '../testing/payloads'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { importFiles } from './import-files'
import type { Imported } from './report'

type Manifest = Record<string, unknown>

function imported(...texts: readonly string[]): Imported {
  const result = importFiles(texts.map((text, i) => ({ name: `${i}.yaml`, text })))
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}

const written = (design: Imported['design']) =>
  kubernetesExport
    .export(design)
    .files.flatMap(({ content }) => parseAllDocuments(content).map((document) => document.toJS() as Manifest))

const listed = (manifests: readonly unknown[]) => manifests.map((one) => JSON.stringify(sorted(one))).sort()

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

const web = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2
          envFrom: [{ configMapRef: { name: settings } }]
          env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: login, key: password } } }]
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`
const beside = `
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
  - { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }
  - { apiVersion: v1, kind: ServiceAccount, metadata: { name: web, namespace: shop, annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/web" } } }
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: settings, namespace: shop }, data: { COLOR: green, "YES": "no" } }
  - { apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data, namespace: shop }, spec: { volumeName: files, storageClassName: "", accessModes: [ReadWriteMany], resources: { requests: { storage: 5Gi } } } }
  - { apiVersion: v1, kind: PersistentVolume, metadata: { name: files }, spec: { capacity: { storage: 5Gi }, accessModes: [ReadWriteMany], csi: { driver: efs.csi.aws.com, volumeHandle: "fs-0123456789abcdef0::fsap-0123456789abcdef0" }, claimRef: { name: data, namespace: shop } } }
  - { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: web, namespace: shop }, spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 4 } }
  - { apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web, namespace: shop }, spec: { ingressClassName: alb, defaultBackend: { service: { name: web, port: { number: 80 } } } } }
  - { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: closed, namespace: shop }, spec: { podSelector: {}, policyTypes: [Ingress] } }
`
const secret = `
apiVersion: v1
kind: Secret
metadata:
  name: login
  namespace: shop
  annotations: { kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"hunter2"}}' }
data: { password: aHVudGVyMg== }
stringData: { token: hunter2 }
`

describe('objects of several files', () => {
  const { design, report } = imported(web, beside, secret)
  const graph = graphOf(design)
  const id = (kind: string) => graph.byKind.get(`kubernetes-${kind}`)?.[0] ?? ''
  const lines = outgoing(graph, id('workload')).map(
    ({ meaning, to }) => `${meaning} ${graph.element(to)?.kind}`,
  )

  test('find each other by name', () => {
    expect(lines.sort()).toEqual([
      'in-namespace kubernetes-namespace',
      'mounts kubernetes-volume-claim',
      'pod-account kubernetes-service-account',
      'pulls ecr-repository',
      'reads kubernetes-config-map',
      'reads kubernetes-secret',
    ])
    expect(
      incoming(graph, id('workload'))
        .map(({ meaning, from }) => `${meaning} ${graph.element(from)?.kind}`)
        .sort(),
    ).toEqual(['forwards kubernetes-service', 'scales kubernetes-autoscaler'])
    expect(outgoing(graph, id('volume')).map(({ to }) => graph.element(to)?.kind)).toEqual([
      'efs-file-system',
      'kubernetes-volume-claim',
      'kubernetes-namespace',
    ])
    expect(
      outgoing(graph, id('service-account'), 'pod-role').map(({ to }) => graph.element(to)?.kind),
    ).toEqual(['iam-role'])
    expect(graph.parent.get(id('workload'))).toBe(id('namespace'))
    expect([...graph.dangling.values()]).toEqual([])
  })

  test('come out as they were, without the secret', () => {
    const objects = [parse(web), ...(parse(beside) as { items: Manifest[] }).items]
    expect(listed(written(design))).toEqual(listed(objects))
  })

  test('bring no value of a secret', () => {
    expect(serialize(design)).not.toMatch(/hunter2|aHVudGVyMg/)
    expect(design.elements[id('secret')]?.spec.data).toEqual({ password: '<password>', token: '<token>' })
    expect(report.notes.filter(({ code }) => code === 'secret-value').map(({ pointer }) => pointer)).toEqual([
      '/data/password',
      '/stringData/token',
      '/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration',
    ])
  })

  test('of other kinds are kept, and said to be', () => {
    expect(design.elements[id('object')]?.spec).toMatchObject({
      kind: 'NetworkPolicy',
      spec: { policyTypes: ['Ingress'] },
    })
    expect(report.notes.filter(({ kind }) => kind === 'kept').map(({ element }) => element)).toEqual([
      id('object'),
    ])
  })

  test('are a design that opens again', () => {
    expect(parseDesign(serialize(design)).ok).toBe(true)
  })
})

test('a namespace that is only named is drawn, and not made', () => {
  const { design } = imported(web)
  const [space] = Object.values(design.elements).filter(({ kind }) => kind === 'kubernetes-namespace')
  expect(space?.existing).toEqual({ name: 'shop' })
  expect(written(design).map(({ kind }) => kind)).toEqual(['Deployment'])
})

test('what the API server wrote is left out, with a word', () => {
  const { design, report } = imported(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'PodList',
      metadata: { resourceVersion: '1' },
      items: [
        {
          metadata: { name: 'a', uid: 'x' },
          spec: { containers: [{ name: 'a' }] },
          status: { phase: 'Running' },
        },
      ],
    }),
  )
  expect(written(design)).toEqual([
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a' }] } },
  ])
  expect(report.notes.filter(({ kind }) => kind === 'dropped').map(({ pointer }) => pointer)).toEqual([
    '/items/0/status',
    '/items/0/metadata/uid',
  ])
})

test('a Service of Knative is none of Kubernetes', () => {
  const { design } = imported('apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a }\n')
  expect(Object.values(design.elements).map(({ kind }) => kind)).toEqual(['kubernetes-object'])
})

test('any object comes back with the same texts', () => {
  const word = fc.oneof(text, fc.constantFrom(...payloads))
  const json = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      word,
      fc.integer(),
      fc.boolean(),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(word, tie('any'), { maxKeys: 3 }),
    ),
  })).any
  const kinds = fc.constantFrom(
    ['apps/v1', 'Deployment'],
    ['v1', 'Service'],
    ['v1', 'ConfigMap'],
    ['example.com/v1', 'Thing'],
  )
  const object = fc.record({ kind: kinds, name: word, spec: json, data: json })
  fc.assert(
    fc.property(object, ({ kind: [apiVersion, kind], name, spec, data }) => {
      const manifest = { apiVersion, kind, metadata: { name }, spec, data }
      expect(written(imported(JSON.stringify(manifest)).design)).toEqual([
        JSON.parse(JSON.stringify(manifest)),
      ])
    }),
    { numRuns: runs(150, 5000) },
  )
})

describe('what the export makes of', () => {
  test.each(Object.entries(templates))('%s comes back as the same elements', (_, template) => {
    const first = written(template)
    const { design } = imported(kubernetesExport.export(template).files[0]?.content ?? '')
    expect(listed(written(design))).toEqual(listed(first))
  })
})

const files = corpusFiles('kubernetes')

describe.runIf(files.length > 0)('the corpus', () => {
  test.each(files)('%s: each leaf is in the design or in the report, and comes out again', (name) => {
    const content = readFileSync(corpusFolder('kubernetes') + name, 'utf8')
    const { design, report } = imported(content)
    const documents = parseAllDocuments(content).map((document) => document.toJS() as unknown)
    const objects = documents.filter(isObject)
    const out = written(design)
    for (const [index, value] of documents.entries()) {
      if (!isObject(value)) continue
      const there = out.find((one) => same(one, value))
      for (const pointer of leaves(value)) {
        const place = documents.length > 1 ? `/${index}${pointer}` : pointer
        const told = report.notes.some((note) => note.kind === 'dropped' && place.startsWith(note.pointer))
        expect(told || sameJson(valueAt(there, pointer), valueAt(value, pointer)), place).toBe(true)
      }
    }
    expect(listed(out)).toEqual(listed(objects))
  })
})

function same(a: Manifest, b: Manifest): boolean {
  return a.kind === b.kind && sameJson(a.metadata, b.metadata)
}

function leaves(value: unknown, path: readonly (string | number)[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return [toPointer(path)]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.length === 0
    ? [toPointer(path)]
    : entries.flatMap(([key, item]) => leaves(item, [...path, key]))
}
