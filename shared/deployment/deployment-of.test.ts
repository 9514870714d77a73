import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { kinds } from '../elements/registry'
import { drawing, element, link } from '../rules/examples'
import { inputFaults } from '../testing/aws-inputs'
import { nastyDesign } from '../testing/nasty'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import type { Deployment } from './deployment'
import { deploymentOf } from './deployment-of'
import { drawnOnly, isOfKubernetes } from './made'
import { makers } from './makers/by-kind'
import { placesIn, referencedIn } from './pieces'

const TEMPLATES = fileURLToPath(new URL('../../assets/templates/', import.meta.url))

const templates = readdirSync(TEMPLATES).map(
  (file) => [file, JSON.parse(readFileSync(TEMPLATES + file, 'utf8')) as Design] as const,
)

const designs = [
  ...templates,
  ...Object.entries(validDesigns),
  ['anything', nastyDesign(['a', 'b'], 0)] as const,
]

/** References to what is made later, or never, and to inputs that nobody is asked for. */
function early({ resources, inputs }: Deployment): readonly string[] {
  const asked = new Set(inputs.map(({ name }) => name))
  const made = new Set<string>()
  return resources.flatMap(({ id, input, after }) => {
    const early = referencedIn(input).filter((one) =>
      'input' in one ? !asked.has(one.input) : !made.has(one.resource),
    )
    const waits = after.filter((one) => !made.has(one))
    made.add(id)
    return [
      ...early.map((one) => `${id}: ${JSON.stringify(one)}`),
      ...waits.map((one) => `${id} after ${one}`),
    ]
  })
}

describe.each(designs)('%s', (name, design) => {
  const deployment = deploymentOf(design)

  test('names only what is made before, and inputs', () => {
    expect(early(deployment)).toEqual([])
  })

  test('makes calls that AWS’s own model of them has', () => {
    const faults = deployment.resources.flatMap(({ id, type, input }) =>
      inputFaults(type, input).map((fault) => `${id} ${type} ${fault}`),
    )
    // What is not drawn yet can't be there.
    expect(faults.filter((fault) => name !== 'anything' || !fault.endsWith(': missing'))).toEqual([])
  })

  test('asks for several values only where a list holds them alone, or a text may', () => {
    const several = new Set(deployment.inputs.filter(({ many }) => many).map(({ name }) => name))
    const wrong = deployment.resources.flatMap(({ id, input }) =>
      placesIn(input)
        .filter(({ reference }) => 'input' in reference && several.has(reference.input))
        .filter(({ pointer }) => !/\/0$|^\/VPCZoneIdentifier$/.test(pointer))
        .map(({ pointer }) => id + pointer),
    )
    expect(wrong).toEqual([])
  })

  test('says of every element what becomes of it', () => {
    const told = new Set([
      ...deployment.resources.map((resource) => resource.element),
      ...deployment.notes.map((note) => note.element),
    ])
    expect(Object.keys(design.elements).filter((id) => !told.has(id))).toEqual([])
  })
})

test('of every kind it is known whether AWS, Kubernetes or nobody makes it', () => {
  const unknown = kinds.filter(
    ({ kind }) => !Object.hasOwn(makers, kind) && !drawnOnly.has(kind) && !isOfKubernetes(kind),
  )
  expect(unknown.map(({ kind }) => kind)).toEqual([])
})

test('the judge finds a member that AWS does not have, one that lacks, and another type', () => {
  const listener = { LoadBalancerArn: 'x', DefaultActions: [{ Type: 1, Forwards: [] }] }
  expect(inputFaults('elbv2:CreateListener', listener)).toEqual([
    '/DefaultActions/0/Type: not a string',
    '/DefaultActions/0/Forwards: unknown',
  ])
  expect(inputFaults('elbv2:CreateListener', {})).toEqual([
    '/LoadBalancerArn: missing',
    '/DefaultActions: missing',
  ])
})

const ids = ({ resources }: Deployment) => resources.map(({ id }) => id)
const inputOf = ({ resources }: Deployment, id: string) => resources.find((one) => one.id === id)?.input

