/** The stencils for AWS's icons that draw.io ships, by the name of our icon file (draw.io's `stencils/aws4.xml`). */

import { own } from '../../basics/own'

/** `service`: a white sign on a coloured tile. `resource`: the sign itself in colour. */
type Stencil = readonly ['service' | 'resource', string]

const stencils: Readonly<Record<string, Stencil>> = {
  'application-auto-scaling': ['service', 'application_auto_scaling'],
  'application-load-balancer': ['resource', 'application_load_balancer'],
  'auto-scaling': ['service', 'auto_scaling2'],
  'auto-scaling-group': ['service', 'auto_scaling2'],
  'classic-load-balancer': ['resource', 'classic_load_balancer'],
  'cloudwatch-logs': ['service', 'cloudwatch_2'],
  codedeploy: ['service', 'codedeploy'],
  containers: ['resource', 'containers'],
  'dynamodb-table': ['resource', 'table'],
  ebs: ['service', 'elastic_block_store'],
  'ec2-instance': ['resource', 'instance2'],
  ecr: ['service', 'ecr'],
  ecs: ['service', 'ecs'],
  efs: ['service', 'elastic_file_system'],
  eks: ['service', 'eks'],
  'elastic-load-balancing': ['service', 'elastic_load_balancing'],
  fargate: ['service', 'fargate'],
  'fsx-lustre': ['service', 'fsx_for_lustre'],
  'fsx-ontap': ['service', 'fsx_for_netapp_ontap'],
  'fsx-openzfs': ['service', 'fsx_for_openzfs'],
  'fsx-windows': ['service', 'fsx_for_windows_file_server'],
  'gateway-load-balancer': ['resource', 'gateway_load_balancer'],
  'generic-application': ['resource', 'generic_application'],
  iam: ['service', 'identity_and_access_management'],
  'iam-role': ['resource', 'role'],
  'image-registry': ['resource', 'container_registry_image'],
  'internet-gateway': ['resource', 'internet_gateway'],
  'kinesis-data-streams': ['service', 'kinesis_data_streams'],
  'nat-gateway': ['resource', 'nat_gateway'],
  'network-load-balancer': ['resource', 'network_load_balancer'],
  'parameter-store': ['resource', 'parameter_store'],
  rds: ['service', 'rds'],
  s3: ['service', 's3'],
  'secrets-manager': ['service', 'secrets_manager'],
  service: ['resource', 'ecs_service'],
  'sns-topic': ['resource', 'topic'],
  'sqs-queue': ['resource', 'queue'],
  task: ['resource', 'ecs_task'],
  users: ['resource', 'users'],
  'vpc-endpoint': ['resource', 'endpoints'],
  waf: ['service', 'waf'],
}

/** Frames that draw.io has as AWS's own groups, with their sign in the corner. */
const groups: Readonly<Record<string, string>> = {
  region: 'group_region',
  vpc: 'group_vpc',
  subnet: 'group_subnet',
  'availability-zone': 'group_availability_zone',
}

/** The style of an icon; undefined for what draw.io has no stencil for. */
export function iconStyle(icon: string, color: string): string | undefined {
  const [sort, name] = own(stencils, icon) ?? []
  if (name === undefined) return undefined
  const drawn =
    sort === 'service'
      ? `shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.${name};strokeColor=#FFFFFF`
      : `shape=mxgraph.aws4.${name};strokeColor=none`
  return `${drawn};fillColor=${color};aspect=fixed;part=1;connectable=0;sketch=0;`
}

/** The style of one of AWS's groups; undefined for every other kind. */
export function groupStyle(kind: string): string | undefined {
  return Object.hasOwn(groups, kind)
    ? `shape=mxgraph.aws4.group;grIcon=mxgraph.aws4.${groups[kind]};`
    : undefined
}
