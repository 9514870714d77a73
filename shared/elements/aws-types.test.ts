/**
 * Holds the spec schemas to AWS's own types. The comparison is the compiler's (`npm run types`): a member that AWS does
 * not have, one of another type, or an offered value that AWS does not know, is a compile error that names its path.
 */
import type {
  PutScalingPolicyRequest,
  RegisterScalableTargetRequest,
} from '@aws-sdk/client-application-auto-scaling'
import type { CreateLogGroupRequest, PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs'
import type { CreateTableInput } from '@aws-sdk/client-dynamodb'
import type {
  AttachInternetGatewayRequest,
  AvailabilityZone,
  CreateInternetGatewayRequest,
  CreateLaunchTemplateRequest,
  CreateNatGatewayRequest,
  CreateRouteRequest,
  CreateSecurityGroupRequest,
  CreateSubnetRequest,
  CreateVolumeRequest,
  CreateVpcEndpointRequest,
  CreateVpcRequest,
  Region,
  RunInstancesRequest,
} from '@aws-sdk/client-ec2'
import type {
  CreateRepositoryRequest,
  PutLifecyclePolicyRequest,
  SetRepositoryPolicyRequest,
} from '@aws-sdk/client-ecr'
import type {
  ContainerInstance,
  CreateCapacityProviderRequest,
  CreateClusterRequest,
  CreateServiceRequest,
  RegisterContainerInstanceRequest,
  RegisterTaskDefinitionRequest,
  RunTaskRequest,
  StartTaskRequest,
} from '@aws-sdk/client-ecs'
import type {
  CreateAccessPointRequest,
  CreateFileSystemRequest,
  CreateMountTargetRequest,
} from '@aws-sdk/client-efs'
import type { CreateAccessPointInput } from '@aws-sdk/client-elastic-load-balancing'
import type {
  CreateListenerInput,
  CreateLoadBalancerInput,
  CreateRuleInput,
  CreateTargetGroupInput,
  ModifyTargetGroupAttributesInput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { CreateFileSystemRequest as CreateFsxFileSystemRequest } from '@aws-sdk/client-fsx'
import type { CreateInstanceProfileRequest, CreateRoleRequest } from '@aws-sdk/client-iam'
import type { CreateBucketRequest } from '@aws-sdk/client-s3'
import type { CreateSecretRequest, DescribeSecretResponse } from '@aws-sdk/client-secrets-manager'
import type { CreateQueueRequest } from '@aws-sdk/client-sqs'
import type { PutParameterRequest } from '@aws-sdk/client-ssm'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { applicationLoadBalancer } from './application-load-balancer'
import type { autoScalingGroup } from './auto-scaling-group'
import type { availabilityZone } from './availability-zone'
import type { capacityProvider } from './capacity-provider'
import type { classicLoadBalancer } from './classic-load-balancer'
import type { cluster } from './cluster'
import type { containerInstance } from './container-instance'
import type { dynamodbTable } from './dynamodb-table'
import type { ebsVolume } from './ebs-volume'
import type { ecrRepository } from './ecr-repository'
import type { efsFileSystem } from './efs-file-system'
import type { fsxLustre } from './fsx-lustre'
import type { fsxOntap } from './fsx-ontap'
import type { fsxOpenzfs } from './fsx-openzfs'
import type { fsxWindows } from './fsx-windows'
import type { gatewayLoadBalancer } from './gateway-load-balancer'
import type { iamRole } from './iam-role'
import type { instanceProfile } from './instance-profile'
import type { internetGateway } from './internet-gateway'
import type { logGroup } from './log-group'
import type { natGateway } from './nat-gateway'
import type { networkLoadBalancer } from './network-load-balancer'
import { OBJECTS } from './parts/manifest'
import type { region } from './region'
import { kinds } from './registry'
import type { s3Bucket } from './s3-bucket'
import type { scalingPolicy } from './scaling-policy'
import type { secret } from './secret'
import type { securityGroup } from './security-group'
import type { service } from './service'
import type { sqsQueue } from './sqs-queue'
import type { ssmParameter } from './ssm-parameter'
import type { subnet } from './subnet'
import type { targetGroup } from './target-group'
import type { task } from './task'
import type { taskDefinition } from './task-definition'
import type { vpc } from './vpc'
import type { vpcEndpoint } from './vpc-endpoint'

/** Members with a name of their own: the index signature of a loose object is not one. */
type Named<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] }

/** Of `'a' | 'b' | (string & {})` the two that are offered. */
type Offered<T> = T extends string ? (string extends T ? never : T) : never

/**
 * Where `Ours` is not `Theirs`, as paths; `never` when it fits everywhere. `any` and `unknown` fit: they are passed on
 * as they are.
 */
