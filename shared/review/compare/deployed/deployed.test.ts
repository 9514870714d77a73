import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeFailure } from '../../../basics/result'
import type { Design } from '../../../design/design'
import { taskDefinitionExport } from '../../../exports/task-definition'
import { importFiles } from '../../../imports/import-files'
import { container, drawing, element, fargateTask } from '../../../rules/examples'
import { corpusFiles, corpusFolder } from '../../../testing/corpus'
import { templates } from '../../../testing/templates'
import type { Comparison } from '../comparison'
import { compareFiles, compareWithDeployed } from './deployed'

type Members = Record<string, unknown>

const imported = (value: unknown, name = 'deployed.json') => {
  const read = importFiles([{ name, text: JSON.stringify(value) }])
  if (!read.ok) throw new Error(describeFailure(read.error))
  return read.value
}

/** What `aws ecs describe-task-definition` answers for what was registered. */
function described(input: Members, region = 'eu-west-1'): Members {
  const isAwsvpc = input.networkMode === 'awsvpc'
  const containers = (input.containerDefinitions as Members[]).map((one) => ({
    cpu: 0,
    essential: true,
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    portMappings: [],
    ...one,
    ...(one.healthCheck ? { healthCheck: { interval: 30, timeout: 5, retries: 3, ...one.healthCheck } } : {}),
    ...(one.logConfiguration
      ? { logConfiguration: { options: {}, secretOptions: [], ...one.logConfiguration } }
      : {}),
    environment: [...((one.environment as Members[]) ?? [])].reverse(),
    ...(one.portMappings
      ? {
          portMappings: (one.portMappings as Members[]).map((port) => ({
            hostPort: isAwsvpc ? port.containerPort : 0,
            protocol: 'tcp',
            ...port,
          })),
        }
      : {}),
  }))
  const volumes = ((input.volumes as Members[]) ?? []).map((volume) => ({
    ...volume,
    ...(volume.efsVolumeConfiguration
      ? { efsVolumeConfiguration: { rootDirectory: '/', ...volume.efsVolumeConfiguration } }
      : Object.keys(volume).length === 1 && { host: {} }),
  }))
  const { tags, ...registered } = input
  return {
    taskDefinition: {
      taskDefinitionArn: `arn:aws:ecs:${region}:123456789012:task-definition/${input.family}:7`,
      ...registered,
      containerDefinitions: containers,
      volumes,
      revision: 7,
      status: 'ACTIVE',
      requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
      placementConstraints: input.placementConstraints ?? [],
      compatibilities: ['EC2', 'FARGATE'],
      registeredAt: '2026-09-17T15:12:27.391000+00:00',
      registeredBy: 'arn:aws:iam::123456789012:root',
      enableFaultInjection: false,
    },
    tags: tags ?? [],
  }
}

/** The task definitions of a design as they are registered, each placeholder filled in as AWS calls such a thing. */
function registered(design: Design): Members[] {
  const ids: Readonly<Record<string, string>> = { 'efs-file-system': 'fs-0a1b2c3d4e5f60001' }
  const fill = (_: string, id: string) => {
    const { kind = '', spec = {} } = design.elements[id] ?? {}
    const name = spec.Name ?? spec.RoleName
    return ids[kind] ?? `arn:aws:secretsmanager:${design.region}:123456789012:secret:${name}-AbC1x9`
  }
  return taskDefinitionExport
    .export(design)
    .files.map(({ content }) => JSON.parse(content.replaceAll(/<([a-z0-9-]+)(?:\.\w+)?>/g, fill)) as Members)
}

describe('what was registered from a design is no change of it', () => {
  const drawn = Object.entries(templates)
    .map(([name, design]) => [name, { ...design, account: '123456789012' }] as const)
    // Pods become task definitions only when they are exported.
    .filter(([, { elements }]) => Object.values(elements).some(({ kind }) => kind === 'task-definition'))
  const all = drawn.flatMap(([name, design]) =>
    registered(design).map((input) => [`${name}: ${input.family}`, design, input] as const),
  )
  it.each(all)('%s', (_, design, input) => {
    const comparison = compareWithDeployed(design, imported(described(input, design.region)))
    expect(comparison.elements).toEqual([])
    expect(comparison.document).toEqual([])
    expect(comparison.problems).toEqual({ appeared: [], mended: [] })
    expect(comparison.about).toHaveLength(1)
  })
})

const ROLE = 'arn:aws:iam::123456789012:role/service-role/orders'
const orders = fargateTask({
  family: 'orders',
  cpu: '.5 vCPU',
  memory: '1 GB',
  taskRoleArn: '@{role}',
  containerDefinitions: [container({ image: '@{repo.uri}:1.4', portMappings: [{ containerPort: 80 }] })],
})
const design = drawing({
  orders,
  other: fargateTask({ family: 'other' }),
  role: element('iam-role', { RoleName: 'orders', Path: '/service-role/' }),
  repo: element('ecr-repository', { repositoryName: 'orders' }),
})
const answer = described({
  ...orders.spec,
  cpu: '512',
  memory: '1024',
  taskRoleArn: ROLE,
  containerDefinitions: [
    container({
      image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4',
      portMappings: [{ containerPort: 80 }],
    }),
  ],
})

/** The answer with other members of the task definition. */
const changed = (members: Members) => ({
  ...answer,
  taskDefinition: { ...(answer.taskDefinition as Members), ...members },
})
const fieldsOf = ({ elements }: Comparison) => elements.flatMap(({ fields }) => fields)

