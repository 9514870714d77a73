import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { memo } from '../basics/memo'
import { type Design, type Element, emptyDesign } from '../design/design'
import { parseYaml } from '../imports/reading/yaml'
import { drawing, element, fargateTask, service } from '../rules/examples'
import { design as anyDesign } from '../testing/arbitraries'
import { validationOf } from '../testing/cloudformation'
import { fargate } from '../testing/parts'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { cloudFormationExport } from './cloudformation'
import { terraformExport } from './terraform'

const designs = [...Object.entries(templates), ...Object.entries(validDesigns)]

const textOf = memo((design: Design) => cloudFormationExport.export(design).files[0]?.content ?? '')

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever it is.
type Template = any

function templateOf(design: Design): Template {
  const read = parseYaml(textOf(design), 'template.yaml')
  if (!read.ok) throw new Error('It is no YAML.')
  return read.value.values[0]
}

const designOf = (elements: Record<string, Element>): Design => ({ ...emptyDesign('Test'), elements })

describe('AWS’s own validator finds nothing wrong in', () => {
  // What it says for information is about any stack: that names make updates replace things, that tags are none.
  test.each(Object.entries(templates))('%s', (_, design) => {
    expect(validationOf(textOf(design))).toEqual([])
  })

  test('and it would find what is wrong', () => {
    const wrong = textOf(drawing({ task: fargateTask() })).replace(
      'NetworkMode: awsvpc',
      'NetworkMode: none-such',
    )
    expect(validationOf(wrong)).not.toEqual([])
  })
})

const db = loadAwsServiceSpecSync()

test.each(designs)(
  'every resource of %s has all members that its schema asks for, and no other',
  (_, design) => {
    const { Resources } = templateOf(design)
    for (const [name, { Type, Properties = {} }] of Object.entries<Template>(Resources)) {
      const [schema] = db.lookup('resource', 'cloudFormationType', 'equals', Type)
      const properties = Object.entries(schema?.properties ?? {})
      const required = properties.filter(([, property]) => property.required).map(([member]) => member)
      expect([name, Object.keys(Properties)]).toEqual([name, expect.arrayContaining(required)])
      const unknown = Object.keys(Properties).filter(
        (member) => !properties.some(([known]) => known === member),
      )
      expect([name, unknown]).toEqual([name, []])
    }
  },
)

test.each(designs)('every name in %s is of the template', (_, design) => {
  const template = templateOf(design)
  const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})])
  const names: string[] = []
  const visit = (value: Template): void => {
    if (typeof value !== 'object' || value === null) return
    if (typeof value.Ref === 'string') names.push(value.Ref)
    if (Array.isArray(value['Fn::GetAtt'])) names.push(value['Fn::GetAtt'][0])
    if (typeof value['Fn::Sub'] === 'string') {
      for (const [, name = ''] of value['Fn::Sub'].matchAll(/\$\{([^!}.]+)/g)) names.push(name)
    }
    for (const item of Object.values(value)) visit(item)
  }
  visit(template)
  for (const { DependsOn = [] } of Object.values<Template>(template.Resources))
    names.push(...[DependsOn].flat())
  expect(names.filter((name) => !known.has(name) && !name.startsWith('AWS::'))).toEqual([])
})

