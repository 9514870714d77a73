import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sameJson } from '../basics/json'
import { describeFailure } from '../basics/result'
import { deploymentOf } from '../deployment/deployment-of'
import type { Design } from '../design/design'
import { cloudFormationExport } from '../exports/cloudformation'
import { graphOf } from '../graph/graph'
import { corpusFiles, corpusFolder } from '../testing/corpus'
import { lostIn } from '../testing/leaves'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { cloudFormationImport } from './cloudformation'
import { importFiles } from './import-files'
import { documentsOf } from './reading/documents'
import type { Imported } from './report'

function imported(text: string, name = 'template.yaml'): Imported {
  const result = importFiles([{ name, text }], { format: cloudFormationImport })
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}

const exported = (design: Design) => cloudFormationExport.export(design).files[0]?.content ?? ''

describe('recognised by content', () => {
  const recognises = (text: string) => cloudFormationImport.recognises({ name: 'x', text })

  test.each([
    ['a version', 'AWSTemplateFormatVersion: "2010-09-09"'],
    ['a version without quotes', 'AWSTemplateFormatVersion: 2010-09-09\nResources: {}'],
    ['a type of AWS', 'Resources: {A: {Type: "AWS::SQS::Queue"}}'],
    [
      'a type of SAM',
      'Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: "AWS::Serverless::Function"}}',
    ],
    ['JSON', '{"Resources": {"A": {"Type": "AWS::SQS::Queue"}}}'],
  ])('%s', (_, text) => expect(recognises(text)).toBe(true))

  test.each([
    ['Compose', 'services: {web: {image: nginx}}'],
    ['Kubernetes', 'apiVersion: v1\nkind: Pod'],
    ['a task definition', '{"family": "a", "containerDefinitions": []}'],
    ['nothing', ''],
  ])('not %s', (_, text) => expect(recognises(text)).toBe(false))
})

const SHOP = `
AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  VpcId: {Type: "AWS::EC2::VPC::Id"}
  SubnetIds: {Type: "List<AWS::EC2::Subnet::Id>"}
  Image: {Type: String, Default: nginx}
  Count: {Type: Number, Default: 2}
  Token: {Type: String, NoEcho: true, Default: hunter2}
Conditions:
  IsLarge: !Equals [!Ref Count, 10]
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
  TaskRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}
  Rights:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: rights
      PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "sqs:*", Resource: !GetAtt Jobs.Arn}]}
      Roles: [!Ref TaskRole]
  Jobs:
    Type: AWS::SQS::Queue
    Properties: {VisibilityTimeout: 60}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Join ["-", [!Ref "AWS::StackName", web]]
      Cpu: 256
      TaskRoleArn: !GetAtt TaskRole.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Ref Image
          Essential: "true"
          PortMappings: [{ContainerPort: "80"}]
          Environment:
            - {Name: QUEUE, Value: !Sub "\${Jobs} in \${AWS::Region}"}
            - {Name: LITERAL, Value: "\${Image} is just text"}
            - !If [IsLarge, {Name: LARGE, Value: "1"}, !Ref "AWS::NoValue"]
          LogConfiguration:
            LogDriver: awslogs
            Options: {awslogs-group: !Ref Logs, Some-Option: kept}
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: {RetentionInDays: 7}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Subnets: !Ref SubnetIds}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {VpcId: !Ref VpcId, Port: 80, Protocol: HTTP, TargetType: ip}
  Service:
    Type: AWS::ECS::Service
    DependsOn: Listener
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      DesiredCount: !Ref Count
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref SubnetIds}}
      LoadBalancers: [{TargetGroupArn: !Ref Targets, ContainerName: web, ContainerPort: 80}]
  Scaled:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: !Sub "service/\${Cluster}/\${Service.Name}"
      MinCapacity: 1
      MaxCapacity: 4
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Scaled
      TargetTrackingScalingPolicyConfiguration: {TargetValue: 50}
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: nightly
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt TaskRole.Arn
          EcsParameters: {TaskDefinitionArn: !Ref Task, TaskCount: 3}
  Function:
    Type: AWS::Lambda::Function
    Properties: {Handler: index.handler, Role: !GetAtt TaskRole.Arn}
  Login:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: hunter2}
Outputs:
  Address: {Value: !GetAtt Balancer.DNSName}
`

