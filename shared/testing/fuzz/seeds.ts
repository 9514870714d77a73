/** The good files that fuzzing starts from: a few for each format here, and the corpus beside the repository if it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { emptyDesign } from '../../design/design'
import { serialize } from '../../design/serialize'
import { compose } from './samples/compose'
import { copilot } from './samples/copilot'
import { terraform } from './samples/terraform'

/** A new import format brings a sample here; a test tells when it lacks, or is not taken for that format. */
export const samples: Readonly<Record<string, readonly string[]>> = {
  app2container: [
    JSON.stringify({
      a2CTemplateVersion: '3.1',
      applicationId: 'shop-1',
      imageName: 'shop',
      exposedPorts: [{ localPort: 8080, protocol: 'tcp6' }],
      environment: [{ name: 'STAGE', value: 'prod' }],
      ecrParameters: { ecrRepoTag: 'latest' },
      ecsParameters: {
        createEcsArtifacts: true,
        deployTarget: 'ec2',
        ecsFamily: 'shop',
        cpu: 2,
        memory: 4096,
        enableCloudwatchLogging: true,
        publicApp: true,
        stackName: 'shop-ECS',
        resourceTags: [{ key: 'team', value: 'shop' }],
        reuseResources: { vpcId: 'vpc-0abc1defa2345b67c', sshKeyPairName: '' },
        gMSAParameters: { createGMSA: true, gMSAName: 'x' },
        dependentApps: [{ appId: 'other', dnsRecordName: 'b', privateRootDomain: 'example.com' }],
      },
      eksParameters: { createEksArtifacts: true, stackName: 'shop' },
      appRunnerParameters: { createAppRunnerArtifacts: false },
    }),
  ],
  'aws-answers': [
    JSON.stringify({
      TargetGroups: [
        {
          TargetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1',
          TargetGroupName: 'web',
          VpcId: 'vpc-1',
          LoadBalancerArns: [],
        },
      ],
      NextMarker: 'x',
    }),
    JSON.stringify({
      Listeners: [
        {
          ListenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/1/2',
          LoadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/1',
          Port: 80,
        },
      ],
    }),
    JSON.stringify({
      MountTargets: [{ MountTargetId: 'fsmt-1', FileSystemId: 'fs-1', SubnetId: 'subnet-1' }],
    }),
  ],
  cloudformation: [
    `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  VpcId: {Type: "AWS::EC2::VPC::Id"}
Conditions:
  IsEast: !Equals [!Ref "AWS::Region", us-east-1]
Resources:
  Cluster: {Type: "AWS::ECS::Cluster"}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "sts:AssumeRole"}]}
      Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "*", Resource: !GetAtt Jobs.Arn}]}}]
  Jobs: {Type: "AWS::SQS::Queue", Properties: {VisibilityTimeout: 60}}
  Access:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: web, VpcId: !Ref VpcId}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Access, IpProtocol: tcp, FromPort: "80", ToPort: "80", SourceSecurityGroupId: !Ref Access}
  Task:
    Type: AWS::ECS::TaskDefinition
    DependsOn: Role
    Properties:
      Family: !Join ["-", [!Ref "AWS::StackName", web]]
      Cpu: 256
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Sub "\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/web:1"
          Environment: [!If [IsEast, {Name: A, Value: b}, !Ref "AWS::NoValue"]]
  Service:
    Type: AWS::ECS::Service
    Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task, DesiredCount: 1}
Outputs:
  Name: {Value: !GetAtt Service.Name}
`,
    JSON.stringify({
      Resources: {
        Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
        Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
        Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } },
        Join: {
          Type: 'AWS::EC2::SubnetRouteTableAssociation',
          Properties: { RouteTableId: { Ref: 'Table' }, SubnetId: { Ref: 'Subnet' } },
        },
        Route: {
          Type: 'AWS::EC2::Route',
          Properties: {
            RouteTableId: { Ref: 'Table' },
            DestinationCidrBlock: '0.0.0.0/0',
            GatewayId: 'igw-1',
          },
        },
      },
    }),
  ],
  compose,
  copilot,
  'ecs-cluster': [
    JSON.stringify({
      clusterName: 'shop',
      capacityProviders: ['FARGATE', 'spot'],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'spot', weight: 1 }],
      settings: [{ name: 'containerInsights', value: 'enabled' }],
    }),
    JSON.stringify({
      clusters: [
        {
          clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
          clusterName: 'shop',
          status: 'ACTIVE',
        },
      ],
      failures: [],
    }),
  ],
  'ecs-service': [
    JSON.stringify({
      cluster: 'shop',
      serviceName: 'orders',
      taskDefinition: 'orders:7',
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    }),
    JSON.stringify({
      services: [
        {
          serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/orders',
          serviceName: 'orders',
          clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
          deployments: [{ status: 'PRIMARY', volumeConfigurations: [] }],
          events: [{ id: 'x', message: 'y' }],
        },
      ],
      failures: [],
    }),
    JSON.stringify({ cluster: 'shop', taskDefinition: 'report', count: 1, containerInstances: ['x'] }),
  ],
  ecspresso: [
    `region: eu-west-1
cluster: shop
service: orders
service_definition: ecs-service-def.json
task_definition: ecs-task-def.json
timeout: 10m
`,
  ],
  kubernetes: [
    `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.27
          env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: login, key: token } } }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
---
apiVersion: v1
kind: Secret
metadata: { name: login, namespace: shop }
stringData: { token: abc }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolume',
          metadata: { name: 'data', uid: 'x' },
          spec: {
            csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-0123456789abcdef0::fsap-1' },
            claimRef: { name: 'data' },
          },
          status: {},
        },
      ],
    }),
  ],
  'task-definition': [
    JSON.stringify({
      family: 'orders',
      taskRoleArn: 'arn:aws:iam::123456789012:role/orders',
      executionRoleArn: 'ecsTaskExecutionRole',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        {
          name: 'api',
          image: '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/orders:1',
          portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
          environment: [{ name: 'MODE', value: 'live' }],
          secrets: [
            {
              name: 'TOKEN',
              valueFrom: 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:orders-AbCdEf:t::',
            },
          ],
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/orders', 'awslogs-region': 'ap-northeast-2' },
          },
          mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
          healthCheck: { command: ['CMD-SHELL', 'true'], interval: 30 },
        },
      ],
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0' } }],
      tags: [{ key: 'team', value: 'orders' }],
    }),
    JSON.stringify({
      taskDefinition: { family: 'a', revision: 3, status: 'ACTIVE', containerDefinitions: [] },
    }),
    JSON.stringify([{ name: 'web', image: 'nginx', essential: true }]),
  ],
  terraform,
}

const TEMPLATES = fileURLToPath(new URL('../../../assets/templates/', import.meta.url))

/** Designs: empty, full, and with every member that a design can have. */
export function designs(): readonly string[] {
  const template = (name: string) => readFileSync(`${TEMPLATES}${name}`, 'utf8')
  return [
    serialize(emptyDesign('Empty')),
    JSON.stringify(everyMember),
    ...readdirSync(TEMPLATES).map(template),
  ]
}

const everyMember = {
  ...emptyDesign('Every member'),
  region: 'ap-northeast-2',
  account: '123456789012',
  elements: {
    cluster: {
      kind: 'cluster',
      spec: { clusterName: 'main' },
      existing: { arn: 'arn:aws:ecs:::cluster/main' },
    },
    api: {
      kind: 'service',
      label: 'API',
      locked: true,
      traits: ['runs-to-an-end'],
      inside: 'cluster',
      spec: { serviceName: 'api', cluster: '@{cluster}', taskDefinition: '@{orders}', desiredCount: 2 },
    },
    orders: {
      kind: 'task-definition',
      spec: { family: 'orders', containerDefinitions: [{ name: 'api', image: 'nginx' }] },
    },
    remark: { kind: 'note', spec: { text: 'A remark' } },
    odd: { kind: 'quantum-node', spec: { qubits: 3 } },
  },
  connections: { calls: { from: 'api', to: 'odd', meaning: 'calls', label: 'HTTPS' } },
  layout: { cluster: { x: 0, y: 0, width: 400, height: 300, collapsed: true }, odd: { x: 500, y: 0, z: 1 } },
  networkLayout: { odd: { x: 1, y: 2 } },
  routes: {
    calls: {
      points: [
        { x: 1, y: 2 },
        { x: 3, y: 2 },
      ],
    },
  },
  waivers: {
    w: { rule: 'service-name', element: 'api', path: '/a', reason: 'r', author: 'a', expires: '2030-01-01' },
  },
  unknown: { to: ['us'] },
}

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
/** What only a person writes: too long to be changed thousands of times. */
const LONGEST = 20_000

/** Files that other people wrote, of formats that Fairlead reads and of those that it does not. */
export function corpus(): readonly string[] {
  if (!existsSync(CORPUS)) return []
  return readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|ya?ml|tf|template|toml|ini|hcl)$/i.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .filter((text) => text.length <= LONGEST)
}