describe('a design and what is deployed', () => {
  it('sizes, roles and images are the same in whichever way they are written', () => {
    const comparison = compareWithDeployed(design, imported(answer))
    expect(comparison.elements).toEqual([])
    expect(comparison.about).toEqual(['orders'])
  })

  it('only what differs is a change: from what is deployed to what the design says', () => {
    const old = { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.3', essential: true }
    const file = changed({ cpu: '256', containerDefinitions: [container(old)] })
    expect(fieldsOf(compareWithDeployed(design, imported(file)))).toEqual([
      { pointer: '/spec/cpu', before: '256', after: '.5 vCPU' },
      {
        pointer: '/spec/containerDefinitions/name=web/image',
        before: '@{repo.uri}:1.3',
        after: '@{repo.uri}:1.4',
      },
      {
        pointer: '/spec/containerDefinitions/name=web/portMappings/containerPort=80',
        after: { containerPort: 80 },
      },
    ])
  })

  it('the other way round, it is what somebody has changed', () => {
    const [change] = fieldsOf(compareWithDeployed(design, imported(changed({ cpu: '256' })), 'after'))
    expect(change).toEqual({ pointer: '/spec/cpu', before: '.5 vCPU', after: '256' })
  })

  it('a role of the same name in another account is another one', () => {
    const foreign = changed({ taskRoleArn: ROLE.replace('123456789012', '999999999999') })
    expect(fieldsOf(compareWithDeployed(design, imported(foreign)))).toEqual([
      {
        pointer: '/spec/taskRoleArn',
        before: 'arn:aws:iam::999999999999:role/service-role/orders',
        after: '@{role}',
      },
    ])
  })

  it('what the design writes out is what the file names', () => {
    const { role: _, ...elements } = design.elements
    const literal = { ...orders, spec: { ...orders.spec, taskRoleArn: ROLE } }
    const comparison = compareWithDeployed(
      { ...design, elements: { ...elements, orders: literal } },
      imported(answer),
    )
    expect(comparison.elements).toEqual([])
    expect(comparison.lines).toEqual([])
  })

  it('a family that the design lacks is a task definition more', () => {
    const comparison = compareWithDeployed(design, imported(changed({ family: 'billing' })))
    expect(comparison.elements.map(({ status, name }) => [status, name])).toEqual([['removed', 'billing']])
    expect(comparison.about).toEqual([])
  })

  it('what a pipeline fills in may be anything', () => {
    const open = {
      ...orders,
      spec: { ...orders.spec, containerDefinitions: [container({ image: '<IMAGE1_NAME>' })] },
    }
    const template = drawing({ orders: open, role: design.elements.role ?? orders })
    expect(fieldsOf(compareWithDeployed(template, imported(answer)))).toEqual([
      {
        pointer: '/spec/containerDefinitions/name=web/portMappings/containerPort=80',
        before: { containerPort: 80 },
      },
    ])
  })

  it('a service’s answer is compared with the service', () => {
    const web = element('service', {
      serviceName: 'web',
      cluster: '@{cluster}',
      taskDefinition: '@{orders}',
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-b', 'subnet-a'] } },
    })
    const cluster = element('cluster', { clusterName: 'shop' })
    const file = {
      services: [
        {
          serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web',
          serviceName: 'web',
          clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
          loadBalancers: [],
          serviceRegistries: [],
          status: 'ACTIVE',
          desiredCount: 3,
          runningCount: 3,
          pendingCount: 0,
          launchType: 'FARGATE',
          platformVersion: 'LATEST',
          taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7',
          deploymentConfiguration: {
            deploymentCircuitBreaker: { enable: false, rollback: false },
            maximumPercent: 200,
            minimumHealthyPercent: 100,
          },
          deployments: [],
          events: [],
          placementConstraints: [],
          placementStrategy: [],
          networkConfiguration: {
            awsvpcConfiguration: {
              subnets: ['subnet-a', 'subnet-b'],
              securityGroups: [],
              assignPublicIp: 'DISABLED',
            },
          },
          healthCheckGracePeriodSeconds: 0,
          schedulingStrategy: 'REPLICA',
          deploymentController: { type: 'ECS' },
          enableECSManagedTags: false,
          propagateTags: 'NONE',
          enableExecuteCommand: false,
          availabilityZoneRebalancing: 'ENABLED',
        },
      ],
      failures: [],
    }
    const comparison = compareWithDeployed(
      { ...design, elements: { ...design.elements, web, cluster } },
      imported(file),
    )
    expect(fieldsOf(comparison)).toEqual([{ pointer: '/spec/desiredCount', before: 3, after: 2 }])
    expect(comparison.elements).toHaveLength(1)
  })
})

describe('files of other people and what AWS answers for them', () => {
  const files = corpusFiles('task-definitions').filter((name) => name.endsWith('.json'))
  it(`${files.length} of them are no change`, () => {
    const differing = files.flatMap((name) => {
      const text = readFileSync(`${corpusFolder('task-definitions')}${name}`, 'utf8')
      const file = importFiles([{ name, text }])
      const input = JSON.parse(text) as Members
      if (!file.ok || typeof input.family !== 'string') return []
      const { elements } = compareFiles(imported(described(input), name), file.value)
      return elements.length === 0 ? [] : [{ name, elements }]
    })
    expect(differing).toEqual([])
  })
})
