/**
 * Members of what AWS answers about a resource that its create call does not take: states, counts, times, identifiers.
 * A test holds the lists to the SDK's models.
 */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html',
  checked: '2026-11-27',
}

/** By kind. */
export const describedMembers: Readonly<Record<string, readonly string[]>> = {
  service: [
    'serviceArn',
    'clusterArn',
    'status',
    'runningCount',
    'pendingCount',
    'platformFamily',
    'taskSets',
    'deployments',
    'roleArn',
    'events',
    'createdAt',
    'createdBy',
    'currentServiceDeployment',
    'currentServiceRevisions',
    'resourceManagementType',
  ],
  cluster: [
    'clusterArn',
    'status',
    'registeredContainerInstancesCount',
    'runningTasksCount',
    'pendingTasksCount',
    'activeServicesCount',
    'statistics',
    'attachments',
    'attachmentsStatus',
  ],
  'capacity-provider': ['capacityProviderArn', 'status', 'updateStatus', 'updateStatusReason', 'type'],
  'ecr-repository': ['repositoryArn', 'repositoryUri', 'createdAt'],
  'efs-file-system': [
    'OwnerId',
    'FileSystemId',
    'FileSystemArn',
    'CreationTime',
    'LifeCycleState',
    'Name',
    'NumberOfMountTargets',
    'SizeInBytes',
    'AvailabilityZoneId',
    'FileSystemProtection',
  ],
  'target-group': ['TargetGroupArn', 'TargetGroupName', 'LoadBalancerArns'],
  'load-balancer': [
    'LoadBalancerArn',
    'LoadBalancerName',
    'DNSName',
    'CanonicalHostedZoneId',
    'CreatedTime',
    'VpcId',
    'State',
    'AvailabilityZones',
    'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
  ],
  listener: ['ListenerArn', 'LoadBalancerArn'],
}