describe('a security group', () => {
  const mutual = deploymentOf(
    drawing({
      a: element('security-group', {
        SecurityGroupIngress: [{ IpProtocol: '-1', SourceSecurityGroupId: '@{b}' }],
      }),
      b: element('security-group', {
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: '@{a}' },
        ],
      }),
    }),
  )

  test('that names another which names it is made before its rules', () => {
    expect(ids(mutual)).toEqual(['a', 'b', 'b/ingress-1', 'a/ingress-1'])
  })

  test('gets a name, a description, and a VPC that is asked for', () => {
    expect(inputOf(mutual, 'a')).toEqual({ GroupName: 'a', Description: 'a', VpcId: '@{input:vpc-id}' })
    expect(mutual.inputs.map(({ name, usedBy }) => [name, usedBy.length])).toEqual([['vpc-id', 2]])
  })

  test('with outbound rules loses the one that AWS gives it', () => {
    const rules = {
      SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
    }
    expect(ids(deploymentOf(drawing({ a: element('security-group', rules) })))).toEqual([
      'a',
      'a/egress-of-aws',
      'a/egress-1',
    ])
  })
})

describe('what exists already', () => {
  const design = drawing({
    files: element('efs-file-system', {}, { existing: { fileSystemId: 'fs-0123456789abcdef0' } }),
    task: element('task-definition', {
      family: 'web',
      volumes: [{ name: 'files', efsVolumeConfiguration: { fileSystemId: '@{files}' } }],
    }),
  })

  test('is given, and its identifier written', () => {
    const deployment = deploymentOf(design)
    expect(deployment.given).toEqual({ files: { fileSystemId: 'fs-0123456789abcdef0' } })
    expect(JSON.stringify(inputOf(deployment, 'task'))).toContain('"fileSystemId":"fs-0123456789abcdef0"')
  })

  test('is asked for where the design holds another identifier of it', () => {
    const { files } = design.elements
    const without = { ...files, kind: 'efs-file-system', spec: {}, existing: { arn: 'arn:aws:x' } }
    const { inputs } = deploymentOf({ ...design, elements: { ...design.elements, files: without } })
    expect(inputs.map(({ name }) => name)).toEqual(['files-file-system-id'])
  })
})

describe('a placeholder', () => {
  const texts = (spec: Record<string, unknown>) =>
    deploymentOf(drawing({ task: element('task-definition', { family: 'web', ...spec }) }))

  test('where an identifier belongs is asked for, once', () => {
    const secrets = ['A', 'B'].map((name) => ({ name, valueFrom: '<database-arn>:key' }))
    const { inputs } = texts({ containerDefinitions: [{ name: 'web', image: '${IMAGE}', secrets }] })
    expect(inputs.map(({ name, type, usedBy }) => [name, type, usedBy.length])).toEqual([
      ['image', 'image-uri', 1],
      ['database-arn', 'arn', 2],
    ])
  })

  test('in a command is the command’s own business', () => {
    const command = ['sh', '-c', "echo '<html>' ${HOME}"]
    expect(texts({ containerDefinitions: [{ name: 'web', image: 'nginx', command }] }).inputs).toEqual([])
  })

  test('that only looks like an input of ours stays text', () => {
    const deployment = texts({ containerDefinitions: [{ name: '@{input:vpc-id}', image: 'nginx' }] })
    expect(JSON.stringify(inputOf(deployment, 'task'))).toContain('"@@{input:vpc-id}"')
  })
})

test('a VPC with ways out is made with its subnets, their routes and gateways', () => {
  const deployment = deploymentOf(
    drawing({
      net: element('vpc', { CidrBlock: '10.0.0.0/16' }),
      out: element('internet-gateway', { VpcId: '@{net}' }),
      a: element('subnet', {
        VpcId: '@{net}',
        CidrBlock: '10.0.0.0/24',
        MapPublicIpOnLaunch: true,
        Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: '@{out}' }],
      }),
      nat: element('nat-gateway', { SubnetId: '@{a}', ConnectivityType: 'public' }),
    }),
  )
  expect(deployment.inputs).toEqual([])
  expect(early(deployment)).toEqual([])
  expect(new Set(ids(deployment))).toEqual(
    new Set([
      ...['net', 'out', 'out/attachment', 'a', 'a/public-addresses', 'a/route-table'],
      ...['a/route-table-association', 'a/route-1', 'nat/address', 'nat'],
    ]),
  )
  expect(deployment.resources.find(({ id }) => id === 'a/route-1')?.after).toEqual(['out/attachment'])
})

