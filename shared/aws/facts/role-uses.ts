/**
 * What ECS roles are used for: each use, which role does it on which launch type, and the actions that it needs. On EC2
 * the instance profile stands in for a missing execution role when images are pulled and logs are written; nothing
 * stands in for the other roles.
 */
import type { FactSource } from './fact'
import type { networkModes } from './network-modes'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
  checked: '2026-11-24',
}

/** The roles of table 7: who makes the call. */
export type RoleKind = 'task' | 'execution' | 'instance' | 'infrastructure'

/** Which service must be allowed to assume a role of that kind. */
export const trustedBy: Readonly<Record<RoleKind, string>> = {
  task: 'ecs-tasks.amazonaws.com',
  execution: 'ecs-tasks.amazonaws.com',
  instance: 'ec2.amazonaws.com',
  infrastructure: 'ecs.amazonaws.com',
}

/** What messages call a role of that kind. */
export const roleNames: Readonly<Record<RoleKind, string>> = {
  task: 'task role',
  execution: 'task execution role',
  instance: 'instance profile',
  infrastructure: 'infrastructure role',
}

/** The longest name of a role, in characters. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const ROLE_NAME_LENGTH = 64

/** The AWS managed policy for the role of instances that ECS manages. */
export const MANAGED_INSTANCE_POLICY = 'AmazonECSInstanceRolePolicyForManagedInstances'

interface RoleUseFact {
  /** What the role does there, as in "the role *pulls images from Amazon ECR*". */
  readonly does: string
  readonly role: RoleKind
  /** Launch types on which the instance profile does it when that role is missing. */
  readonly fallback?: readonly (keyof typeof networkModes)[]
  /** IAM actions on the resource that is used. */
  readonly actions: readonly string[]
  /** IAM actions that know no resource, only `*`. */
  readonly anywhere?: readonly string[]
  /** One of the actions is enough: a line tells that a service is called, not which of its calls are made. */
  readonly some?: true
  /** The AWS managed policy with these actions, where there is one for just this. */
  readonly policy?: string
}

const ON_EC2 = ['EC2'] as const
const EXECUTION_POLICY = 'AmazonECSTaskExecutionRolePolicy'

/** ECS makes these calls for a task, before and while it runs. */
const execution = {
  'pull-image': {
    does: 'pulls images from Amazon ECR',
    role: 'execution',
    fallback: ON_EC2,
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    anywhere: ['ecr:GetAuthorizationToken'],
    policy: EXECUTION_POLICY,
  },
  'write-logs': {
    does: 'writes to CloudWatch Logs',
    role: 'execution',
    fallback: ON_EC2,
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    policy: EXECUTION_POLICY,
  },
  'create-log-group': {
    does: 'makes the log group',
    role: 'execution',
    fallback: ON_EC2,
    actions: ['logs:CreateLogGroup'],
  },
  'read-secret': {
    does: 'reads secrets from Secrets Manager',
    role: 'execution',
    actions: ['secretsmanager:GetSecretValue'],
  },
  'read-parameter': {
    does: 'reads parameters from Parameter Store',
    role: 'execution',
    actions: ['ssm:GetParameters'],
  },
  'decrypt-secret': { does: 'decrypts with a KMS key', role: 'execution', actions: ['kms:Decrypt'] },
  'registry-credentials': {
    does: 'reads the credentials of a private registry',
    role: 'execution',
    actions: ['secretsmanager:GetSecretValue'],
  },
  'environment-files': {
    does: 'reads environment files from S3',
    role: 'execution',
    actions: ['s3:GetObject'],
  },
  'share-credentials': {
    does: 'reads the credentials of a Windows file share',
    role: 'execution',
    actions: ['secretsmanager:GetSecretValue', 'ssm:GetParameters'],
    some: true,
  },
  'firelens-config': {
    does: 'reads the log router’s configuration from S3',
    role: 'execution',
    actions: ['s3:GetObject'],
  },
} as const satisfies Readonly<Record<string, RoleUseFact>>