describe('what a design says is a reference where CloudFormation knows it', () => {
  const { Resources } = templateOf(
    designOf({
      main: fargate,
      web: service({ cluster: '@{main}', launchType: 'FARGATE', enableECSManagedTags: true }),
      task: fargateTask({
        taskRoleArn: '@{role}',
        containerDefinitions: [
          {
            name: 'web',
            image: '@{images.uri}:1',
            environment: [
              { name: 'QUEUE', value: '@{jobs.url}' },
              { name: 'PLACEHOLDER', value: '${HOME}/x' },
              { name: 'BOTH', value: '@{jobs.name} of ${HOME}' },
            ],
          },
        ],
      }),
      role: element('iam-role', {
        RoleName: 'web',
        AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
        Policies: [
          {
            PolicyName: 'logs',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'logs:*', Resource: ['@{logs.arn}', '@{logs.arn}:*'] }],
            },
          },
        ],
      }),
      images: element('ecr-repository', { repositoryName: 'web' }),
      jobs: element('sqs-queue', { QueueName: 'jobs', Attributes: { VisibilityTimeout: '60' } }),
      logs: element('log-group', { logGroupName: '/ecs/web', tags: { team: 'shop' } }),
    }),
  )

  test('of a service to its cluster and its task definition', () => {
    expect(Resources.Web.Properties).toMatchObject({
      Cluster: { Ref: 'Main' },
      TaskDefinition: { Ref: 'Task' },
      EnableECSManagedTags: true,
    })
  })

  test('in texts, where other placeholders stay what they are', () => {
    const [{ Image, Environment }] = Resources.Task.Properties.ContainerDefinitions
    expect(Image).toEqual({ 'Fn::Sub': '${Images.RepositoryUri}:1' })
    expect(Environment.map(({ Value }: Template) => Value)).toEqual([
      { Ref: 'Jobs' },
      '${HOME}/x',
      { 'Fn::Sub': '${Jobs.QueueName} of ${!HOME}' },
    ])
  })

  test('in policies, and to a log group whose streams are meant', () => {
    const [{ PolicyDocument }] = Resources.Role.Properties.Policies
    expect(PolicyDocument.Statement[0].Resource).toEqual([
      { 'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Logs}' },
      { 'Fn::GetAtt': ['Logs', 'Arn'] },
    ])
  })

  test('and forms are CloudFormation’s', () => {
    expect(Resources.Jobs.Properties).toEqual({ QueueName: 'jobs', VisibilityTimeout: 60 })
    expect(Resources.Logs.Properties.Tags).toEqual([{ Key: 'team', Value: 'shop' }])
    expect(Resources.Role.Properties.AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [],
    })
  })
})

test('what is not drawn is a parameter of the right type, and said to be', () => {
  const { Parameters } = templateOf(
    drawing({
      balancer: element('application-load-balancer', {
        Name: 'web',
        Listeners: [
          {
            Protocol: 'HTTPS',
            Port: 443,
            Certificates: [{ CertificateArn: '<certificate-arn>' }],
            DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }],
          },
        ],
      }),
      targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80 }),
      token: element('ssm-parameter', { Name: '/web/token', Type: 'String' }),
    }),
  )
  expect(Parameters).toMatchObject({
    VpcId: { Type: 'AWS::EC2::VPC::Id' },
    PublicSubnetIds: { Type: 'List<AWS::EC2::Subnet::Id>' },
    CertificateArn: { Type: 'String' },
    TokenValue: { Type: 'String', NoEcho: true },
  })
})

test('security groups that name each other get their rules as resources', () => {
  const group = (other: string) =>
    element('security-group', {
      GroupName: other,
      Description: 'x',
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 1, ToPort: 1, SourceSecurityGroupId: `@{${other}}` },
      ],
    })
  const { Resources } = templateOf(designOf({ a: group('b'), b: group('a'), self: group('self') }))
  const rules = Object.values<Template>(Resources).filter(
    ({ Type }) => Type === 'AWS::EC2::SecurityGroupIngress',
  )
  // One of the circle's is enough.
  expect(rules.map(({ Properties }) => Properties.GroupId['Fn::GetAtt'][0]).sort()).toEqual(['A', 'Self'])
})

test('a service waits for the listener that its target group needs', () => {
  const { Resources } = templateOf(
    validDesigns['a Fargate web service behind HTTPS, with NAT gateways'] as Design,
  )
  expect(Resources.Web.DependsOn).toContain('BalancerListener443')
})

test('instances are told by user data to join the drawn cluster', () => {
  const { Resources } = templateOf(
    validDesigns['a web service in bridge mode and a daemon on an Auto Scaling group'] as Design,
  )
  const { UserData, ImageId } = Resources.InstancesLaunchTemplate.Properties.LaunchTemplateData
  expect(UserData['Fn::Base64']['Fn::Sub']).toContain('ECS_CLUSTER=${Main} >>')
  expect(ImageId).toMatch(/^\{\{resolve:ssm:.*\}\}$/)
})

