/**
 * What AWS's managed policies allow, for those that ECS roles have. Whole services (`sqs:*`) stand as AWS writes them;
 * of the widest policies what no role of ECS is used for is left out. Conditions are left out, too: they hold whenever
 * ECS makes the call.
 */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
  checked: '2026-11-24',
}

export interface Grant {
  /** Actions, a star stands for anything. */
  readonly actions: readonly string[]
  /** ARN patterns; absent: every resource. */
  readonly resources?: readonly string[]
}

const PULL = ['ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'] as const
const WRITE_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'] as const
const SSM_CHANNELS = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
] as const

const everything = (...actions: readonly string[]): readonly Grant[] => [{ actions }]

/** Policies that ECS's own roles have: by the last part of their ARN. */
const forEcs: Readonly<Record<string, readonly Grant[]>> = {
  AmazonECSTaskExecutionRolePolicy: everything(...PULL, 'ecr:BatchCheckLayerAvailability', ...WRITE_LOGS),
  AmazonEC2ContainerServiceforEC2Role: everything(
    'ec2:DescribeTags',
    'ecs:CreateCluster',
    'ecs:DeregisterContainerInstance',
    'ecs:DiscoverPollEndpoint',
    'ecs:Poll',
    'ecs:RegisterContainerInstance',
    'ecs:StartTelemetrySession',
    'ecs:UpdateContainerInstancesState',
    'ecs:Submit*',
    'ecs:TagResource',
    ...PULL,
    'ecr:BatchCheckLayerAvailability',
    ...WRITE_LOGS,
  ),
  AmazonECSInstanceRolePolicyForManagedInstances: everything(
    'ecs:DiscoverPollEndpoint',
    'ecs:RegisterContainerInstance',
    'ecs:Poll',
    'ecs:StartTelemetrySession',
    'ecs:PutSystemLogEvents',
    'ecs:SubmitAttachmentStateChanges',
    'ecs:SubmitTaskStateChange',
  ),
  AmazonECSInfrastructureRolePolicyForVolumes: everything(
    'ec2:CreateVolume',
    'ec2:CreateTags',
    'ec2:DescribeVolumes',
    'ec2:DescribeAvailabilityZones',
    'ec2:DescribeInstances',
    'ec2:AttachVolume',
    'ec2:DetachVolume',
    'ec2:DeleteVolume',
  ),
  AmazonECSInfrastructureRolePolicyForLoadBalancers: everything(
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
    'elasticloadbalancing:ModifyListener',
    'elasticloadbalancing:ModifyRule',
    'elasticloadbalancing:RegisterTargets',
    'elasticloadbalancing:DeregisterTargets',
  ),
  AmazonECSInfrastructureRolePolicyForVpcLattice: everything(
    'vpc-lattice:RegisterTargets',
    'vpc-lattice:DeregisterTargets',
    'vpc-lattice:GetTargetGroup',
    'vpc-lattice:ListTargets',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
    'ec2:DescribeInstances',
  ),
  AmazonECSInfrastructureRolePolicyForManagedInstances: [
    {
      actions: [
        'ec2:CreateLaunchTemplate',
        'ec2:CreateLaunchTemplateVersion',
        'ec2:ModifyLaunchTemplate',
        'ec2:CreateFleet',
        'ec2:RunInstances',
        'ec2:CreateTags',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
    },
    { actions: ['iam:PassRole'], resources: ['arn:*:iam::*:role/ecsInstanceRole*'] },
  ],
  AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity: [
    { actions: ['secretsmanager:*'], resources: ['arn:*:secretsmanager:*:*:secret:ecs-sc!*'] },
    {
      actions: [
        'acm-pca:GetCertificate',
        'acm-pca:GetCertificateAuthorityCertificate',
        'acm-pca:DescribeCertificateAuthority',
        'acm-pca:IssueCertificate',
      ],
    },
  ],
}

/** Policies that applications have. */
const forApplications: Readonly<Record<string, readonly Grant[]>> = {
  AdministratorAccess: everything('*'),
  AmazonDynamoDBFullAccess: everything('dynamodb:*', 'dax:*'),
  AmazonDynamoDBFullAccess_v2: everything('dynamodb:*', 'dax:*'),
  AmazonDynamoDBReadOnlyAccess: everything(
    'dynamodb:BatchGetItem',
    'dynamodb:Describe*',
    'dynamodb:List*',
    'dynamodb:GetItem',
    'dynamodb:GetResourcePolicy',
    'dynamodb:Query',
    'dynamodb:Scan',
    'dynamodb:PartiQLSelect',
  ),
  AmazonEC2ContainerRegistryFullAccess: everything('ecr:*'),
  AmazonEC2ContainerRegistryPowerUser: everything(
    ...PULL,
    'ecr:BatchCheckLayerAvailability',
    'ecr:Describe*',
    'ecr:List*',
    'ecr:InitiateLayerUpload',
    'ecr:UploadLayerPart',
    'ecr:CompleteLayerUpload',
    'ecr:PutImage',
  ),
  AmazonEC2ContainerRegistryReadOnly: everything(
    ...PULL,
    'ecr:BatchCheckLayerAvailability',
    'ecr:Describe*',
    'ecr:List*',
    'ecr:GetRepositoryPolicy',
    'ecr:GetLifecyclePolicy*',
  ),
  AmazonEC2ContainerRegistryPullOnly: everything(...PULL, 'ecr:BatchImportUpstreamImage'),
  AmazonElasticFileSystemClientFullAccess: everything(
    'elasticfilesystem:ClientMount',
    'elasticfilesystem:ClientRootAccess',
    'elasticfilesystem:ClientWrite',
    'elasticfilesystem:DescribeMountTargets',
  ),
  AmazonElasticFileSystemClientReadWriteAccess: everything(
    'elasticfilesystem:ClientMount',
    'elasticfilesystem:ClientWrite',
    'elasticfilesystem:DescribeMountTargets',
  ),
  AmazonElasticFileSystemClientReadOnlyAccess: everything(
    'elasticfilesystem:ClientMount',
    'elasticfilesystem:DescribeMountTargets',
  ),
  AmazonKinesisFullAccess: everything('kinesis:*'),
  AmazonKinesisReadOnlyAccess: everything('kinesis:Get*', 'kinesis:List*', 'kinesis:Describe*'),
  AmazonKinesisFirehoseFullAccess: everything('firehose:*'),
  AmazonS3FilesClientFullAccess: everything(
    's3files:ClientMount',
    's3files:ClientWrite',
    's3files:ClientRootAccess',
  ),
  AmazonS3FilesClientReadWriteAccess: everything('s3files:ClientMount', 's3files:ClientWrite'),
  AmazonS3FilesClientReadOnlyAccess: everything('s3files:ClientMount'),
  AmazonS3FullAccess: everything('s3:*'),
  AmazonS3ReadOnlyAccess: everything('s3:Get*', 's3:List*', 's3:Describe*'),
  AmazonSNSFullAccess: everything('sns:*'),
  AmazonSQSFullAccess: everything('sqs:*'),
  AmazonSQSReadOnlyAccess: everything('sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:List*'),
  AmazonSSMFullAccess: everything('ssm:*', ...SSM_CHANNELS),
  AmazonSSMManagedInstanceCore: everything(
    'ssm:DescribeAssociation',
    'ssm:DescribeDocument',
    'ssm:GetDeployablePatchSnapshotForInstance',
    'ssm:GetDocument',
    'ssm:GetManifest',
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:List*Associations',
    'ssm:Put*',
    'ssm:Update*',
    ...SSM_CHANNELS,
    'ec2messages:*',
  ),
  AmazonSSMReadOnlyAccess: everything('ssm:Describe*', 'ssm:Get*', 'ssm:List*'),
  AWSXRayDaemonWriteAccess: everything(
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSampling*',
  ),
  CloudWatchAgentServerPolicy: everything(
    'cloudwatch:PutMetricData',
    'logs:CreateLogGroup',
    'logs:PutRetentionPolicy',
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    ...WRITE_LOGS,
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSampling*',
  ),
  CloudWatchLogsFullAccess: everything('logs:*'),
  SecretsManagerReadWrite: everything('secretsmanager:*', 'kms:DescribeKey', 'kms:List*'),
}

const byName = new Map(Object.entries({ ...forEcs, ...forApplications }))

/**
 * What the AWS managed policy of that ARN allows. Undefined for one that is not in the table, for a policy of the
 * account's own, and for what is no ARN.
 */
export function grantsOfManagedPolicy(arn: string): readonly Grant[] | undefined {
  const name = managedPolicyName(arn)
  return name === undefined ? undefined : byName.get(name)
}

/** The name in the ARN of an AWS managed policy, in the table or not; undefined for any other text. */
export function managedPolicyName(arn: string): string | undefined {
  return /^arn:aws[a-z-]*:iam::aws:policy\/(?:[\w-]+\/)*(\w+)$/.exec(arn)?.[1]
}

/** Managed policies that stand under `service-role/` in their ARN. */
const inServiceRoleFolder: ReadonlySet<string> = new Set([
  'AmazonECSTaskExecutionRolePolicy',
  'AmazonEC2ContainerServiceforEC2Role',
  'AmazonECSInfrastructureRolePolicyForVolumes',
  'AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
])

/** The ARN of an AWS managed policy in a part of AWS (`aws`, `aws-cn`, `aws-us-gov`). */
export function managedPolicyArn(name: string, partition: string): string {
  const folder = inServiceRoleFolder.has(name) ? 'service-role/' : ''
  return `arn:${partition}:iam::aws:policy/${folder}${name}`
}
