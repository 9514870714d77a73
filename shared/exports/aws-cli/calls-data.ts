/** What tasks use, and services around them. */
import { type CliCalls, described } from './cli-call'

export const storage: CliCalls = {
  'efs:CreateFileSystem': {
    answers: { fileSystemId: 'FileSystemId', arn: 'FileSystemArn' },
    find: described(
      'efs:DescribeFileSystems',
      ['--creation-token', '{CreationToken}'],
      'FileSystems[0]',
      'FileSystemId',
    ),
    found: { fileSystemId: 'FileSystemId', arn: 'FileSystemArn' },
  },
  'efs:CreateMountTarget': { tolerates: 'MountTargetConflict' },
  'efs:CreateAccessPoint': {
    answers: { accessPointId: 'AccessPointId', arn: 'AccessPointArn' },
    find: described(
      'efs:DescribeAccessPoints',
      ['--file-system-id', '{FileSystemId}'],
      "AccessPoints[?ClientToken=='{ClientToken}'] | [0]",
      'AccessPointId',
    ),
    found: { accessPointId: 'AccessPointId', arn: 'AccessPointArn' },
  },
  'efs:PutFileSystemPolicy': { again: true },
  'fsx:CreateFileSystem': {
    answers: { fileSystemId: 'FileSystem.FileSystemId', dnsName: 'FileSystem.DNSName' },
  },
  's3files:CreateFileSystem': { answers: { fileSystemId: 'fileSystemId', arn: 'fileSystemArn' } },
  's3api:CreateBucket': { names: { name: 'Bucket' }, tolerates: 'BucketAlreadyOwnedByYou' },
  'ecr:CreateRepository': {
    answers: { arn: 'repository.repositoryArn', uri: 'repository.repositoryUri' },
    names: { name: 'repositoryName' },
    find: described(
      'ecr:DescribeRepositories',
      ['--repository-names', '{repositoryName}'],
      'repositories[0]',
      'repositoryArn',
    ),
    found: { arn: 'repositoryArn', uri: 'repositoryUri' },
  },
  'ecr:PutLifecyclePolicy': { again: true },
  'ecr:SetRepositoryPolicy': { again: true },
  'dynamodb:CreateTable': {
    answers: { arn: 'TableDescription.TableArn' },
    names: { name: 'TableName' },
    find: described('dynamodb:DescribeTable', ['--table-name', '{TableName}'], 'Table', 'TableArn'),
    found: { arn: 'TableArn' },
    wait: ['dynamodb', 'table-exists', '--table-name', '{TableName}'],
  },
  'kinesis:CreateStream': {
    names: { name: 'StreamName' },
    find: described(
      'kinesis:DescribeStreamSummary',
      ['--stream-name', '{StreamName}'],
      'StreamDescriptionSummary',
      'StreamARN',
    ),
    found: { arn: 'StreamARN' },
    wait: ['kinesis', 'stream-exists', '--stream-name', '{StreamName}'],
  },
  'rds:CreateDBInstance': {
    answers: { arn: 'DBInstance.DBInstanceArn' },
    names: { identifier: 'DBInstanceIdentifier' },
    find: described(
      'rds:DescribeDBInstances',
      ['--db-instance-identifier', '{DBInstanceIdentifier}'],
      'DBInstances[0]',
      'DBInstanceArn',
    ),
    found: { arn: 'DBInstanceArn', endpoint: 'Endpoint.Address' },
    wait: ['rds', 'db-instance-available', '--db-instance-identifier', '{DBInstanceIdentifier}'],
  },
}

