/**
 * How CloudFormation spells what AWS's APIs call something else. Most of it follows from two habits: some APIs begin
 * members with a small letter, and CloudFormation never does. What does not follow stands in a table for each call; a
 * test holds all of it to AWS's own resource schemas.
 */
import type { ResourceNames } from './resource-names'

const ecs = { camel: true } as const

const container = '/containerDefinitions/*'
const logOptions = 'logConfiguration/options'

/** CloudFormation's names for a call's input, by the call. */
const ofEcs: Readonly<Record<string, ResourceNames>> = {
  'ecs:CreateCluster': {
    ...ecs,
    type: 'AWS::ECS::Cluster',
    renamed: { '/settings': 'ClusterSettings' },
  },
  'ecs:CreateService': {
    ...ecs,
    type: 'AWS::ECS::Service',
    renamed: { '/placementStrategy': 'PlacementStrategies' },
    absent: [
      '/clientToken',
      '/gatewayConnectors',
      '/serviceConnectConfiguration/containerConfigurations',
      '/vpcLatticeConfigurations/*/advancedConfiguration',
    ],
    maps: [
      `/serviceConnectConfiguration/${logOptions}`,
      '/deploymentConfiguration/lifecycleHooks/*/hookDetails',
    ],
  },
  'ecs:RegisterTaskDefinition': {
    ...ecs,
    type: 'AWS::ECS::TaskDefinition',
    renamed: {
      '/volumes/*/efsVolumeConfiguration': 'EFSVolumeConfiguration',
      '/volumes/*/efsVolumeConfiguration/fileSystemId': 'FilesystemId',
      '/volumes/*/efsVolumeConfiguration/authorizationConfig/iam': 'IAM',
      '/volumes/*/fsxWindowsFileServerVolumeConfiguration': 'FSxWindowsFileServerVolumeConfiguration',
      '/volumes/*/s3filesVolumeConfiguration': 'S3FilesVolumeConfiguration',
      '/proxyConfiguration/properties': 'ProxyConfigurationProperties',
    },
    absent: [`${container}/resourceRequirements/*/sharingStrategy`],
    maps: [
      `${container}/dockerLabels`,
      `${container}/${logOptions}`,
      `${container}/firelensConfiguration/options`,
      '/volumes/*/dockerVolumeConfiguration/driverOpts',
      '/volumes/*/dockerVolumeConfiguration/labels',
    ],
    forms: { '/cpu': 'text', '/memory': 'text' },
  },
  'ecs:CreateCapacityProvider': {
    ...ecs,
    type: 'AWS::ECS::CapacityProvider',
    renamed: { '/cluster': 'ClusterName' },
  },
  'ecs:PutClusterCapacityProviders': {
    ...ecs,
    type: 'AWS::ECS::ClusterCapacityProviderAssociations',
  },
  /** What a rule or a schedule of EventBridge runs, with its cluster. */
  'events:EcsParameters': {
    ...ecs,
    type: 'AWS::Events::Rule',
    renamed: {
      '/taskDefinition': 'TaskDefinitionArn',
      '/count': 'TaskCount',
      '/networkConfiguration/awsvpcConfiguration': 'AwsVpcConfiguration',
      '/placementStrategy': 'PlacementStrategies',
      '/tags': 'TagList',
    },
  },
  'scheduler:EcsParameters': {
    ...ecs,
    type: 'AWS::Scheduler::Schedule',
    renamed: { '/taskDefinition': 'TaskDefinitionArn', '/count': 'TaskCount' },
    maps: ['/tags'],
  },
  'ecr:CreateRepository': {
    camel: true,
    type: 'AWS::ECR::Repository',
    renamed: {
      '/imageTagMutabilityExclusionFilters/*/filterType': 'ImageTagMutabilityExclusionFilterType',
      '/imageTagMutabilityExclusionFilters/*/filter': 'ImageTagMutabilityExclusionFilterValue',
      '/policyText': 'RepositoryPolicyText',
    },
    moved: {
      '/lifecyclePolicyText': '/LifecyclePolicy/LifecyclePolicyText',
      '/lifecyclePolicyRegistryId': '/LifecyclePolicy/RegistryId',
    },
    absent: ['/registryId'],
    forms: { '/policyText': 'json' },
  },
  'eks:CreateCluster': {
    camel: true,
    type: 'AWS::EKS::Cluster',
    forms: { '/tags': 'pairs' },
  },
  'eks:CreateNodegroup': {
    camel: true,
    type: 'AWS::EKS::Nodegroup',
    absent: ['/clientRequestToken'],
    maps: ['/labels', '/tags'],
  },
  'eks:CreatePodIdentityAssociation': {
    camel: true,
    type: 'AWS::EKS::PodIdentityAssociation',
    absent: ['/clientRequestToken'],
    forms: { '/tags': 'pairs' },
  },
  'eks:CreateFargateProfile': {
    camel: true,
    type: 'AWS::EKS::FargateProfile',
    forms: { '/tags': 'pairs', '/selectors/*/labels': 'pairs' },
  },
  'logs:CreateLogGroup': {
    camel: true,
    type: 'AWS::Logs::LogGroup',
    maps: ['/dataProtectionPolicy', '/fieldIndexPolicies'],
    forms: { '/tags': 'pairs' },
  },
  'codedeploy:CreateDeploymentGroup': {
    camel: true,
    type: 'AWS::CodeDeploy::DeploymentGroup',
    renamed: { '/ecsServices': 'ECSServices' },
  },
  'codedeploy:CreateApplication': {
    camel: true,
    type: 'AWS::CodeDeploy::Application',
  },
  's3files:CreateFileSystem': {
    camel: true,
    type: 'AWS::S3Files::FileSystem',
  },
}