type Unlike<Ours, Theirs, Path extends string = ''> = unknown extends Ours
  ? never
  : unknown extends Theirs
    ? never
    : [Ours] extends [string]
      ? [Theirs] extends [string]
        ? string extends Theirs
          ? never
          : Exclude<Offered<Ours>, Theirs> extends infer Wrong extends string
            ? `${Path}: ${Wrong}`
            : never
        : Path
      : [Ours] extends [readonly (infer OurItem)[]]
        ? [Theirs] extends [readonly (infer TheirItem)[]]
          ? Unlike<OurItem, TheirItem, `${Path}/*`>
          : Path
        : [Ours] extends [object]
          ? [Theirs] extends [object]
            ? UnlikeMembers<Named<Ours>, Members<Theirs>, Path>
            : Path
          : [Ours] extends [Theirs]
            ? never
            : Path

type UnlikeMembers<Ours, Theirs, Path extends string> = {
  [K in keyof Ours & string]: K extends keyof Theirs
    ? Unlike<Exclude<Ours[K], undefined>, Exclude<Theirs[K], undefined>, `${Path}/${K}`>
    : `${Path}/${K}`
}[keyof Ours & string]

/** The members of an object; of a union (AWS writes "exactly one of these" so) those of all its parts. */
type Members<T> = {
  [K in Exclude<T extends unknown ? keyof Named<T> : never, '$unknown'>]: T extends { [P in K]?: infer V }
    ? V
    : never
}

type Spec<K extends { spec: z.ZodType }> = z.output<K['spec']>

/** `true`, or the paths where ours is not AWS's, so that `true satisfies` makes the compiler name them. */
type Fits<Ours, Theirs> = [Unlike<Ours, Theirs>] extends [never] ? true : Unlike<Ours, Theirs>

/** The other way round: `true`, or the paths of what AWS takes and ours has not. */
type Complete<Ours, Theirs> = [Missing<Ours, Theirs>] extends [never] ? true : Missing<Ours, Theirs>

type Missing<Ours, Theirs, Path extends string = ''> = unknown extends Ours
  ? never
  : unknown extends Theirs
    ? never
    : [Theirs] extends [readonly (infer TheirItem)[]]
      ? Ours extends readonly (infer OurItem)[]
        ? Missing<OurItem, TheirItem, `${Path}/*`>
        : Path
      : [Theirs] extends [object]
        ? {
            [K in keyof Members<Theirs> & string]: K extends keyof Named<Ours>
              ? Missing<
                  Exclude<Named<Ours>[K], undefined>,
                  Exclude<Members<Theirs>[K], undefined>,
                  `${Path}/${K}`
                >
              : `${Path}/${K}`
          }[keyof Members<Theirs> & string]
        : never

type Rule = Omit<CreateRuleInput, 'ListenerArn' | 'Transforms'>
type Listener = Omit<CreateListenerInput, 'LoadBalancerArn' | 'MutualAuthentication'> & {
  // Only an answer holds the status.
  MutualAuthentication?: Omit<
    NonNullable<CreateListenerInput['MutualAuthentication']>,
    'TrustStoreAssociationStatus'
  >
  Rules?: Rule[]
}
type LoadBalancer = CreateLoadBalancerInput & { Listeners?: Listener[] }
type Queue = Omit<CreateQueueRequest, 'Attributes'> & {
  Attributes?: Required<NonNullable<CreateQueueRequest['Attributes']>>
}
/** As CloudFormation's AWS::IAM::Role has them; the API attaches policies by calls of their own. */
type Role = CreateRoleRequest & {
  ManagedPolicyArns?: string[]
  Policies?: { PolicyName?: string; PolicyDocument?: unknown }[]
}
/** With the inputs of the calls that add to a file system, and the policy as CloudFormation's AWS::EFS::FileSystem has it. */
type EfsFileSystem = CreateFileSystemRequest & {
  MountTargets?: Omit<CreateMountTargetRequest, 'FileSystemId'>[]
  AccessPoints?: Omit<CreateAccessPointRequest, 'FileSystemId'>[]
  FileSystemPolicy?: unknown
}
/** As CloudFormation's AWS::EC2::SecurityGroup has them; the API adds rules by calls of their own. */
interface SecurityGroupRule {
  IpProtocol?: string
  FromPort?: number
  ToPort?: number
  CidrIp?: string
  CidrIpv6?: string
  Description?: string
}
type SecurityGroup = CreateSecurityGroupRequest & {
  SecurityGroupIngress?: (SecurityGroupRule & {
    SourceSecurityGroupId?: string
    SourceSecurityGroupOwnerId?: string
    SourcePrefixListId?: string
  })[]
  SecurityGroupEgress?: (SecurityGroupRule & {
    DestinationSecurityGroupId?: string
    DestinationPrefixListId?: string
  })[]
}
type TargetGroup = CreateTargetGroupInput & Partial<Pick<ModifyTargetGroupAttributesInput, 'Attributes'>>
type Subnet = CreateSubnetRequest & {
  MapPublicIpOnLaunch?: boolean
  Routes?: CreateRouteRequest[]
}

