/** Which kind of element a resource of CloudFormation is, and which call of AWS's API its properties are for. */

import { toText } from '../../basics/convert'
import { own } from '../../basics/own'

interface OwnResource {
  readonly kind: string
  readonly call: string
}

/** Resources that are an element by themselves; others are parts of one, or of none. */
const kinds: Readonly<Record<string, OwnResource>> = {
  'AWS::AutoScaling::AutoScalingGroup': {
    kind: 'auto-scaling-group',
    call: 'autoscaling:CreateAutoScalingGroup',
  },
  'AWS::CodeDeploy::DeploymentGroup': {
    kind: 'codedeploy-deployment-group',
    call: 'codedeploy:CreateDeploymentGroup',
  },
  'AWS::DynamoDB::Table': { kind: 'dynamodb-table', call: 'dynamodb:CreateTable' },
  'AWS::EC2::Instance': { kind: 'container-instance', call: 'ec2:RunInstances' },
  'AWS::EC2::InternetGateway': { kind: 'internet-gateway', call: 'ec2:CreateInternetGateway' },
  'AWS::EC2::NatGateway': { kind: 'nat-gateway', call: 'ec2:CreateNatGateway' },
  'AWS::EC2::SecurityGroup': { kind: 'security-group', call: 'ec2:CreateSecurityGroup' },
  'AWS::EC2::Subnet': { kind: 'subnet', call: 'ec2:CreateSubnet' },
  'AWS::EC2::VPC': { kind: 'vpc', call: 'ec2:CreateVpc' },
  'AWS::EC2::VPCEndpoint': { kind: 'vpc-endpoint', call: 'ec2:CreateVpcEndpoint' },
  'AWS::EC2::Volume': { kind: 'ebs-volume', call: 'ec2:CreateVolume' },
  'AWS::ECR::Repository': { kind: 'ecr-repository', call: 'ecr:CreateRepository' },
  'AWS::ECS::CapacityProvider': { kind: 'capacity-provider', call: 'ecs:CreateCapacityProvider' },
  'AWS::ECS::Cluster': { kind: 'cluster', call: 'ecs:CreateCluster' },
  'AWS::ECS::Service': { kind: 'service', call: 'ecs:CreateService' },
  'AWS::ECS::TaskDefinition': { kind: 'task-definition', call: 'ecs:RegisterTaskDefinition' },
  'AWS::EFS::FileSystem': { kind: 'efs-file-system', call: 'efs:CreateFileSystem' },
  'AWS::EKS::Cluster': { kind: 'eks-cluster', call: 'eks:CreateCluster' },
  'AWS::EKS::FargateProfile': { kind: 'eks-fargate-profile', call: 'eks:CreateFargateProfile' },
  'AWS::EKS::Nodegroup': { kind: 'eks-node-group', call: 'eks:CreateNodegroup' },
  'AWS::EKS::PodIdentityAssociation': {
    kind: 'eks-pod-identity-association',
    call: 'eks:CreatePodIdentityAssociation',
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    kind: 'classic-load-balancer',
    call: 'elb:CreateLoadBalancer',
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': { kind: 'target-group', call: 'elbv2:CreateTargetGroup' },
  'AWS::IAM::InstanceProfile': { kind: 'instance-profile', call: 'iam:CreateInstanceProfile' },
  'AWS::IAM::Role': { kind: 'iam-role', call: 'iam:CreateRole' },
  'AWS::Kinesis::Stream': { kind: 'kinesis-stream', call: 'kinesis:CreateStream' },
  'AWS::Logs::LogGroup': { kind: 'log-group', call: 'logs:CreateLogGroup' },
  'AWS::RDS::DBInstance': { kind: 'rds-database', call: 'rds:CreateDBInstance' },
  'AWS::S3::Bucket': { kind: 's3-bucket', call: 's3api:CreateBucket' },
  'AWS::S3Files::FileSystem': { kind: 's3files-file-system', call: 's3files:CreateFileSystem' },
  'AWS::SNS::Topic': { kind: 'sns-topic', call: 'sns:CreateTopic' },
  'AWS::SQS::Queue': { kind: 'sqs-queue', call: 'sqs:CreateQueue' },
  'AWS::SSM::Parameter': { kind: 'ssm-parameter', call: 'ssm:PutParameter' },
  'AWS::SecretsManager::Secret': { kind: 'secret', call: 'secretsmanager:CreateSecret' },
  'AWS::WAFv2::WebACL': { kind: 'web-acl', call: 'wafv2:CreateWebACL' },
}

const loadBalancers: Readonly<Record<string, string>> = {
  application: 'application-load-balancer',
  network: 'network-load-balancer',
  gateway: 'gateway-load-balancer',
}

const fileSystems: Readonly<Record<string, string>> = {
  WINDOWS: 'fsx-windows',
  LUSTRE: 'fsx-lustre',
  ONTAP: 'fsx-ontap',
  OPENZFS: 'fsx-openzfs',
}

/** The types that are elements whatever their properties are, for tests. */
export const ownTypes: Readonly<Record<string, OwnResource>> = kinds

/** What a resource is by itself; undefined where it is a part of another, or nothing that is drawn. */
export function ownResource(
  type: string,
  properties: Readonly<Record<string, unknown>>,
): OwnResource | undefined {
  if (Object.hasOwn(kinds, type)) return kinds[type]
  if (type === 'AWS::ElasticLoadBalancingV2::LoadBalancer') {
    const kind = own(loadBalancers, toText(properties.Type ?? 'application'))
    return kind === undefined ? undefined : { kind, call: 'elbv2:CreateLoadBalancer' }
  }
  if (type === 'AWS::FSx::FileSystem') {
    const kind = own(fileSystems, toText(properties.FileSystemType))
    return kind === undefined ? undefined : { kind, call: 'fsx:CreateFileSystem' }
  }
  return undefined
}