const ec2Tags = (type: string) =>
  ({
    moved: { '/TagSpecifications': '/Tags' },
    forms: { '/TagSpecifications': `tags:${type}` },
  }) as const

const ofNetworks: Readonly<Record<string, ResourceNames>> = {
  'ec2:CreateVpc': {
    type: 'AWS::EC2::VPC',
    ...ec2Tags('vpc'),
    absent: [
      '/AmazonProvidedIpv6CidrBlock',
      '/Ipv6CidrBlock',
      '/Ipv6Pool',
      '/Ipv6IpamPoolId',
      '/Ipv6NetmaskLength',
    ],
  },
  'ec2:CreateSubnet': { type: 'AWS::EC2::Subnet', ...ec2Tags('subnet') },
  'ec2:CreateInternetGateway': { type: 'AWS::EC2::InternetGateway', ...ec2Tags('internet-gateway') },
  'ec2:CreateNatGateway': { type: 'AWS::EC2::NatGateway', ...ec2Tags('natgateway') },
  'ec2:AllocateAddress': { type: 'AWS::EC2::EIP', ...ec2Tags('elastic-ip') },
  'ec2:CreateVpcEndpoint': {
    type: 'AWS::EC2::VPCEndpoint',
    ...ec2Tags('vpc-endpoint'),
    maps: ['/PolicyDocument'],
    forms: {
      ...ec2Tags('vpc-endpoint').forms,
      '/PolicyDocument': 'json',
      '/DnsOptions/PrivateDnsOnlyForInboundResolverEndpoint': 'text',
    },
  },
  'ec2:CreateRouteTable': { type: 'AWS::EC2::RouteTable', ...ec2Tags('route-table') },
  'ec2:CreateSecurityGroup': {
    type: 'AWS::EC2::SecurityGroup',
    ...ec2Tags('security-group'),
    renamed: { '/Description': 'GroupDescription' },
  },
  'ec2:AttachInternetGateway': { type: 'AWS::EC2::VPCGatewayAttachment' },
  'ec2:AssociateRouteTable': { type: 'AWS::EC2::SubnetRouteTableAssociation' },
  'ec2:CreateRoute': { type: 'AWS::EC2::Route' },
  'ec2:AttachVolume': { type: 'AWS::EC2::VolumeAttachment' },
  'ec2:AuthorizeSecurityGroupIngress': { type: 'AWS::EC2::SecurityGroupIngress' },
  'ec2:AuthorizeSecurityGroupEgress': { type: 'AWS::EC2::SecurityGroupEgress' },
  'ec2:CreateVolume': { type: 'AWS::EC2::Volume', ...ec2Tags('volume') },
  'ec2:CreateLaunchTemplate': { type: 'AWS::EC2::LaunchTemplate' },
  'ec2:RunInstances': {
    type: 'AWS::EC2::Instance',
    ...ec2Tags('instance'),
    absent: [
      '/cluster',
      '/agentConnected',
      '/capacityProviderName',
      '/MinCount',
      '/MaxCount',
      '/InstanceMarketOptions',
      '/BlockDeviceMappings/*/Ebs/Throughput',
    ],
    forms: { ...ec2Tags('instance').forms, '/Monitoring': 'inside:Enabled' },
  },
  'autoscaling:CreateAutoScalingGroup': {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    forms: {
      '/MinSize': 'text',
      '/MaxSize': 'text',
      '/DesiredCapacity': 'text',
      '/DefaultCooldown': 'text',
      '/VPCZoneIdentifier': 'lines',
    },
    renamed: { '/DefaultCooldown': 'Cooldown' },
  },
  'elbv2:CreateLoadBalancer': {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    moved: { '/IpamPools/Ipv4IpamPoolId': '/Ipv4IpamPoolId' },
    absent: ['/CustomerOwnedIpv4Pool'],
  },
  'elbv2:CreateTargetGroup': {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    renamed: { '/Attributes': 'TargetGroupAttributes' },
  },
  'elbv2:CreateListener': {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    absent: ['/Certificates/*/IsDefault'],
    maps: [
      '/DefaultActions/*/AuthenticateOidcConfig/AuthenticationRequestExtraParams',
      '/DefaultActions/*/AuthenticateCognitoConfig/AuthenticationRequestExtraParams',
    ],
    forms: {
      '/DefaultActions/*/AuthenticateOidcConfig/SessionTimeout': 'text',
      '/DefaultActions/*/AuthenticateCognitoConfig/SessionTimeout': 'text',
    },
  },
  'elbv2:CreateRule': {
    type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    maps: [
      '/Actions/*/AuthenticateOidcConfig/AuthenticationRequestExtraParams',
      '/Actions/*/AuthenticateCognitoConfig/AuthenticationRequestExtraParams',
    ],
  },
  'elbv2:AddListenerCertificates': { type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate' },
  'elb:CreateLoadBalancer': {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    forms: { '/Listeners/*/LoadBalancerPort': 'text', '/Listeners/*/InstancePort': 'text' },
  },
  'wafv2:AssociateWebACL': { type: 'AWS::WAFv2::WebACLAssociation' },
  'wafv2:CreateWebACL': {
    type: 'AWS::WAFv2::WebACL',
    maps: ['/CustomResponseBodies'],
  },
}

const ofStores: Readonly<Record<string, ResourceNames>> = {
  'iam:CreateRole': {
    type: 'AWS::IAM::Role',
    maps: ['/AssumeRolePolicyDocument', '/Policies/*/PolicyDocument'],
    forms: { '/AssumeRolePolicyDocument': 'json' },
  },
  'iam:PutRolePolicy': { type: 'AWS::IAM::Policy', maps: ['/PolicyDocument'] },
  'iam:CreateInstanceProfile': { type: 'AWS::IAM::InstanceProfile', absent: ['/Tags'] },
  'efs:CreateFileSystem': {
    type: 'AWS::EFS::FileSystem',
    renamed: { '/Tags': 'FileSystemTags' },
    absent: ['/CreationToken', '/Backup'],
    maps: ['/FileSystemPolicy'],
  },
  'efs:CreateMountTarget': { type: 'AWS::EFS::MountTarget' },
  'efs:CreateAccessPoint': {
    type: 'AWS::EFS::AccessPoint',
    renamed: { '/Tags': 'AccessPointTags' },
    forms: {
      '/PosixUser/Uid': 'text',
      '/PosixUser/Gid': 'text',
      '/PosixUser/SecondaryGids/*': 'text',
      '/RootDirectory/CreationInfo/OwnerUid': 'text',
      '/RootDirectory/CreationInfo/OwnerGid': 'text',
    },
  },
  'fsx:CreateFileSystem': { type: 'AWS::FSx::FileSystem' },
  's3api:CreateBucket': {
    type: 'AWS::S3::Bucket',
    renamed: {
      '/Bucket': 'BucketName',
      '/ObjectLockEnabledForBucket': 'ObjectLockEnabled',
      '/ACL': 'AccessControl',
    },
    moved: {
      '/CreateBucketConfiguration/Tags': '/Tags',
      '/ObjectOwnership': '/OwnershipControls/Rules/0/ObjectOwnership',
    },
    absent: ['/CreateBucketConfiguration/LocationConstraint'],
  },
  'dynamodb:CreateTable': {
    type: 'AWS::DynamoDB::Table',
    renamed: { '/SSESpecification/Enabled': 'SSEEnabled' },
    absent: ['/StreamSpecification/StreamEnabled'],
  },
  'sqs:CreateQueue': {
    type: 'AWS::SQS::Queue',
    renamed: { '/tags': 'Tags' },
    moved: Object.fromEntries(
      [
        'ContentBasedDeduplication',
        'DeduplicationScope',
        'DelaySeconds',
        'FifoQueue',
        'FifoThroughputLimit',
        'KmsDataKeyReusePeriodSeconds',
        'KmsMasterKeyId',
        'MaximumMessageSize',
        'MessageRetentionPeriod',
        'ReceiveMessageWaitTimeSeconds',
        'RedriveAllowPolicy',
        'RedrivePolicy',
        'SqsManagedSseEnabled',
        'VisibilityTimeout',
      ].map((name) => [`/Attributes/${name}`, `/${name}`]),
    ),
    absent: ['/Attributes/Policy'],
    forms: {
      '/tags': 'pairs',
      '/Attributes/ContentBasedDeduplication': 'flag',
      '/Attributes/DelaySeconds': 'number',
      '/Attributes/FifoQueue': 'flag',
      '/Attributes/KmsDataKeyReusePeriodSeconds': 'number',
      '/Attributes/MaximumMessageSize': 'number',
      '/Attributes/MessageRetentionPeriod': 'number',
      '/Attributes/ReceiveMessageWaitTimeSeconds': 'number',
      '/Attributes/RedriveAllowPolicy': 'json',
      '/Attributes/RedrivePolicy': 'json',
      '/Attributes/SqsManagedSseEnabled': 'flag',
      '/Attributes/VisibilityTimeout': 'number',
    },
  },
  'sns:CreateTopic': {
    type: 'AWS::SNS::Topic',
    renamed: { '/Name': 'TopicName' },
    moved: Object.fromEntries(
      [
        'ArchivePolicy',
        'ContentBasedDeduplication',
        'DisplayName',
        'FifoThroughputScope',
        'FifoTopic',
        'KmsMasterKeyId',
        'SignatureVersion',
        'TracingConfig',
      ].map((name) => [`/Attributes/${name}`, `/${name}`]),
    ),
    absent: ['/Attributes/Policy', '/Attributes/DeliveryPolicy'],
    forms: {
      '/Attributes/ArchivePolicy': 'json',
      '/Attributes/ContentBasedDeduplication': 'flag',
      '/Attributes/FifoTopic': 'flag',
      '/DataProtectionPolicy': 'json',
    },
  },
  'sns:Subscribe': { type: 'AWS::SNS::Subscription', absent: ['/ReturnSubscriptionArn'] },
  'sqs:SetQueueAttributes': { type: 'AWS::SQS::QueuePolicy', maps: ['/PolicyDocument'] },
  'sns:SetTopicAttributes': { type: 'AWS::SNS::TopicPolicy', maps: ['/PolicyDocument'] },
  'kinesis:CreateStream': {
    type: 'AWS::Kinesis::Stream',
    renamed: { '/StreamName': 'Name' },
    forms: { '/Tags': 'pairs' },
  },
  'rds:CreateDBInstance': {
    type: 'AWS::RDS::DBInstance',
    renamed: { '/VpcSecurityGroupIds': 'VPCSecurityGroups' },
    forms: { '/AllocatedStorage': 'text', '/Port': 'text' },
  },
  'secretsmanager:CreateSecret': {
    type: 'AWS::SecretsManager::Secret',
    renamed: { '/AddReplicaRegions': 'ReplicaRegions' },
    absent: ['/RotationEnabled', '/ForceOverwriteReplicaSecret', '/ClientRequestToken'],
  },
  'ssm:PutParameter': {
    type: 'AWS::SSM::Parameter',
    absent: ['/KeyId', '/Overwrite'],
    forms: { '/Tags': 'map' },
  },
  'application-autoscaling:RegisterScalableTarget': { type: 'AWS::ApplicationAutoScaling::ScalableTarget' },
  'application-autoscaling:PutScalingPolicy': {
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    absent: ['/MinCapacity', '/MaxCapacity'],
  },
}

/** CloudFormation's names of what a call makes, by the call as `shared/deployment` names it. */
export const resourceNames: Readonly<Record<string, ResourceNames>> = {
  ...ofEcs,
  ...ofNetworks,
  ...ofStores,
}
