/** Services, clusters and answers of the AWS CLI, ecspresso's projects and App2Container's files as designs. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { describedMembers } from '../aws/facts/described-members'
import { describeFailure } from '../basics/result'
import type { Design } from '../design/design'
import { ecsClusterExport } from '../exports/ecs-cluster'
import { ecsServiceExport } from '../exports/ecs-service'
import { answerMembers, inputMembers } from '../testing/aws-inputs'
import { corpusFiles, corpusFolder } from '../testing/corpus'
import { lostIn } from '../testing/leaves'
import { english } from '../texts/text'
import { formatOf, importFiles } from './import-files'
import type { Imported } from './report'

const TEMPLATES = fileURLToPath(new URL('../../assets/templates/', import.meta.url))

function imported(files: Readonly<Record<string, unknown>>): Imported {
  const sources = Object.entries(files).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }))
  const result = importFiles(sources)
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}

const ofKind = ({ elements }: Design, kind: string) =>
  Object.values(elements).filter((one) => one.kind === kind)
const told = ({ report }: Imported, code: string) =>
  report.notes.filter((note) => note.code === code).map(({ pointer, text }) => `${pointer} ${english(text)}`)

const SERVICE = {
  cluster: 'shop',
  serviceName: 'orders',
  taskDefinition: 'orders:7',
  desiredCount: 2,
  launchType: 'FARGATE',
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-1'] },
  },
}

describe('a service', () => {
  test('of a create-service input is connected with what it names', () => {
    const { design } = imported({ 'service.json': SERVICE })
    expect(design.elements.orders).toEqual({
      kind: 'service',
      spec: {
        ...SERVICE,
        cluster: '@{shop-cluster.name}',
        taskDefinition: '@{orders-task.family}:7',
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['@{subnet-a.subnetId}', '@{subnet-b.subnetId}'],
            securityGroups: ['@{sg-1.groupId}'],
          },
        },
      },
    })
  })

  test('goes out as it came in', () => {
    const [file] = ecsServiceExport.export(imported({ 'service.json': SERVICE }).design).files
    expect(file?.name).toBe('orders.json')
    expect(JSON.parse(file?.content ?? '')).toEqual(SERVICE)
  })

  test('of an update takes its name from “service”, and no orders', () => {
    const update = { cluster: 'shop', service: 'orders', taskDefinition: 'orders', forceNewDeployment: true }
    const all = imported({ 'a.json': update })
    expect(all.design.elements.orders?.spec).toMatchObject({ serviceName: 'orders' })
    expect(told(all, 'order')).toEqual([expect.stringContaining('/forceNewDeployment')])
  })

  test('of an answer is what makes one, and of its deployment only what is the service’s', () => {
    const { cluster: _, ...rest } = SERVICE
    const answer = {
      services: [
        {
          ...rest,
          serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/orders',
          clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
          taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7',
          status: 'ACTIVE',
          runningCount: 2,
          deployments: [
            { status: 'ACTIVE', serviceConnectConfiguration: { enabled: false } },
            { status: 'PRIMARY', serviceConnectConfiguration: { enabled: true, namespace: 'shop' } },
          ],
        },
      ],
      failures: [],
    }
    const all = imported({ 'answer.json': answer })
    expect(all.design).toMatchObject({ region: 'eu-west-1', account: '123456789012' })
    const [file] = ecsServiceExport.export(all.design).files
    expect(JSON.parse(file?.content ?? '')).toEqual({
      ...SERVICE,
      serviceConnectConfiguration: { enabled: true, namespace: 'shop' },
    })
    expect(lostIn(all, 'answer.json', answer)).toEqual([])
  })
})

test('a run-task input is a task', () => {
  const run = { cluster: 'shop', taskDefinition: 'report', count: 2, startedBy: 'nightly' }
  const { design } = imported({ 'run.json': run })
  expect(ofKind(design, 'task')[0]).toMatchObject({ label: 'nightly', spec: { count: 2 } })
})

describe('a folder', () => {
  const files = {
    'cluster.json': { clusterName: 'shop', settings: [{ name: 'containerInsights', value: 'enhanced' }] },
    'service.json': {
      ...SERVICE,
      loadBalancers: [
        { targetGroupArn: ARNS('targetgroup/orders/1'), containerName: 'web', containerPort: 80 },
      ],
    },
    'taskdef.json': { family: 'orders', containerDefinitions: [{ name: 'web', image: 'nginx' }] },
    'listeners.json': {
      Listeners: [
        {
          ListenerArn: ARNS('listener/app/shop/2/3'),
          LoadBalancerArn: ARNS('loadbalancer/app/shop/2'),
          Port: 443,
          Protocol: 'HTTPS',
          DefaultActions: [{ Type: 'forward', TargetGroupArn: ARNS('targetgroup/orders/1') }],
        },
      ],
    },
    'load-balancers.json': {
      LoadBalancers: [
        {
          LoadBalancerArn: ARNS('loadbalancer/app/shop/2'),
          LoadBalancerName: 'shop',
          DNSName: 'shop-2.eu-west-1.elb.amazonaws.com',
          Type: 'application',
          Scheme: 'internet-facing',
          VpcId: 'vpc-1',
          State: { Code: 'active' },
          SecurityGroups: ['sg-2'],
          AvailabilityZones: [{ ZoneName: 'eu-west-1a', SubnetId: 'subnet-a' }],
        },
      ],
    },
    'target-groups.json': {
      TargetGroups: [
        {
          TargetGroupArn: ARNS('targetgroup/orders/1'),
          TargetGroupName: 'orders',
          Protocol: 'HTTP',
          Port: 80,
          VpcId: 'vpc-1',
          TargetType: 'ip',
          LoadBalancerArns: [ARNS('loadbalancer/app/shop/2')],
        },
      ],
    },
  }

  test('is one connected design', () => {
    const all = imported(files)
    const { elements } = all.design
    const targets = Object.keys(elements).find((id) => elements[id]?.kind === 'target-group')
    expect(ofKind(all.design, 'target-group')).toEqual([
      {
        kind: 'target-group',
        existing: { arn: ARNS('targetgroup/orders/1') },
        spec: { Name: 'orders', Protocol: 'HTTP', Port: 80, VpcId: '@{vpc-1.vpcId}', TargetType: 'ip' },
      },
    ])
    expect(ofKind(all.design, 'application-load-balancer')[0]?.spec).toMatchObject({
      Subnets: ['@{subnet-a.subnetId}'],
      Listeners: [{ Port: 443, DefaultActions: [{ TargetGroupArn: `@{${targets}.arn}` }] }],
    })
    expect(elements.orders?.spec.loadBalancers).toMatchObject([{ targetGroupArn: `@{${targets}.arn}` }])
    expect(ofKind(all.design, 'task-definition')).toHaveLength(1)
    expect(ofKind(all.design, 'cluster')).toEqual([{ kind: 'cluster', spec: files['cluster.json'] }])
    for (const [name, value] of Object.entries(files))
      expect([name, lostIn(all, name, value)]).toEqual([name, []])
  })

  test('says of a listener that its load balancer is missing', () => {
    expect(told(imported({ 'listeners.json': files['listeners.json'] }), 'no-load-balancer')).toHaveLength(1)
  })

  test('gives its cluster back as it came', () => {
    const [file] = ecsClusterExport.export(imported(files).design).files
    expect(JSON.parse(file?.content ?? '')).toEqual(files['cluster.json'])
  })
})

function ARNS(resource: string): string {
  return `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${resource}`
}

describe('an ecspresso project', () => {
  const files = {
    'app/ecspresso.yml': `region: eu-west-1
cluster: shop
service: orders
service_definition: ecs-service-def.json
task_definition: ecs-task-def.json
timeout: 10m0s
`,
    'app/ecs-service-def.json': {
      desiredCount: 1,
      deploymentConfiguration: { maximumPercent: 200 },
      launchType: '{{ must_env `LAUNCH` }}',
    },
    'app/ecs-task-def.json': {
      family: 'orders',
      containerDefinitions: [{ name: 'web', image: '{{ must_env `IMAGE` }}' }],
    },
  }

  test('brings its files together, with its marks as they are written', () => {
    const all = imported(files)
    expect(all.design).toMatchObject({ name: 'orders', region: 'eu-west-1' })
    const [service] = ofKind(all.design, 'service')
    expect(service?.spec).toEqual({
      serviceName: 'orders',
      cluster: '@{shop-cluster.name}',
      taskDefinition: '@{orders-task}',
      desiredCount: 1,
      deploymentConfiguration: { maximumPercent: 200 },
      launchType: '{{ must_env `LAUNCH` }}',
    })
    expect(JSON.stringify(all.design)).toContain('{{ must_env `IMAGE` }}')
    expect(told(all, 'tool-setting')).toEqual([expect.stringContaining('“timeout”')])
    expect(told(all, 'file-not-given')).toEqual([])
  })

  test('says which of its files were not given', () => {
    const all = imported({ 'ecspresso.yml': files['app/ecspresso.yml'] })
    expect(told(all, 'file-not-given')).toHaveLength(2)
    expect(ofKind(all.design, 'service')[0]?.spec).toMatchObject({ serviceName: 'orders' })
  })
})

describe('an App2Container deployment', () => {
  const deployment = (ecs: object, others: object = {}) => ({
    a2CTemplateVersion: '3.1',
    applicationId: 'shop-1',
    imageName: 'shop',
    exposedPorts: [{ localPort: 8080, protocol: 'tcp6' }],
    environment: [],
    ecrParameters: { ecrRepoTag: 'v1' },
    ecsParameters: { createEcsArtifacts: true, deployTarget: 'FARGATE', cpu: 2, memory: 4096, ...ecs },
    ...others,
  })
  const task = (value: object) =>
    ofKind(imported({ 'deployment.json': value }).design, 'task-definition')[0]?.spec

  test.each([
    [2, '2048'],
    [0.5, '512'],
    [32, '32768'],
    [512, '512'],
    [0, undefined],
  ])('with cpu %s has the task CPU %s', (cpu, units) => {
    expect(task(deployment({ cpu }))?.cpu).toBe(units)
  })

  test('reads a protocol of IPv6 as its own', () => {
    expect(task(deployment({}))).toMatchObject({
      networkMode: 'awsvpc',
      containerDefinitions: [{ name: 'shop', portMappings: [{ containerPort: 8080, protocol: 'tcp' }] }],
    })
  })

  test('that is public has a load balancer on the internet; one that is not has none', () => {
    const kinds = (publicApp: boolean) =>
      ofKind(imported({ 'a.json': deployment({ publicApp }) }).design, 'application-load-balancer')
    expect(kinds(true)).toMatchObject([{ spec: { Scheme: 'internet-facing' } }])
    expect(kinds(false)).toEqual([])
  })

  test('takes empty texts and zeros for not set', () => {
    const all = imported({
      'a.json': deployment({ memory: 0, stackName: '', reuseResources: { vpcId: '' } }),
    })
    expect(ofKind(all.design, 'vpc')).toEqual([])
    expect(ofKind(all.design, 'cluster')[0]?.spec).toEqual({ clusterName: 'shop-1' })
  })

  test('warns unless exactly one way is chosen', () => {
    const warned = (eks: boolean, ecs: boolean) =>
      told(
        imported({
          'a.json': deployment({ createEcsArtifacts: ecs }, { eksParameters: { createEksArtifacts: eks } }),
        }),
        'artifacts',
      ).length
    expect([warned(true, true), warned(false, true), warned(false, false), warned(true, false)]).toEqual([
      1, 0, 1, 0,
    ])
  })

  test('for EKS is a workload of an EKS cluster, and no service', () => {
    const { design } = imported({
      'a.json': deployment(
        { createEcsArtifacts: false },
        { eksParameters: { createEksArtifacts: true, stackName: 'shop' } },
      ),
    })
    expect(ofKind(design, 'kubernetes-workload')).toMatchObject([{ inside: 'shop-eks' }])
    expect(ofKind(design, 'service')).toEqual([])
  })
})

test.each(readdirSync(TEMPLATES))('services and clusters of %s come back as they went out', (name) => {
  const design = JSON.parse(readFileSync(TEMPLATES + name, 'utf8')) as Design
  for (const format of [ecsServiceExport, ecsClusterExport]) {
    for (const { name: file, content } of format.export(design).files) {
      const again = format.export(imported({ [file]: content }).design).files
      expect(again.map((one) => [one.name, JSON.parse(one.content)])).toEqual([[file, JSON.parse(content)]])
    }
  }
})

const inputs = ['services', 'app2container'].flatMap((folder) =>
  corpusFiles(folder).map((file) => [`${folder}/${file}`] as const),
)

describe.skipIf(inputs.length === 0)('of the corpus', () => {
  test.each(inputs)('%s: nothing is lost silently', (path) => {
    const text = readFileSync(corpusFolder('') + path, 'utf8')
    expect(formatOf({ name: 'x', text })?.id).toBe(
      path.startsWith('services/') ? 'ecs-service' : 'app2container',
    )
    const all = imported({ 'x.json': text })
    expect(lostIn(all, 'x.json', JSON.parse(text))).toEqual([])
  })

  const written = inputs.flatMap(([path]) => {
    const value = JSON.parse(readFileSync(corpusFolder('') + path, 'utf8'))
    return typeof value.serviceName === 'string' ? [[path, value] as const] : []
  })

  test.each(written)('%s goes out as it came in', (_, value) => {
    const [file] = ecsServiceExport.export(imported({ 'x.json': value }).design).files
    expect(JSON.parse(file?.content ?? '')).toEqual(value)
  })
})

describe('what only answers hold is in the SDK’s model of the answer, and not in that of the input', () => {
  test.each([
    ['service', 'ecs:DescribeServices', 'services[0]', 'ecs:CreateService'],
    ['cluster', 'ecs:DescribeClusters', 'clusters[0]', 'ecs:CreateCluster'],
    [
      'capacity-provider',
      'ecs:DescribeCapacityProviders',
      'capacityProviders[0]',
      'ecs:CreateCapacityProvider',
    ],
    ['ecr-repository', 'ecr:DescribeRepositories', 'repositories[0]', 'ecr:CreateRepository'],
    ['efs-file-system', 'efs:DescribeFileSystems', 'FileSystems[0]', 'efs:CreateFileSystem'],
    ['target-group', 'elbv2:DescribeTargetGroups', 'TargetGroups[0]', 'elbv2:CreateTargetGroup'],
    ['load-balancer', 'elbv2:DescribeLoadBalancers', 'LoadBalancers[0]', 'elbv2:CreateLoadBalancer'],
  ])('%s', (kind, describes, at, creates) => {
    const taken = new Set(inputMembers(creates))
    const only = answerMembers(describes, at).filter((member) => !taken.has(member))
    expect([...(describedMembers[kind] ?? [])].sort()).toEqual([...only].sort())
  })
})