export const rest: CliCalls = {
  'application-autoscaling:RegisterScalableTarget': { again: true },
  'application-autoscaling:PutScalingPolicy': { answers: { arn: 'PolicyARN' }, again: true },
  'codedeploy:CreateApplication': {
    find: described(
      'codedeploy:GetApplication',
      ['--application-name', '{applicationName}'],
      'application',
      'applicationId',
    ),
  },
  'codedeploy:CreateDeploymentGroup': {
    names: { name: 'deploymentGroupName' },
    find: described(
      'codedeploy:GetDeploymentGroup',
      ['--application-name', '{applicationName}', '--deployment-group-name', '{deploymentGroupName}'],
      'deploymentGroupInfo',
      'deploymentGroupId',
    ),
  },
  'eks:CreateCluster': {
    answers: { arn: 'cluster.arn' },
    names: { name: 'name' },
    find: described('eks:DescribeCluster', ['--name', '{name}'], 'cluster', 'arn'),
    found: { arn: 'arn' },
    wait: ['eks', 'cluster-active', '--name', '{name}'],
  },
  'eks:CreateNodegroup': {
    answers: { arn: 'nodegroup.nodegroupArn' },
    names: { name: 'nodegroupName' },
    find: described(
      'eks:DescribeNodegroup',
      ['--cluster-name', '{clusterName}', '--nodegroup-name', '{nodegroupName}'],
      'nodegroup',
      'nodegroupArn',
    ),
    found: { arn: 'nodegroupArn' },
    wait: [
      'eks',
      'nodegroup-active',
      '--cluster-name',
      '{clusterName}',
      '--nodegroup-name',
      '{nodegroupName}',
    ],
  },
  'eks:CreateFargateProfile': {
    answers: { arn: 'fargateProfile.fargateProfileArn' },
    names: { name: 'fargateProfileName' },
    find: described(
      'eks:DescribeFargateProfile',
      ['--cluster-name', '{clusterName}', '--fargate-profile-name', '{fargateProfileName}'],
      'fargateProfile',
      'fargateProfileArn',
    ),
    found: { arn: 'fargateProfileArn' },
    wait: [
      'eks',
      'fargate-profile-active',
      '--cluster-name',
      '{clusterName}',
      '--fargate-profile-name',
      '{fargateProfileName}',
    ],
  },
  'eks:CreatePodIdentityAssociation': { answers: { associationArn: 'association.associationArn' } },
  'logs:CreateLogGroup': {
    names: { logGroupName: 'logGroupName' },
    find: described(
      'logs:DescribeLogGroups',
      ['--log-group-name-prefix', '{logGroupName}'],
      "logGroups[?logGroupName=='{logGroupName}'] | [0]",
      'arn',
    ),
    found: { arn: 'arn' },
  },
  'logs:PutRetentionPolicy': { again: true },
  'secretsmanager:CreateSecret': {
    answers: { arn: 'ARN' },
    names: { name: 'Name' },
    find: described('secretsmanager:DescribeSecret', ['--secret-id', '{Name}'], '@', 'ARN'),
    found: { arn: 'ARN' },
  },
  'sns:CreateTopic': { answers: { arn: 'TopicArn' }, names: { name: 'Name' }, again: true },
  'sns:SetTopicAttributes': { again: true },
  'sns:Subscribe': { answers: { arn: 'SubscriptionArn' }, again: true },
  'sqs:CreateQueue': {
    answers: { url: 'QueueUrl' },
    names: { name: 'QueueName' },
    find: described('sqs:GetQueueUrl', ['--queue-name', '{QueueName}'], '@', 'QueueUrl'),
    found: { url: 'QueueUrl' },
    more: {
      arn: {
        call: 'sqs:GetQueueAttributes',
        args: ['--queue-url', '{.url}', '--attribute-names', 'QueueArn'],
        at: 'Attributes.QueueArn',
      },
    },
  },
  'sqs:SetQueueAttributes': { again: true },
  'ssm:PutParameter': {
    names: { name: 'Name' },
    find: described(
      'ssm:DescribeParameters',
      ['--parameter-filters', 'Key=Name,Values={Name}'],
      'Parameters[0]',
      'ARN',
    ),
    found: { arn: 'ARN' },
  },
}