const compared: Readonly<Record<string, true>> = {
  'application-load-balancer': true satisfies Fits<Spec<typeof applicationLoadBalancer>, LoadBalancer>,
  'auto-scaling-group': true satisfies Fits<
    // The rest of it is Auto Scaling's, whose client is no dependency.
    Pick<Spec<typeof autoScalingGroup>, 'LaunchTemplateData'>,
    CreateLaunchTemplateRequest
  >,
  'availability-zone': true satisfies Fits<Spec<typeof availabilityZone>, AvailabilityZone>,
  'capacity-provider': true satisfies Fits<Spec<typeof capacityProvider>, CreateCapacityProviderRequest>,
  'classic-load-balancer': true satisfies Fits<Spec<typeof classicLoadBalancer>, CreateAccessPointInput>,
  cluster: true satisfies Fits<Spec<typeof cluster>, CreateClusterRequest>,
  'container-instance': true satisfies Fits<
    Spec<typeof containerInstance>,
    RunInstancesRequest &
      Pick<RegisterContainerInstanceRequest, 'cluster'> &
      Pick<ContainerInstance, 'agentConnected' | 'capacityProviderName'>
  >,
  'dynamodb-table': true satisfies Fits<Spec<typeof dynamodbTable>, CreateTableInput>,
  'ebs-volume': true satisfies Fits<Spec<typeof ebsVolume>, CreateVolumeRequest>,
  'ecr-repository': true satisfies Fits<
    Spec<typeof ecrRepository>,
    CreateRepositoryRequest &
      Partial<
        Pick<PutLifecyclePolicyRequest, 'lifecyclePolicyText'> &
          Pick<SetRepositoryPolicyRequest, 'policyText'>
      >
  >,
  'efs-file-system': true satisfies Fits<Spec<typeof efsFileSystem>, EfsFileSystem>,
  'fsx-lustre': true satisfies Fits<Spec<typeof fsxLustre>, CreateFsxFileSystemRequest>,
  'fsx-ontap': true satisfies Fits<Spec<typeof fsxOntap>, CreateFsxFileSystemRequest>,
  'fsx-openzfs': true satisfies Fits<Spec<typeof fsxOpenzfs>, CreateFsxFileSystemRequest>,
  'fsx-windows': true satisfies Fits<Spec<typeof fsxWindows>, CreateFsxFileSystemRequest>,
  'gateway-load-balancer': true satisfies Fits<Spec<typeof gatewayLoadBalancer>, LoadBalancer>,
  'iam-role': true satisfies Fits<Spec<typeof iamRole>, Role>,
  'instance-profile': true satisfies Fits<
    Spec<typeof instanceProfile>,
    CreateInstanceProfileRequest & { Roles?: string[] }
  >,
  'internet-gateway': true satisfies Fits<
    Spec<typeof internetGateway>,
    CreateInternetGatewayRequest & Pick<AttachInternetGatewayRequest, 'VpcId'>
  >,
  'log-group': true satisfies Fits<
    Spec<typeof logGroup>,
    CreateLogGroupRequest & Pick<PutRetentionPolicyRequest, 'retentionInDays'>
  >,
  'nat-gateway': true satisfies Fits<Spec<typeof natGateway>, CreateNatGatewayRequest>,
  'network-load-balancer': true satisfies Fits<Spec<typeof networkLoadBalancer>, LoadBalancer>,
  region: true satisfies Fits<Spec<typeof region>, Region>,
  's3-bucket': true satisfies Fits<Spec<typeof s3Bucket>, CreateBucketRequest>,
  'scaling-policy': true satisfies Fits<
    Spec<typeof scalingPolicy>,
    PutScalingPolicyRequest & Pick<RegisterScalableTargetRequest, 'MinCapacity' | 'MaxCapacity'>
  >,
  secret: true satisfies Fits<
    Spec<typeof secret>,
    CreateSecretRequest & Pick<DescribeSecretResponse, 'RotationEnabled'>
  >,
  'security-group': true satisfies Fits<Spec<typeof securityGroup>, SecurityGroup>,
  service: true satisfies Fits<Spec<typeof service>, CreateServiceRequest>,
  'sqs-queue': true satisfies Fits<Spec<typeof sqsQueue>, Queue>,
  'ssm-parameter': true satisfies Fits<Spec<typeof ssmParameter>, PutParameterRequest>,
  subnet: true satisfies Fits<Spec<typeof subnet>, Subnet>,
  'target-group': true satisfies Fits<Spec<typeof targetGroup>, TargetGroup>,
  task: true satisfies Fits<
    Spec<typeof task>,
    RunTaskRequest & Partial<Pick<StartTaskRequest, 'containerInstances'>>
  >,
  'task-definition': true satisfies Fits<Spec<typeof taskDefinition>, RegisterTaskDefinitionRequest>,
  vpc: true satisfies Fits<Spec<typeof vpc>, CreateVpcRequest>,
  'vpc-endpoint': true satisfies Fits<Spec<typeof vpcEndpoint>, CreateVpcEndpointRequest>,
}

