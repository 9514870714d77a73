import { term } from '../texts/text'
import { choice, group, item, line, list, map, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'

/** CreateNodegroup input. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
export const eksNodeGroup = defineKind({
  kind: 'eks-node-group',
  label: 'EKS node group',
  summary: 'EC2 instances with the kubelet that pods of an EKS cluster run on.',
  category: 'compute',
  keywords: ['kubernetes', 'worker', 'nodes', 'ec2'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
  icon: 'ec2-instance',
  spec: spec({
    nodegroupName: text('Name', 'Unique in the cluster.', { main: true }),
    clusterName: text('EKS cluster', 'The cluster that the nodes are for.', { control: 'reference' }),
    scalingConfig: group(
      'Size',
      'How many nodes.',
      {
        minSize: whole('Minimum size', 'Never fewer nodes.', { main: true }),
        maxSize: whole('Maximum size', 'Never more nodes.', { main: true }),
        desiredSize: whole('Desired size', 'At the start.', { main: true }),
      },
      { main: true },
    ),
    instanceTypes: list('Instance types', 'Such as m7g.large; t3.medium when left out.', line, {
      main: true,
    }),
    capacityType: choice('Purchase option', 'How they are paid for.', ['ON_DEMAND', 'SPOT'], {
      default: 'ON_DEMAND',
      main: true,
    }),
    amiType: choice('AMI type', 'Operating system and architecture.', [
      'AL2023_x86_64_STANDARD',
      'AL2023_ARM_64_STANDARD',
      'BOTTLEROCKET_x86_64',
      'BOTTLEROCKET_ARM_64',
      'WINDOWS_CORE_2022_x86_64',
      'WINDOWS_FULL_2022_x86_64',
      'CUSTOM',
    ]),
    diskSize: whole('Disk size', 'Of each node.', { unit: 'GiB', default: '20' }),
    nodeRole: text('Node role', 'ARN; lets nodes register and pull images.', {
      main: true,
      control: 'reference',
    }),
    subnets: list('Subnets', 'Where nodes are started.', line, { main: true, control: 'reference' }),
    labels: map('Labels', 'Kubernetes labels of the nodes.'),
    taints: list(
      'Taints',
      'Keep pods away that do not tolerate them.',
      item({
        key: text('Key', 'Name of the taint.'),
        value: text('Value', 'Its value.'),
        effect: choice('Effect', 'What happens to pods.', [
          'NO_SCHEDULE',
          'NO_EXECUTE',
          'PREFER_NO_SCHEDULE',
        ]),
      }),
    ),
    launchTemplate: group('Launch template', 'Settings kept in EC2.', {
      id: text('ID', 'ID or name, not both.'),
      name: text('Name', 'ID or name, not both.'),
      version: text('Version', 'A number.'),
    }),
    version: text('Kubernetes version', 'That of the cluster when left out.'),
    tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: (name) => ({
    nodegroupName: name,
    instanceTypes: ['t3.medium'],
    scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
  }),
  name: '/nodegroupName',
  attributes: { name: named('Name', '/nodegroupName'), arn: { label: 'ARN' } },
  relations: [
    { path: '/clusterName', to: ['eks-cluster'], meaning: 'in-cluster', draw: 'inside' },
    {
      path: '/nodeRole',
      to: ['iam-role'],
      meaning: 'service-role',
      draw: 'line',
      label: () => term('node role'),
    },
    { path: '/subnets/*', to: ['subnet'], meaning: 'in-network', draw: 'line' },
  ],
})
