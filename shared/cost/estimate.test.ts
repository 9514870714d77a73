/** Estimates against sums that were done by hand, by prices that are easy to reckon with. */
import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { drawing, ec2Task, element, fargateTask, inSubnets, onFargate, service } from '../rules/examples'
import { english } from '../texts/text'
import { costDifference } from './difference'
import { estimateOf } from './estimate'
import type { PriceTable } from './price-table'

const AWS = 'https://aws.amazon.com/pricing/'
const REGION = 'us-east-1'

/** A table of these prices for one Region. */
function tableOf(prices: Readonly<Record<string, number>>, region = REGION): PriceTable {
  const all = Object.entries(prices).map(([key, price]) => [key, { price, per: 'unit' }] as const)
  const group = { source: AWS, date: '2026-09-29', prices: Object.fromEntries(all) }
  return { format: 'fairlead-prices/1', currency: 'USD', regions: { [region]: [group] } }
}

const table = tableOf({
  'fargate-linux-x86-vcpu': 0.04048,
  'fargate-linux-x86-gb': 0.004445,
  'fargate-linux-arm-vcpu': 0.03238,
  'fargate-linux-arm-gb': 0.00356,
  'fargate-windows-vcpu': 0.09148,
  'fargate-windows-licence': 0.046,
  'fargate-windows-gb': 0.01005,
  'fargate-spot-linux-x86-vcpu': 0.01,
  'fargate-spot-linux-x86-gb': 0.001,
  'fargate-storage-gb': 0.000111,
  'ipv4-hour': 0.005,
  'ec2-linux-m5.large': 0.096,
  'ebs-gp3-gb': 0.08,
  'ebs-gp3-iops': 0.005,
  'ebs-gp3-mibps': 0.04,
  'alb-hour': 0.0225,
  'alb-lcu': 0.008,
  'nat-hour': 0.045,
  'nat-gb': 0.045,
  'endpoint-hour': 0.01,
  'endpoint-gb': 0.01,
  'transfer-out-gb': 0.09,
  'transfer-zone-gb': 0.01,
  'efs-standard-gb': 0.3,
  'efs-elastic-read-gb': 0.03,
  'efs-elastic-write-gb': 0.06,
  'ecr-gb': 0.1,
  'logs-gb': 0.5,
  'logs-stored-gb': 0.03,
  'eks-hour': 0.1,
  'external-hour': 0.01025,
  'secret-month': 0.4,
})

const main = { main: element('cluster', { clusterName: 'main' }) }
const inMain = (design: Design): Design => ({ ...drawing({ ...design.elements, ...main }), region: REGION })

/** Tasks of 0.5 vCPU and 1 GB in a cluster in Virginia. */
const web = (spec: object = {}, task: object = {}) =>
  inMain(onFargate({ cluster: '@{main}', ...spec }, { cpu: '512', memory: '1024', ...task }))

const alone = (elements: Design['elements'], estimate: Design['estimate'] = {}): Design => ({
  ...drawing(elements),
  region: REGION,
  estimate,
})

/** Titles, formulas and amounts, as a person would read them out. */
const lines = (design: Design) =>
  estimateOf(design, table).items.map(
    ({ title, formula, monthly }) =>
      `${english(title)}: ${english(formula).replaceAll('\u00a0', ' ')} = ${monthly.toFixed(2)}`,
  )

const leftOut = (design: Design) => estimateOf(design, table).gaps.map(({ what }) => english(what))