// biome-ignore lint/suspicious/noExplicitAny: a spec of any kind.
type Loose = any

describe('a template', () => {
  const { design, report } = imported(SHOP)
  const spec = (id: string) => design.elements[id]?.spec as Loose
  const lines = graphOf(design).connections.map(({ from, meaning, to }) => `${from} ${meaning} ${to}`)

  test('becomes lines where functions point at resources', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'service in-cluster cluster',
        'service runs task',
        'service registers targets',
        'balancer forwards targets',
        'task task-role task-role',
        'task logs-to logs',
        'targets in-network vpc',
        'policy scales service',
      ]),
    )
    expect(graphOf(design).dangling.get('service')).toBeUndefined()
  })

  test('has values of the API, whatever CloudFormation takes for them', () => {
    const [container] = spec('task').containerDefinitions as Loose[]
    expect(spec('task').cpu).toBe('256')
    expect(container).toMatchObject({ essential: true, portMappings: [{ containerPort: 80 }] })
    expect(spec('jobs').Attributes).toEqual({ VisibilityTimeout: '60' })
    expect(container?.logConfiguration).toEqual({
      logDriver: 'awslogs',
      options: { 'awslogs-group': '@{logs}', 'Some-Option': 'kept' },
    })
  })

  test('keeps as text what only CloudFormation knows, and as it was written what is more than a text', () => {
    const [container] = spec('task').containerDefinitions as Loose[]
    expect(spec('task').family).toBe('${AWS::StackName}-web')
    expect(spec('service').desiredCount).toBe('${Count}')
    expect(spec('balancer').Subnets).toBe('${SubnetIds}')
    expect(container?.environment).toEqual([
      { name: 'QUEUE', value: '@{jobs.url} in ${AWS::Region}' },
      { name: 'LITERAL', value: '${!Image} is just text' },
      { 'Fn::If': ['IsLarge', { Name: 'LARGE', Value: '1' }, { Ref: 'AWS::NoValue' }] },
    ])
  })

  test('gives parts to the elements that they are of', () => {
    expect(spec('task-role').Policies).toMatchObject([{ PolicyName: 'rights' }])
    expect(spec('policy')).toMatchObject({
      ResourceId: '@{service.resourceId}',
      MinCapacity: 1,
      MaxCapacity: 4,
    })
    expect(design.elements.nightly).toMatchObject({ kind: 'task', spec: { count: 3 } })
    expect(design.elements.vpc?.existing).toEqual({ vpcId: '${VpcId}' })
  })

  test('holds no secret, and says which were left out', () => {
    expect(JSON.stringify(design)).not.toContain('hunter2')
    expect(report.notes.filter(({ code }) => code === 'secret-value').map(({ pointer }) => pointer)).toEqual([
      '/Resources/Login/Properties/SecretString',
      '/Parameters/Token/Default',
    ])
  })

  test('says what became of each place', () => {
    const at = (pointer: string) =>
      report.notes
        .filter((note) => note.pointer === pointer)
        .map(({ kind, text }) => `${kind}: ${english(text)}`)
    expect(at('/Resources/Service/Properties/Cluster')).toEqual([
      'mapped: “!Ref Cluster” became a reference.'.replace(/[“”]/g, ''),
    ])
    expect(at('/Resources/Function')[0]).toMatch(/^kept: .*AWS::Lambda::Function/)
    expect(at('/Conditions/IsLarge')).toHaveLength(1)
    expect(lostIn({ design, report }, 'template.yaml', templateIn(SHOP))).toEqual([])
  })

  test('comes out again as it was', () => {
    const before = templateIn(SHOP)
    const after = templateIn(exported(design))
    expect(Object.keys(after.Resources).sort()).toEqual(Object.keys(before.Resources).sort())
    expect(after.Conditions).toEqual(before.Conditions)
    expect(after.Outputs).toEqual(before.Outputs)
    expect(after.Resources.Rights).toEqual(before.Resources.Rights)
    expect(after.Resources.Nightly).toEqual(before.Resources.Nightly)
    expect(after.Resources.Function).toEqual(before.Resources.Function)
    expect(after.Resources.Scaled).toEqual(before.Resources.Scaled)
    expect(after.Resources.Service).toEqual(before.Resources.Service)
    const [container] = after.Resources.Task.Properties.ContainerDefinitions
    expect(container.Environment).toEqual(
      before.Resources.Task.Properties.ContainerDefinitions[0].Environment,
    )
  })

  test('and what was changed in the drawing is changed in it', () => {
    const { service } = design.elements
    const edited = {
      ...design,
      elements: {
        ...design.elements,
        service: { ...service, kind: 'service', spec: { ...service?.spec, desiredCount: 7 } },
      },
    }
    expect(templateIn(exported(edited)).Resources.Service.Properties.DesiredCount).toBe(7)
  })
})

