import { describe, expect, test } from 'vitest'
import { valueAt } from '../basics/json'
import type { Design } from '../design/design'
import { ecsClusterExport } from '../exports/ecs-cluster'
import { ecsServiceExport } from '../exports/ecs-service'
import { kubernetesExport } from '../exports/kubernetes'
import { taskDefinitionExport } from '../exports/task-definition'
import { graphOf, outgoing } from '../graph/graph'
import { validate } from '../rules/validate'
import { templates } from '../testing/templates'
import { conversionOf, convert, homesFor, otherSide } from './convert'
import { pointerInWords } from './pointer-words'

const template = (name: string) => templates[name] as Design
const converted = (design: Design, id: string, home?: string) => {
  const answer = convert(design, id, home)
  if (!answer) throw new Error(`${id} can’t be converted`)
  return answer
}
const kindsIn = ({ elements }: Design) => Object.values(elements).map(({ kind }) => kind)
const only = ({ elements }: Design, kind: string) => Object.values(elements).find((one) => one.kind === kind)

const runners = Object.entries(templates).flatMap(([name, design]) =>
  Object.keys(design.elements)
    .filter((id) => otherSide(graphOf(design), id) !== undefined)
    .map((id) => [`${id} of ${name}`, design, id] as const),
)

describe.each(runners)('%s', (_, design, id) => {
  const there = converted(design, id)

  test('tells of each member, what it became or that it is lost', () => {
    const conversion = conversionOf(graphOf(design), id)
    for (const source of new Set([id, ...(conversion?.replaced ?? [])])) {
      const told = conversion?.rows.filter(({ element }) => element === source) ?? []
      for (const { value, pointer } of told)
        expect(value).toEqual(valueAt(design.elements[source]?.spec, pointer))
      for (const row of told)
        expect(row.to !== undefined || row.note !== undefined, pointerInWords(row.pointer)).toBe(true)
    }
  })

  test('leaves no reference to what is gone', () => {
    const lost = [...graphOf(there.design).dangling.values()]
      .flat()
      .filter((one) => !Object.hasOwn(there.design.elements, one.id))
    expect(lost).toEqual([])
    for (const { from, to } of Object.values(there.design.connections)) {
      expect(Object.keys(there.design.elements)).toEqual(expect.arrayContaining([from, to]))
    }
  })

  test('is right on the other side, as far as the drawing tells', () => {
    const before = new Set(validate(design).map(({ rule, element }) => `${rule} ${element}`))
    const mine = validate(there.design).filter(
      ({ severity, rule, element }) => severity === 'error' && !before.has(`${rule} ${element}`),
    )
    expect(mine.map(({ rule, element, path }) => `${rule} ${element} ${path}`)).toEqual([])
  })

  test('comes back as what it was in the main', () => {
    const [home] = homesFor(graphOf(there.design), otherSide(graphOf(there.design), there.became) ?? 'ecs')
    const back = converted(there.design, there.became, home)
    const runner = back.design.elements[back.became]
    const definition = only(back.design, 'task-definition')
    expect(runner?.kind).toBe(design.elements[id]?.kind)
    if (otherSide(graphOf(design), id) === 'kubernetes') expect(definition).toBeDefined()
    const errors = validate(back.design).filter(({ severity }) => severity === 'error')
    const before = validate(design).filter(({ severity }) => severity === 'error')
    expect(
      errors.map(({ rule, element, path }) => `${rule} ${element} ${path}`).slice(before.length),
    ).toEqual([])
  })
})