describe('tasks on Fargate', () => {
  it('cost their vCPUs and their memory for every hour, per task and not per container', () => {
    const two = [
      { name: 'web', image: 'web' },
      { name: 'log', image: 'log', essential: false },
    ]
    // 2 × 730 × (0.5 × 0.04048 + 1 × 0.004445) = 36.0401
    expect(lines(web({}, { containerDefinitions: two }))).toEqual([
      'Fargate tasks: 2 tasks × 730 h × (0.5 vCPU × $0.04048 + 1 GB × $0.004445) = 36.04',
    ])
  })

  it('cost less on ARM64, and on Windows a licence for each vCPU', () => {
    expect(lines(web({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } }))).toEqual([
      'Fargate tasks on ARM64: 2 tasks × 730 h × (0.5 vCPU × $0.03238 + 1 GB × $0.00356) = 28.84',
    ])
    // 2 × 730 × (1 × (0.09148 + 0.046) + 2 × 0.01005) = 230.07
    const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
    expect(lines(web({}, { cpu: '1024', memory: '2048', runtimePlatform: windows }))).toEqual([
      'Fargate tasks on Windows: 2 tasks × 730 h × (1 vCPU × $0.09148 + 1 vCPU licence × $0.046 + 2 GB × $0.01005) = 230.07',
    ])
  })

  it('cost storage above the 20 GiB that are included', () => {
    // 2 × 730 × 30 × 0.000111 = 4.8618
    expect(lines(web({}, { ephemeralStorage: { sizeInGiB: 50 } }))[1]).toBe(
      'Ephemeral storage above 20 GiB: 2 tasks × 730 h × 30 GiB × $0.000111 = 4.86',
    )
    expect(lines(web({}, { ephemeralStorage: { sizeInGiB: 20 } }))).toHaveLength(1)
  })

  it('are shared out to Spot by base and weight', () => {
    const strategy = {
      launchType: undefined,
      desiredCount: 10,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', base: 2, weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ],
    }
    // The base is 2; of the other 8 a quarter stays: 4 tasks, and 6 on Spot.
    expect(lines(web(strategy))).toEqual([
      'Fargate tasks: 4 tasks × 730 h × (0.5 vCPU × $0.04048 + 1 GB × $0.004445) = 72.08',
      'Fargate Spot tasks: 6 Spot tasks × 730 h × (0.5 vCPU × $0.01 + 1 GB × $0.001) = 26.28',
    ])
  })

  it('have a range where they are scaled', () => {
    const scaled = web({ desiredCount: 3 })
    const policy = element('scaling-policy', {
      PolicyName: 'web',
      ResourceId: '@{web.resourceId}',
      MinCapacity: 2,
      MaxCapacity: 10,
    })
    const { monthly, range } = estimateOf({ ...scaled, elements: { ...scaled.elements, policy } }, table)
    expect(monthly / 3).toBeCloseTo(18.02005, 5)
    expect(range.least).toBeCloseTo(2 * 18.02005, 4)
    expect(range.most).toBeCloseTo(10 * 18.02005, 4)
  })

  it('cost as long as is entered for them', () => {
    const usage = { web: { hours: 200, tasks: 1.5 } }
    expect(lines({ ...web(), estimate: { usage } })).toEqual([
      'Fargate tasks: 1.5 tasks × 200 h × (0.5 vCPU × $0.04048 + 1 GB × $0.004445) = 7.41',
    ])
    expect(lines({ ...web(), estimate: { hours: 100 } })[0]).toContain('2 tasks × 100 h')
  })

  it('with public addresses are billed for these', () => {
    const awsvpcConfiguration = { ...inSubnets.awsvpcConfiguration, assignPublicIp: 'ENABLED' }
    const design = web({ networkConfiguration: { awsvpcConfiguration } })
    expect(lines(design)[1]).toBe('Public IPv4 addresses: 2 tasks × 730 h × $0.005 = 7.30')
    expect(leftOut(design)).toEqual(['Not entered: GB to the internet a month'])
  })

  it('bring their EBS volumes', () => {
    const managedEBSVolume = { volumeType: 'gp3', sizeInGiB: 100, iops: 4000, throughput: 225 }
    // 2 × (100 × 0.08 + 1000 × 0.005 + 100 × 0.04) = 34
    expect(lines(web({ volumeConfigurations: [{ name: 'data', managedEBSVolume }] }))[1]).toBe(
      'EBS volumes of tasks: 2 tasks × (100 GiB × $0.08 + 1000 IOPS × $0.005 + 100 MiB/s × $0.04) = 34.00',
    )
  })
})

describe('a standalone task', () => {
  const nightly = alone({
    task: fargateTask({ cpu: '1024', memory: '2048' }),
    nightly: element('task', { taskDefinition: '@{task}', launchType: 'FARGATE', count: 2 }),
  })

  it('is not included until it is entered how often and how long it runs', () => {
    expect(lines(nightly)).toEqual([])
    expect(leftOut(nightly)).toEqual(['Not entered: Runs a month', 'Not entered: Minutes a run'])
  })

  it('costs its runs, each a minute at least', () => {
    const usage = { nightly: { runs: 30, minutes: 90 } }
    // 2 × 30 × 1.5 × (0.04048 + 2 × 0.004445) = 4.4433
    expect(lines({ ...nightly, estimate: { usage } })).toEqual([
      'Fargate tasks: 2 tasks × 30 runs × 1.5 h × (1 vCPU × $0.04048 + 2 GB × $0.004445) = 4.44',
    ])
    const short = { nightly: { runs: 1, minutes: 0.1 } }
    expect(estimateOf({ ...nightly, estimate: { usage: short } }, table).monthly).toBeCloseTo(0.0016457, 6)
  })
})

