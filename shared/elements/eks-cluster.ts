import { term } from '../texts/text'
import { choice, flag, group, item, line, list, map, oneOf, spec, text } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { OBJECTS } from './parts/manifest'
import { textAt } from './parts/reading'

const network = () =>
  group(
    'Networking',
    'Where the control plane reaches the nodes, and who reaches it.',
    {
      subnetIds: list('Subnets', 'In two Availability Zones at least.', line, {
        main: true,
        control: 'reference',
      }),
      securityGroupIds: list('Security groups', 'Beside the one that EKS makes.', line, {
        main: true,
        control: 'reference',
      }),
      endpointPublicAccess: flag('Public endpoint', 'The API server is reached from the internet.', {
        default: 'true',
        main: true,
      }),
      endpointPrivateAccess: flag('Private endpoint', 'Nodes reach the API server within the VPC.', {
        default: 'false',
        main: true,
      }),
      publicAccessCidrs: list('Public access from', 'Ranges that may reach the public endpoint.', line),
    },
    { main: true, group: 'Networking' },
  )

/** CreateCluster input. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
export const eksCluster = defineKind({
  kind: 'eks-cluster',
  label: 'EKS cluster',
  summary: 'A Kubernetes control plane that AWS runs, with the workloads of the cluster.',
  category: 'compute',
  keywords: ['kubernetes', 'k8s', 'elastic kubernetes service'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/clusters.html',
  icon: 'eks',
  spec: spec({
    name: text('Name', 'Unique in the Region.', { main: true }),
    version: text('Kubernetes version', 'Such as 1.33; AWS’s default one when left out.', { main: true }),
    roleArn: text('Cluster role', 'Lets the control plane call AWS.', { main: true, control: 'reference' }),
    resourcesVpcConfig: network(),
    accessConfig: group('Access', 'Who may use the cluster.', {
      authenticationMode: choice('Authentication', 'Where EKS looks people up.', [
        'API',
        'API_AND_CONFIG_MAP',
        'CONFIG_MAP',
      ]),
    }),
    computeConfig: group('Auto Mode', 'Nodes that EKS picks, starts and ends.', {
      enabled: flag('Enabled', 'Whether it does.', { main: true }),
      nodePools: list('Node pools', 'Those that EKS brings.', oneOf(['general-purpose', 'system'])),
      nodeRoleArn: text('Node role', 'Of the nodes that it starts.', { control: 'reference' }),
    }),
    logging: group('Logging', 'Logs of the control plane.', {
      clusterLogging: list(
        'Logs',
        'By type.',
        item({
          types: list(
            'Types',
            'Which logs.',
            oneOf(['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']),
          ),
          enabled: flag('Enabled', 'Whether they are sent to CloudWatch.'),
        }),
      ),
    }),
    deletionProtection: flag('Deletion protection', 'Keeps it from being deleted.', { main: true }),
    tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: (name) => ({ name }),
  name: '/name',
  attributes: {
    name: named('Name', '/name'),
    arn: arnOf('eks', ({ spec }) => {
      const name = textAt(spec, '/name')
      return name && `cluster/${name}`
    }),
  },
  relations: [
    {
      path: '/roleArn',
      to: ['iam-role'],
      meaning: 'service-role',
      draw: 'line',
      label: () => term('cluster role'),
    },
    {
      path: '/computeConfig/nodeRoleArn',
      to: ['iam-role'],
      meaning: 'service-role',
      draw: 'line',
      drawable: false,
      label: () => term('node role'),
    },
    { path: '/resourcesVpcConfig/subnetIds/*', to: ['subnet'], meaning: 'in-network', draw: 'line' },
    {
      path: '/resourcesVpcConfig/securityGroupIds/*',
      to: ['security-group'],
      meaning: 'guarded-by',
      draw: 'line',
    },
  ],
  frame: true,
  // A manifest does not say which cluster it is for.
  places: ['kubernetes-namespace', ...OBJECTS, 'note'],
})