test('nothing is lost without a word', () => {
  const { notes } = cloudFormationExport.export(
    drawing(
      {
        users: element('users'),
        nightly: element('task', { cluster: '@{main}', taskDefinition: '@{task}' }),
        main: fargate,
        task: fargateTask(),
        web: service({ cluster: '@{main}', gatewayConnectors: [{ name: 'x' }] }),
        login: element('secret', { Name: 'login' }),
      },
      { visits: { from: 'users', to: 'web', meaning: 'traffic' } },
    ),
  )
  const said = notes.map(({ text }) => english(text))
  expect(said).toContainEqual(expect.stringContaining('“gatewayConnectors”'))
  expect(said).toContainEqual(expect.stringContaining('ecs:RunTask'))
  expect(said).toContainEqual(expect.stringContaining('Only the drawing says that'))
  expect(said).toContainEqual(expect.stringContaining('made without a value'))
  expect(notes.map(({ element }) => element)).toContain('users')
})

test('texts that YAML 1.1 takes for something else are quoted', () => {
  const texts = [
    'on',
    'yes',
    '12:30',
    '0755',
    '2010-09-09',
    '1e3',
    '~',
    'null',
    '- a',
    'a: b',
    'a #b',
    '&a',
    '*a',
    '!a',
  ]
  const environment = texts.map((value, i) => ({ name: `V${i}`, value }))
  const text = textOf(
    designOf({ task: fargateTask({ containerDefinitions: [{ name: 'a', image: 'a', environment }] }) }),
  )
  const read = parse(text, { version: '1.1', logLevel: 'silent' })
  const [container] = read.Resources.Task.Properties.ContainerDefinitions
  expect(container.Environment.map(({ Value }: Template) => Value)).toEqual(texts)
})

test('any design exports, to the same bytes every time', () => {
  fc.assert(
    fc.property(anyDesign, (random) => {
      const first = cloudFormationExport.export(random)
      expect(cloudFormationExport.export(structuredClone(random))).toEqual(first)
      for (const { content } of first.files) expect(parseYaml(content, 'a.yaml')).toMatchObject({ ok: true })
    }),
    { numRuns: 20 },
  )
})

test('a design of nothing that AWS makes gives no file, and says so', () => {
  expect(cloudFormationExport.export(emptyDesign('Test'))).toMatchObject({
    files: [],
    notes: [{ code: 'nothing' }],
  })
})

test('a SecureString is made beside the stack, which names it as it will be called', () => {
  const design = drawing({
    token: element('ssm-parameter', { Name: '/web/token', Type: 'SecureString' }),
    task: element('task-definition', {
      family: 'web',
      containerDefinitions: [
        { name: 'web', image: 'nginx', secrets: [{ name: 'TOKEN', valueFrom: '@{token.arn}' }] },
      ],
    }),
  })
  const { Resources, Parameters } = templateOf(design)
  expect(Object.keys(Resources)).toEqual(['Task'])
  expect(Parameters).toBeUndefined()
  expect(Resources.Task.Properties.ContainerDefinitions[0].Secrets[0].ValueFrom).toEqual({
    'Fn::Sub': 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/web/token',
  })
  expect(cloudFormationExport.export(design).notes.map(({ text }) => english(text))).toContain(
    'SSM parameter “/web/token” is not in the template, since CloudFormation can’t make a SecureString. Make it by the AWS CLI before the stack.',
  )
})

test('instances that are several are told to be one', () => {
  const instances = { ImageId: 'ami-0123456789abcdef0', InstanceType: 'm7g.large', MinCount: 1, MaxCount: 3 }
  const design = drawing({ fleet: element('container-instance', instances) })
  const told =
    '“fleet” stands for 3 instances and is written as one. Copy it as often, or draw an Auto Scaling group.'
  for (const format of [cloudFormationExport, terraformExport])
    expect(format.export(design).notes.map(({ text }) => english(text))).toContain(told)
  const single = drawing({ one: element('container-instance', { ...instances, MaxCount: 1 }) })
  expect(cloudFormationExport.export(single).notes.map(({ code }) => code)).not.toContain('left-out')
})