describe('instances', () => {
  const machines = (spec: object = {}) =>
    inMain(
      drawing({
        task: ec2Task(),
        web: service({ launchType: 'EC2', cluster: '@{main}' }),
        machines: element('container-instance', {
          cluster: '@{main}',
          InstanceType: 'm5.2xlarge',
          MinCount: 2,
          MaxCount: 2,
          BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30, VolumeType: 'gp3' } }],
          ...spec,
        }),
      }),
    )

  it('cost for themselves and their disks, by another size of their family too; ECS adds nothing', () => {
    // m5.2xlarge is four times m5.large: 2 × 730 × 0.384 = 560.64
    expect(lines(machines())).toEqual([
      'EC2 instances: m5.2xlarge: 2 instances × 730 h × $0.384 = 560.64',
      'Disks of instances: 2 instances × 30 GiB × $0.08 = 4.80',
    ])
  })

  it('belong to the cluster, and its services are named without a cost', () => {
    const [cluster] = estimateOf(machines(), table).clusters
    expect(cluster?.items).toHaveLength(2)
    expect(cluster?.runners.map(({ runner, monthly }) => [runner, monthly])).toEqual([['web', 0]])
  })

  it('of a type that the table lacks ask for its price, which then counts', () => {
    const design = machines({ InstanceType: 'p5.48xlarge' })
    expect(estimateOf(design, table).gaps).toMatchObject([{ price: 'ec2-linux-p5.48xlarge' }])
    const own = { ...design, estimate: { prices: { [REGION]: { 'ec2-linux-p5.48xlarge': 50 } } } }
    const estimate = estimateOf(own, table)
    expect(estimate.monthly).toBeCloseTo(2 * 730 * 50 + 4.8, 2)
    expect(estimate.prices.find(({ isOwn }) => isOwn)?.key).toBe('ec2-linux-p5.48xlarge')
  })

  it('of an Auto Scaling group that may be empty are asked for', () => {
    const group = element('auto-scaling-group', {
      AutoScalingGroupName: 'machines',
      MinSize: 0,
      MaxSize: 4,
      LaunchTemplateData: { InstanceType: 'm5.large' },
    })
    const design = alone({ group })
    expect(leftOut(design)).toEqual(['Not entered: Instances on average'])
    expect(lines({ ...design, estimate: { usage: { group: { instances: 3, diskGb: 10 } } } })).toEqual([
      'EC2 instances: m5.large: 3 instances × 730 h × $0.096 = 210.24',
      'Disks of instances: 3 instances × 10 GiB × $0.08 = 2.40',
    ])
  })

  it('outside AWS cost a fee', () => {
    const design = inMain(
      drawing({ task: ec2Task(), web: service({ launchType: 'EXTERNAL', cluster: '@{main}' }) }),
    )
    const usage = { main: { externalInstances: 3 } }
    expect(lines({ ...design, estimate: { usage } })).toEqual([
      'External instances: 3 instances × 730 h × $0.01025 = 22.45',
    ])
  })
})