/** The containers make these calls, or ECS does with the containers' rights. */
const task = {
  'mount-efs': {
    does: 'mounts EFS with IAM authorization',
    role: 'task',
    actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
  },
  'mount-efs-read-only': {
    does: 'mounts EFS with IAM authorization, read only',
    role: 'task',
    actions: ['elasticfilesystem:ClientMount'],
  },
  'mount-s3files': {
    does: 'mounts S3 Files',
    role: 'task',
    actions: ['s3files:ClientMount', 's3files:ClientWrite'],
  },
  'mount-s3files-read-only': {
    does: 'mounts S3 Files, read only',
    role: 'task',
    actions: ['s3files:ClientMount'],
  },
  'exec-command': {
    does: 'opens the channel of ECS Exec',
    role: 'task',
    actions: [],
    anywhere: [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
  },
  'sqs-receive': {
    does: 'receives messages from SQS',
    role: 'task',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  },
  'sqs-send': { does: 'sends messages to SQS', role: 'task', actions: ['sqs:SendMessage'] },
  'dynamodb-items': {
    does: 'reads and writes DynamoDB items',
    role: 'task',
    actions: [
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:Scan',
      'dynamodb:PutItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
    ],
    some: true,
  },
  's3-objects': {
    does: 'reads and writes S3 objects',
    role: 'task',
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    some: true,
  },
  's3-write': { does: 'writes S3 objects', role: 'task', actions: ['s3:PutObject'] },
  'kinesis-put': {
    does: 'writes to Kinesis Data Streams',
    role: 'task',
    actions: ['kinesis:PutRecords'],
  },
  'kinesis-get': {
    does: 'reads from Kinesis Data Streams',
    role: 'task',
    actions: ['kinesis:GetShardIterator', 'kinesis:GetRecords'],
  },
  'sns-publish': { does: 'publishes to SNS', role: 'task', actions: ['sns:Publish'] },
  'firehose-put': { does: 'writes to Data Firehose', role: 'task', actions: ['firehose:PutRecordBatch'] },
  'firelens-logs': {
    does: 'routes logs to CloudWatch Logs',
    role: 'task',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  },
} as const satisfies Readonly<Record<string, RoleUseFact>>

/** ECS makes these calls for the service, the agent for the instance. */
const infrastructure = {
  'ebs-volumes': {
    does: 'makes and attaches EBS volumes',
    role: 'infrastructure',
    actions: [],
    anywhere: ['ec2:CreateVolume', 'ec2:AttachVolume', 'ec2:DetachVolume', 'ec2:DeleteVolume'],
    policy: 'AmazonECSInfrastructureRolePolicyForVolumes',
  },
  'load-balancer-changes': {
    does: 'moves traffic between target groups',
    role: 'infrastructure',
    actions: [],
    anywhere: ['elasticloadbalancing:ModifyListener', 'elasticloadbalancing:ModifyRule'],
    policy: 'AmazonECSInfrastructureRolePolicyForLoadBalancers',
  },
  'lattice-targets': {
    does: 'registers tasks with VPC Lattice',
    role: 'infrastructure',
    actions: [],
    anywhere: ['vpc-lattice:RegisterTargets', 'vpc-lattice:DeregisterTargets'],
    policy: 'AmazonECSInfrastructureRolePolicyForVpcLattice',
  },
  'service-connect-tls': {
    does: 'issues Service Connect’s certificates',
    role: 'infrastructure',
    actions: [],
    anywhere: ['acm-pca:IssueCertificate', 'acm-pca:GetCertificate'],
    policy: 'AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
  },
  'managed-instances': {
    does: 'starts and ends managed instances',
    role: 'infrastructure',
    actions: [],
    anywhere: ['ec2:CreateFleet', 'ec2:RunInstances', 'ec2:CreateLaunchTemplate'],
    policy: 'AmazonECSInfrastructureRolePolicyForManagedInstances',
  },
  'register-instance': {
    does: 'registers container instances and reports on them',
    role: 'instance',
    actions: [],
    anywhere: ['ecs:RegisterContainerInstance', 'ecs:Poll', 'ecs:SubmitTaskStateChange'],
    policy: 'AmazonEC2ContainerServiceforEC2Role',
  },
} as const satisfies Readonly<Record<string, RoleUseFact>>

const all = { ...execution, ...task, ...infrastructure }

export type RoleUse = keyof typeof all

export const roleUses: Readonly<Record<RoleUse, RoleUseFact>> = all

/** All actions of a use, those without a resource first. */
export function actionsOf(use: RoleUse): readonly string[] {
  return allActions.get(use) ?? []
}

const allActions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<RoleUseFact>(roleUses).map(([use, { anywhere = [], actions }]) => [
    use,
    [...anywhere, ...actions],
  ]),
)