test('a VPC that only shows what is in it is asked for', () => {
  const deployment = deploymentOf(
    drawing({
      net: element('vpc', { CidrBlock: '10.0.0.0/16' }),
      a: element('subnet', { VpcId: '@{net}', CidrBlock: '10.0.0.0/24' }),
      targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, VpcId: '@{net}' }),
    }),
  )
  expect(ids(deployment)).toEqual(['targets'])
  expect(deployment.inputs.map(({ name, element }) => [name, element])).toEqual([['net-vpc-id', 'net']])
})

test('a line to a table is a permission of the task role', () => {
  const design = drawing(
    {
      role: element('iam-role', { RoleName: 'web', AssumeRolePolicyDocument: '{}' }),
      table: element('dynamodb-table', {
        TableName: 'orders',
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      }),
      task: element('task-definition', { family: 'web', networkMode: 'awsvpc', taskRoleArn: '@{role}' }),
    },
    { calls: link('task', 'calls', 'table') },
  )
  const deployment = deploymentOf(design)
  const policy = deployment.resources.find(({ type }) => type === 'iam:PutRolePolicy')
  expect(policy?.input.PolicyDocument).toContain('dynamodb:GetItem')
  expect(policy?.input.PolicyDocument).toContain('@{table.arn}')
  expect(deployment.notes.filter(({ code }) => code === 'added').map(({ text }) => english(text))).toEqual([
    expect.stringContaining('because “web” uses “orders”'),
  ])
})

test('what names itself in a circle is told, and nothing is lost', () => {
  const queue = (other: string) => ({
    Attributes: { RedrivePolicy: `{"deadLetterTargetArn":"@{${other}.arn}"}` },
  })
  const deployment = deploymentOf(
    drawing({ a: element('sqs-queue', queue('b')), b: element('sqs-queue', queue('a')) }),
  )
  expect(ids(deployment)).toEqual(['a', 'b'])
  expect(deployment.notes.filter(({ code }) => code === 'to-do').map(({ element }) => element)).toEqual(['a'])
})

test('a reference that names no attribute is to what AWS wants in its place', () => {
  const deployment = deploymentOf(
    drawing({
      main: element('cluster', { clusterName: 'shop' }),
      web: element('service', { serviceName: 'web', cluster: '@{main}', taskDefinition: '@{task}' }),
      task: element('task-definition', { family: 'web', containerDefinitions: [] }),
      more: element('scaling-policy', { PolicyName: 'more', ResourceId: '@{web}', MaxCapacity: 4 }),
      role: element('iam-role', { RoleName: 'instances' }),
      there: element('iam-role', {}, { existing: { arn: 'arn:aws:iam::123456789012:role/ops/agents' } }),
      profile: element('instance-profile', { InstanceProfileName: 'p', Roles: ['@{role}'] }),
      other: element('instance-profile', { InstanceProfileName: 'o', Roles: ['@{there}'] }),
    }),
  )
  expect(inputOf(deployment, 'more/target')?.ResourceId).toBe('service/@{main.name}/@{web.serviceName}')
  expect(inputOf(deployment, 'more')?.ResourceId).toBe('service/@{main.name}/@{web.serviceName}')
  expect(inputOf(deployment, 'profile/role')?.RoleName).toBe('@{role.name}')
  expect(inputOf(deployment, 'other/role')?.RoleName).toBe('agents')
})

test('a task definition that names its service is made first, with the name as it is', () => {
  const deployment = deploymentOf(
    drawing({
      web: element('service', { serviceName: 'shop', desiredCount: 1, taskDefinition: '@{task}' }),
      task: element('task-definition', {
        family: 'web',
        containerDefinitions: [
          { name: 'web', image: 'nginx', environment: [{ name: 'SERVICE', value: '@{web.serviceName}' }] },
        ],
      }),
    }),
  )
  expect(ids(deployment)).toEqual(['task', 'web'])
  expect(JSON.stringify(inputOf(deployment, 'task'))).toContain('"value":"shop"')
})