describe('what stands around tasks', () => {
  it.each([
    ['application-load-balancer', { Scheme: 'internal' }, { lcu: 2 }, 16.425 + 730 * 2 * 0.008],
    ['application-load-balancer', { Subnets: ['a', 'b'] }, { lcu: 0, outGb: 100 }, 16.425 + 7.3 + 9],
    ['nat-gateway', {}, { gb: 50, outGb: 50 }, 32.85 + 3.65 + 2.25 + 4.5],
    ['vpc-endpoint', { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b'] }, { gb: 10 }, 14.6 + 0.1],
    ['vpc-endpoint', { VpcEndpointType: 'Gateway' }, {}, 0],
    ['efs-file-system', { ThroughputMode: 'bursting' }, { storedGb: 100 }, 30],
    ['efs-file-system', { ThroughputMode: 'elastic' }, { storedGb: 1, readGb: 10, writtenGb: 5 }, 0.9],
    ['ecr-repository', {}, { storedGb: 20 }, 2],
    ['log-group', {}, { logsGb: 10, storedGb: 100 }, 8],
    ['ebs-volume', { VolumeType: 'gp3', Size: 50 }, {}, 4],
    ['eks-cluster', {}, {}, 73],
    ['secret', {}, {}, 0.4],
    ['vpc', {}, { zoneGb: 100 }, 2],
    ['rds-database', {}, { monthly: 120.5 }, 120.5],
  ])('%s with %o and %o entered', (kind, spec, usage, dollars) => {
    const estimate = estimateOf(alone({ thing: element(kind, spec) }, { usage: { thing: usage } }), table)
    expect(estimate.gaps).toEqual([])
    expect(estimate.monthly).toBeCloseTo(dollars, 6)
  })
})

describe('what is not known', () => {
  it('has a name and counts as nothing: a Region without prices', () => {
    const { monthly, gaps } = estimateOf({ ...web(), region: 'eu-north-1' }, table)
    expect(monthly).toBe(0)
    expect(gaps.map(({ price }) => price)).toEqual(['fargate-linux-x86-vcpu', 'fargate-linux-x86-gb'])
  })

  it('another Region’s prices count only where somebody chose them', () => {
    const design = { ...web(), region: 'eu-north-1', estimate: { region: REGION } }
    const { region, isStandIn, monthly } = estimateOf(design, table)
    expect({ region, isStandIn }).toEqual({ region: REGION, isStandIn: true })
    expect(monthly).toBeCloseTo(36.04, 2)
  })

  it('references that lead nowhere, and a task definition without a size, ask', () => {
    expect(leftOut(web({ taskDefinition: '@{nobody}' }))).toEqual([])
    expect(leftOut(web({}, { cpu: 'much', memory: undefined }))).toEqual([
      'The size of its tasks is not said.',
    ])
    expect(leftOut(web({ desiredCount: undefined }))).toEqual(['Not entered: Tasks on average'])
  })
})

describe('what a cost belongs to', () => {
  it('what one service uses is its cost, what several use is their cluster’s', () => {
    const logs = (name: string) => ({
      containerDefinitions: [
        {
          name: 'web',
          image: 'web',
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': name } },
        },
      ],
    })
    const design = inMain(
      drawing({
        a: fargateTask({ family: 'a', ...logs('@{own}') }),
        b: fargateTask({ family: 'b', ...logs('@{both}') }),
        c: fargateTask({ family: 'c', ...logs('@{both}') }),
        first: service({ serviceName: 'first', taskDefinition: '@{a}', cluster: '@{main}' }),
        second: service({ serviceName: 'second', taskDefinition: '@{b}', cluster: '@{main}' }),
        third: service({ serviceName: 'third', taskDefinition: '@{c}', cluster: '@{main}' }),
        own: element('log-group', { logGroupName: 'own' }),
        both: element('log-group', { logGroupName: 'both' }),
      }),
    )
    const { gaps } = estimateOf(design, table)
    const owner = (id: string) => gaps.find(({ element: at }) => at === id)
    expect(owner('own')).toMatchObject({ runner: 'first', cluster: 'main' })
    expect(owner('both')).toMatchObject({ cluster: 'main' })
    expect(owner('both')?.runner).toBeUndefined()
  })
})

describe('the difference of two estimates', () => {
  it('is told for all, for each cluster and for each service', () => {
    const before = estimateOf(web({ desiredCount: 2 }), table)
    const after = estimateOf(web({ desiredCount: 3 }), table)
    const { total, clusters, runners, isAlike } = costDifference(before, after)
    expect(total.change).toBeCloseTo(18.02005, 5)
    expect(clusters.map(({ element: id, change }) => [id, change.toFixed(2)])).toEqual([['main', '18.02']])
    expect(runners.map(({ element: id, change }) => [id, change.toFixed(2)])).toEqual([['web', '18.02']])
    expect(isAlike).toBe(true)
  })

  it('is not the design’s alone where the prices are of another Region', () => {
    const there = estimateOf({ ...web(), region: 'eu-west-1' }, table)
    expect(costDifference(estimateOf(web(), table), there).isAlike).toBe(false)
  })
})