describe('a service behind an Application Load Balancer', () => {
  const design = template('fargate-service-alb')
  const { design: after, became } = converted(design, 'orders-api')
  const graph = graphOf(after)

  test('becomes a Deployment with all that belongs to it, in a cluster that is made', () => {
    expect(kindsIn(after)).toEqual(
      expect.arrayContaining([
        'eks-cluster',
        'eks-fargate-profile',
        'kubernetes-workload',
        'kubernetes-service',
        'kubernetes-ingress',
        'kubernetes-service-account',
        'kubernetes-autoscaler',
      ]),
    )
    for (const gone of [
      'service',
      'task-definition',
      'target-group',
      'application-load-balancer',
      'scaling-policy',
    ])
      expect(kindsIn(after)).not.toContain(gone)
    expect(after.elements[became]?.spec.kind).toBe('Deployment')
  })

  test('is reached by the same people', () => {
    const [line] = Object.values(after.connections).filter(({ from }) => from === 'customers')
    expect(after.elements[line?.to ?? '']?.kind).toBe('kubernetes-ingress')
    const service = outgoing(graph, line?.to ?? '', 'forwards')[0]?.to ?? ''
    expect(outgoing(graph, service, 'forwards').map(({ to }) => to)).toEqual([became])
  })

  test('keeps its role, which trusts the service account', () => {
    expect(String(after.elements['orders-task-role']?.spec.AssumeRolePolicyDocument)).toContain(
      'system:serviceaccount:default:orders-api',
    )
  })

  test('comes back with its size, image and limits of scaling', () => {
    const back = converted(after, became).design
    const before = design.elements['orders-task']?.spec ?? {}
    const now = only(back, 'task-definition')?.spec ?? {}
    for (const place of [
      '/cpu',
      '/memory',
      '/networkMode',
      '/taskRoleArn',
      '/containerDefinitions/0/image',
      '/containerDefinitions/0/environment',
      '/containerDefinitions/0/healthCheck',
      '/containerDefinitions/0/user',
    ])
      expect(valueAt(now, place), place).toEqual(valueAt(before, place))
    const { MinCapacity, MaxCapacity } = design.elements['orders-scaling']?.spec ?? {}
    expect(only(back, 'scaling-policy')?.spec).toMatchObject({ MinCapacity, MaxCapacity })
    expect(only(back, 'target-group')?.spec).toMatchObject({ HealthCheckPath: '/health', Port: 8080 })
  })
})

test('what a task mounts of EFS is claimed, and mounted again', () => {
  const { design: after, became } = converted(template('multi-az-efs'), 'site')
  const graph = graphOf(after)
  const claim = outgoing(graph, became, 'mounts')[0]?.to ?? ''
  const volume = outgoing(graph, claim, 'backed-by')[0]?.to ?? ''
  expect(outgoing(graph, volume, 'backed-by').map(({ to }) => to)).toEqual(['uploads'])
  const back = only(converted(after, became).design, 'task-definition')
  expect(valueAt(back?.spec, '/volumes/0/efsVolumeConfiguration/fileSystemId')).toBe('@{uploads}')
})

test('a conversion goes to the home that was chosen', () => {
  const design = template('sqs-worker')
  const elements = {
    ...design.elements,
    eks: { kind: 'eks-cluster', spec: { name: 'eks' } },
    jobs2: {
      kind: 'kubernetes-namespace',
      spec: { kind: 'Namespace', metadata: { name: 'work' } },
      inside: 'eks',
    },
  }
  const whole = { ...design, elements }
  expect(homesFor(graphOf(whole), 'kubernetes')).toEqual(['eks', 'jobs2'])
  const { design: after, became } = converted(whole, 'worker', 'jobs2')
  expect(graphOf(after).parent.get(became)).toBe('jobs2')
  expect(kindsIn(after).filter((kind) => kind === 'eks-cluster')).toHaveLength(1)
})

test('what is compared is what the export writes', () => {
  const design = template('nlb-privatelink')
  const text = kubernetesExport.export(design).files[0]?.content
  const after = kubernetesExport.export(converted(design, 'gateway').design).files[0]?.content
  const objects = (content: string | undefined) => content?.split('---\n').slice(1)
  expect(objects(after)).toEqual(objects(text))
})

test('manifests alone come out as the task definitions that they would be', () => {
  const { files, notes } = taskDefinitionExport.export(template('eks'))
  expect(files.map(({ name }) => name)).toEqual(['cleanup.json', 'thumbnails.json', 'web.json'])
  expect(JSON.parse(files[2]?.content ?? '')).toMatchObject({
    family: 'web',
    runtimePlatform: { cpuArchitecture: 'ARM64' },
  })
  expect(notes.map(({ code }) => code)).toContain('no-counterpart')
  expect(taskDefinitionExport.export(template('sqs-worker')).notes.map(({ code }) => code)).not.toContain(
    'no-counterpart',
  )
})

test('manifests alone come out as the services and clusters that they would be', () => {
  const { files, notes } = ecsServiceExport.export(template('eks'))
  expect(files.map(({ name }) => name)).toEqual(['thumbnails.json', 'web.json'])
  expect(JSON.parse(files[1]?.content ?? '')).toMatchObject({ taskDefinition: 'web', cluster: 'gallery' })
  expect(notes[0]?.code).toBe('converted')
  const clusters = ecsClusterExport.export(template('eks')).files
  expect(clusters).toEqual([{ name: 'gallery.json', content: '{\n  "clusterName": "gallery"\n}\n' }])
})