test('SAM’s globals and functions are kept', () => {
  const text = `
Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Timeout: 3}}
Resources:
  Hello: {Type: "AWS::Serverless::Function", Properties: {Handler: a.b, Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}}}}
  Jobs: {Type: "AWS::SQS::Queue"}
`
  const { design, report } = imported(text)
  expect(Object.values(design.elements).map(({ kind }) => kind)).toEqual(['sqs-queue'])
  expect(report.notes.map(({ pointer }) => pointer)).toContain('/Globals/Function')
  expect(templateIn(exported(design))).toEqual(templateIn(text))
})

test('a section may be called as what every object has', () => {
  const { design } = imported('Resources: {Jobs: {Type: "AWS::SQS::Queue"}}\nhasOwnProperty: mine')
  expect(design.imported).toMatchObject({ cloudFormation: { hasOwnProperty: 'mine' } })
})

test('route tables, their routes and associations are those of the subnets', () => {
  const network = validDesigns['the same with VPC endpoints and no NAT gateway'] as Design
  const { design } = imported(exported(network))
  expect(design.elements['private-a']?.spec).toEqual(network.elements['private-a']?.spec)
  expect(design.imported).toBeUndefined()
})

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever it is.
function templateIn(text: string): any {
  const read = documentsOf({ name: 'a.yaml', text })
  if (!read.ok) throw new Error(describeFailure(read.error))
  return read.value.documents[0]?.value
}

const designs = [...Object.entries(templates), ...Object.entries(validDesigns)]

describe('what is exported comes back', () => {
  test.each(designs)('%s', (_, design) => {
    const text = exported(design)
    const { design: back } = imported(text)
    // Nothing has to be kept of a template that the drawing says all of.
    expect(back.imported).toBeUndefined()
    expect(back.name).toBe(design.name)
    expect(exported(back)).toBe(text)
    expect(callsOf(back)).toEqual(callsOf(design))
  })
})

/** What a design is to AWS. Tasks that somebody starts are in no template. */
function callsOf(design: Design): readonly string[] {
  return deploymentOf(design)
    .resources.filter(({ type }) => type !== 'ecs:RunTask')
    .map(({ id, type }) => `${type} ${id}`)
    .sort()
}

const files = corpusFiles('cloudformation')

describe.skipIf(files.length === 0)('templates of other people', () => {
  test.each(files)('%s loses nothing silently, and comes back the same', (name) => {
    const text = readFileSync(corpusFolder('cloudformation') + name, 'utf8')
    const first = imported(text, name)
    expect(lostIn(first, name, templateIn(text))).toEqual([])
    const out = exported(first.design)
    const second = imported(out, name)
    expect(sameJson(second.design, first.design)).toBe(true)
    expect(Object.keys(templateIn(out).Resources).sort()).toEqual(
      Object.keys(templateIn(text).Resources).sort(),
    )
  })
})
