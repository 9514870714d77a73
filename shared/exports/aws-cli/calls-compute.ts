/** ECS, EC2 instances and what they may do. */
import { type CliCalls, described } from './cli-call'

export const ecs: CliCalls = {
  'ecs:CreateCluster': {
    answers: { arn: 'cluster.clusterArn' },
    names: { name: 'clusterName' },
    find: described(
      'ecs:DescribeClusters',
      ['--clusters', '{clusterName}'],
      'clusters[?status==`ACTIVE`] | [0]',
      'clusterArn',
    ),
    found: { arn: 'clusterArn' },
  },
  'ecs:PutClusterCapacityProviders': { again: true },
  'ecs:CreateCapacityProvider': {
    answers: { arn: 'capacityProvider.capacityProviderArn' },
    names: { name: 'name' },
    find: described(
      'ecs:DescribeCapacityProviders',
      ['--capacity-providers', '{name}'],
      'capacityProviders[?status==`ACTIVE`] | [0]',
      'capacityProviderArn',
    ),
    found: { arn: 'capacityProviderArn' },
  },
  'ecs:RegisterTaskDefinition': {
    answers: { arn: 'taskDefinition.taskDefinitionArn' },
    names: { family: 'family' },
    again: true,
  },
  'ecs:CreateService': {
    answers: { arn: 'service.serviceArn' },
    names: { serviceName: 'serviceName' },
    find: described(
      'ecs:DescribeServices',
      ['--services', '{serviceName}'],
      'services[?status==`ACTIVE`] | [0]',
      'serviceArn',
    ),
    found: { arn: 'serviceArn' },
  },
  'ecs:RunTask': { again: true },
  'ecs:StartTask': { again: true },
}

export const instances: CliCalls = {
  'autoscaling:CreateAutoScalingGroup': {
    names: { name: 'AutoScalingGroupName' },
    find: described(
      'autoscaling:DescribeAutoScalingGroups',
      ['--auto-scaling-group-names', '{AutoScalingGroupName}'],
      'AutoScalingGroups[0]',
      'AutoScalingGroupARN',
    ),
    found: { arn: 'AutoScalingGroupARN' },
  },
  'ec2:CreateLaunchTemplate': {
    answers: { launchTemplateId: 'LaunchTemplate.LaunchTemplateId' },
    find: described(
      'ec2:DescribeLaunchTemplates',
      ['--launch-template-names', '{LaunchTemplateName}'],
      'LaunchTemplates[0]',
      'LaunchTemplateId',
    ),
    found: { launchTemplateId: 'LaunchTemplateId' },
  },
  'ec2:RunInstances': {
    answers: { instanceId: 'Instances[0].InstanceId' },
    wait: ['ec2', 'instance-running', '--instance-ids', '{.instanceId}'],
  },
  'ec2:CreateVolume': {
    answers: { volumeId: 'VolumeId' },
    wait: ['ec2', 'volume-available', '--volume-ids', '{.volumeId}'],
  },
  'ec2:AttachVolume': { tolerates: 'VolumeInUse' },
  'iam:CreateRole': {
    answers: { arn: 'Role.Arn' },
    names: { name: 'RoleName' },
    find: described('iam:GetRole', ['--role-name', '{RoleName}'], 'Role', 'Arn'),
    found: { arn: 'Arn' },
    wait: ['iam', 'role-exists', '--role-name', '{RoleName}'],
  },
  'iam:AttachRolePolicy': { again: true },
  'iam:PutRolePolicy': { again: true },
  'iam:CreateInstanceProfile': {
    answers: { arn: 'InstanceProfile.Arn' },
    names: { name: 'InstanceProfileName' },
    find: described(
      'iam:GetInstanceProfile',
      ['--instance-profile-name', '{InstanceProfileName}'],
      'InstanceProfile',
      'Arn',
    ),
    found: { arn: 'Arn' },
    wait: ['iam', 'instance-profile-exists', '--instance-profile-name', '{InstanceProfileName}'],
  },
  'iam:AddRoleToInstanceProfile': { tolerates: 'LimitExceeded' },
}