/** Kinds that AWS has no call for. */
const ours = [
  'external-system',
  'frame',
  'image-registry',
  'kubernetes-workload',
  'kubernetes-namespace',
  ...OBJECTS.filter((kind) => kind !== 'kubernetes-workload'),
  'note',
  'users',
]

/** Kinds of services whose client is no dependency: their members are those of the page that their file names. */
const unchecked = [
  'codedeploy-deployment-group',
  'eks-cluster',
  'eks-fargate-profile',
  'eks-node-group',
  'eks-pod-identity-association',
  'kinesis-stream',
  'rds-database',
  's3files-file-system',
  'sns-topic',
  'web-acl',
]

const complete: Readonly<Record<string, true>> = {
  'application-load-balancer': true satisfies Complete<Spec<typeof applicationLoadBalancer>, LoadBalancer>,
  'capacity-provider': true satisfies Complete<Spec<typeof capacityProvider>, CreateCapacityProviderRequest>,
  cluster: true satisfies Complete<Spec<typeof cluster>, CreateClusterRequest>,
  'ecr-repository': true satisfies Complete<Spec<typeof ecrRepository>, CreateRepositoryRequest>,
  'efs-file-system': true satisfies Complete<Spec<typeof efsFileSystem>, EfsFileSystem>,
  'network-load-balancer': true satisfies Complete<Spec<typeof networkLoadBalancer>, LoadBalancer>,
  service: true satisfies Complete<Spec<typeof service>, CreateServiceRequest>,
  'target-group': true satisfies Complete<Spec<typeof targetGroup>, TargetGroup>,
  task: true satisfies Complete<Spec<typeof task>, RunTaskRequest>,
  'task-definition': true satisfies Complete<Spec<typeof taskDefinition>, RegisterTaskDefinitionRequest>,
}

type Right = z.output<typeof import('./parts/volume').volume>
type Theirs = NonNullable<RegisterTaskDefinitionRequest['volumes']>[number]

test('every kind is compared with the input of AWS’s call, or it is said why not', () => {
  expect([...Object.keys(compared), ...ours, ...unchecked].sort()).toEqual(
    kinds.map((kind) => kind.kind).sort(),
  )
})

test('what is compared both ways is compared the first way, too', () => {
  expect(Object.keys(compared)).toEqual(expect.arrayContaining(Object.keys(complete)))
})

describe('the comparison sees', () => {
  test('nothing where there is nothing', () => {
    expectTypeOf<Unlike<Right, Theirs>>().toBeNever()
    expectTypeOf<Missing<Right, Theirs>>().toBeNever()
  })

  test('a name that AWS does not have, at any depth', () => {
    expectTypeOf<Unlike<{ sourcePath?: string }, Theirs>>().toEqualTypeOf<'/sourcePath'>()
    type Deep = { efsVolumeConfiguration?: { filesystemId?: string } }
    expectTypeOf<Unlike<Deep, Theirs>>().toEqualTypeOf<'/efsVolumeConfiguration/filesystemId'>()
    // @ts-expect-error and so it does not compile
    true satisfies Fits<Deep, Theirs>
  })

  test('another type', () => {
    type Port = { efsVolumeConfiguration?: { transitEncryptionPort?: string } }
    expectTypeOf<Unlike<Port, Theirs>>().toEqualTypeOf<'/efsVolumeConfiguration/transitEncryptionPort'>()
  })

  test('a value that AWS does not know', () => {
    type Scope = { dockerVolumeConfiguration?: { scope?: 'task' | 'tasks' | (string & {}) } }
    expectTypeOf<Unlike<Scope, Theirs>>().toEqualTypeOf<'/dockerVolumeConfiguration/scope: tasks'>()
  })

  test('what is missing', () => {
    type Host = Omit<Named<Right>, 'host'> & { host?: Record<string, unknown> }
    expectTypeOf<Missing<Host, Theirs>>().toEqualTypeOf<'/host/sourcePath'>()
    // @ts-expect-error and so it does not compile
    true satisfies Complete<Host, Theirs>
  })
})
