import { describe, expect, it } from 'vitest'
import type { Element } from '../design/design'
import { drawing, ec2Task, element, service } from '../rules/examples'
import { groupOf, instanceProfileRoleOf, instancesIn, largestType, osOfImage, taskZones } from './capacity'
import { graphOf } from './graph'

const main = (...providers: string[]) =>
  element('cluster', { clusterName: 'main', capacityProviders: providers.map((id) => `@{${id}}`) })
const instances = (spec: Element['spec'] = {}) =>
  element('container-instance', { cluster: '@{main}', InstanceType: 'm5.large', ...spec })
const workers = (spec: Element['spec'] = {}) =>
  element('auto-scaling-group', {
    MinSize: 1,
    MaxSize: 4,
    LaunchTemplateData: { InstanceType: 'm7g.large' },
    ...spec,
  })
const provider = (autoScalingGroupArn: string) =>
  element('capacity-provider', { name: 'ec2', autoScalingGroupProvider: { autoScalingGroupArn } })

const found = (elements: Readonly<Record<string, Element>>) => instancesIn(graphOf(drawing(elements)), 'main')

describe('the instances of a cluster', () => {
  it('are container instances that name it', () => {
    expect(found({ main: main(), hosts: instances({ MinCount: 2, MaxCount: 3 }) })).toMatchObject([
      {
        id: 'hosts',
        kind: 'container-instance',
        types: ['m5.large'],
        count: { min: 2, max: 3 },
        architecture: 'X86_64',
        managed: false,
      },
    ])
  })

  it('are what the Auto Scaling groups of its capacity providers start', () => {
    expect(found({ main: main('ec2'), ec2: provider('@{workers}'), workers: workers() })).toMatchObject([
      {
        id: 'workers',
        kind: 'auto-scaling-group',
        provider: 'ec2',
        count: { min: 1, max: 4 },
        architecture: 'ARM64',
      },
    ])
  })

  it('say little when the group is known by its ARN only', () => {
    expect(found({ main: main('ec2'), ec2: provider('arn:aws:autoscaling:eu-west-1:1:x') })).toMatchObject([
      { id: 'ec2', kind: 'capacity-provider', types: [], count: undefined, os: undefined, hasProfile: true },
    ])
  })

  it('are those that are drawn, rather than the provider that started them', () => {
    const hosts = instances({ cluster: undefined, capacityProviderName: '@{ec2}' })
    expect(found({ main: main('ec2'), ec2: provider('arn'), hosts }).map(({ id }) => id)).toEqual(['hosts'])
  })

  it('are managed by ECS', () => {
    const managed = element('capacity-provider', {
      cluster: '@{main}',
      managedInstancesProvider: {
        instanceLaunchTemplate: {
          instanceRequirements: { allowedInstanceTypes: ['m7g.large', 'c7g.large'] },
        },
      },
    })
    expect(found({ main: main(), managed })).toMatchObject([
      { managed: true, types: ['m7g.large', 'c7g.large'], architecture: 'ARM64', os: 'LINUX' },
    ])
  })

  it('are none on Fargate', () => {
    expect(found({ main: element('cluster', { capacityProviders: ['FARGATE'] }) })).toEqual([])
  })
})

describe('instance types', () => {
  const group = (it: Element) => groupOf(graphOf(drawing({ it })), 'it')
  const mixed = (...types: string[]) =>
    workers({
      MixedInstancesPolicy: {
        LaunchTemplate: { Overrides: types.map((InstanceType) => ({ InstanceType })) },
      },
    })

  it('of a mixed group are all that may be started', () => {
    const it = group(mixed('m5.large', 'm5a.2xlarge'))
    expect(it).toMatchObject({ types: ['m5.large', 'm5a.2xlarge'], architecture: 'X86_64' })
    expect(it && largestType(it)).toMatchObject({ name: 'm5a.2xlarge', vcpus: 8 })
  })

  it('of two architectures have none in common', () => {
    expect(group(mixed('m5.large', 'm7g.large'))?.architecture).toBeUndefined()
  })

  it('are not known from a pattern, or one that the table does not hold', () => {
    expect(group(mixed('m5.large', 'm7*'))?.types).toEqual([])
    const rare = group(mixed('x2iedn.xlarge'))
    expect(rare?.types).toEqual(['x2iedn.xlarge'])
    expect(rare && largestType(rare)).toBeUndefined()
  })
})

describe('the operating system', () => {
  it.each([
    ['resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id', 'LINUX'],
    ['resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id', 'LINUX'],
    [
      'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id',
      'WINDOWS',
    ],
    ['ami-0123456789abcdef0', undefined],
    ['${LinuxImage}', undefined],
    [undefined, undefined],
  ])('of %s is %s', (image, os) => expect(osOfImage(image)).toBe(os))
})

describe('the instance profile', () => {
  const elements = {
    main: main(),
    hosts: instances({ IamInstanceProfile: { Arn: '@{profile}' } }),
    profile: element('instance-profile', { Roles: ['@{role.name}'] }),
    role: element('iam-role', { RoleName: 'ecsInstanceRole' }),
  }

  it('contains the role of the agent', () => {
    const graph = graphOf(drawing(elements))
    expect(groupOf(graph, 'hosts')).toMatchObject({ profile: 'profile', hasProfile: true })
    expect(instanceProfileRoleOf(graph, 'hosts')).toBe('role')
  })

  it('may be named without being drawn, or be missing', () => {
    const group = (spec: Element['spec']) => groupOf(graphOf(drawing({ it: instances(spec) })), 'it')
    expect(group({ IamInstanceProfile: { Name: 'ecsInstanceRole' } })).toMatchObject({ hasProfile: true })
    expect(group({ LaunchTemplate: { LaunchTemplateName: 'ecs' } })).toMatchObject({ hasProfile: true })
    expect(group({})).toMatchObject({ profile: undefined, hasProfile: false })
  })
})

describe('the zones of a service’s tasks', () => {
  const zones = (spec: Element['spec']) => {
    const found = taskZones(
      graphOf(
        drawing({
          main: main(),
          a: element('subnet', { AvailabilityZone: 'eu-west-1a' }),
          b: element('subnet', { AvailabilityZone: 'eu-west-1b' }),
          one: instances({ SubnetId: '@{a}' }),
          two: instances({ SubnetId: '@{b}' }),
          task: ec2Task(),
          web: service({ cluster: '@{main}', launchType: 'EC2', ...spec }),
        }),
      ),
      'web',
    )
    return found && [...found]
  }

  it('are those of the instances, unless the tasks have subnets of their own', () => {
    expect(zones({})).toEqual(['eu-west-1a', 'eu-west-1b'])
    expect(zones({ networkConfiguration: { awsvpcConfiguration: { subnets: ['@{b}'] } } })).toEqual([
      'eu-west-1b',
    ])
    expect(zones({ launchType: 'FARGATE' })).toBeUndefined()
  })
})
