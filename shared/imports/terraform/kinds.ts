/** Which kind of element a resource of Terraform's is, and what its attributes are called in a design. */
import { attributeOf } from '../../aws/terraform/attributes'
import { counterparts } from '../../aws/terraform/counterparts'
import type { TerraformType } from '../../aws/terraform/resource-types'
import { own } from '../../basics/own'
import { defaultAttribute, kindOf } from '../../elements/kinds'
import type { TerraformResource } from './resource'

/** The provider knows some resources by two names. */
const ALIASES: Readonly<Record<string, string>> = {
  aws_alb: 'aws_lb',
  aws_alb_listener: 'aws_lb_listener',
  aws_alb_listener_certificate: 'aws_lb_listener_certificate',
  aws_alb_listener_rule: 'aws_lb_listener_rule',
  aws_alb_target_group: 'aws_lb_target_group',
}

/** The name that tables have for a resource's type. */
export function typeOf({ type }: Pick<TerraformResource, 'type'>): string {
  return own(ALIASES, type) ?? type
}

const byType = new Map<string, string>(Object.entries(counterparts).map(([kind, { type }]) => [type, kind]))

/** The kind of element that a resource is; undefined for parts of others, and for what no design holds. */
export function kindOfResource(resource: TerraformResource): string | undefined {
  const type = typeOf(resource)
  if (type !== 'aws_lb') return byType.get(type)
  const sort = resource.body.load_balancer_type
  return sort === 'network' || sort === 'gateway' ? `${sort}-load-balancer` : 'application-load-balancer'
}

/** What Terraform's `id` is, where it is not what the kind is named by. */
const IDS: Readonly<Record<string, string>> = {
  aws_autoscaling_group: 'name',
  aws_cloudwatch_log_group: 'logGroupName',
  aws_db_instance: 'identifier',
  aws_dynamodb_table: 'name',
  aws_ecr_repository: 'name',
  aws_ecs_capacity_provider: 'arn',
  aws_ecs_cluster: 'arn',
  aws_ecs_service: 'arn',
  aws_ecs_task_definition: 'family',
  aws_eks_cluster: 'name',
  aws_elb: 'name',
  aws_iam_instance_profile: 'name',
  aws_iam_role: 'name',
  aws_kinesis_stream: 'arn',
  aws_lb: 'arn',
  aws_lb_target_group: 'arn',
  aws_s3_bucket: 'name',
  aws_secretsmanager_secret: 'arn',
  aws_sns_topic: 'arn',
  aws_sqs_queue: 'url',
  aws_ssm_parameter: 'name',
  aws_wafv2_web_acl: 'arn',
}

/**
 * The attribute of a design's reference for one of Terraform's; `default` for the one that a bare reference means,
 * undefined where a design has none.
 */
export function attributeFor(type: string, kind: string, attribute: string): string | 'default' | undefined {
  const known = kindOf(kind)
  const names = Object.keys(known?.attributes ?? {})
  const wanted =
    attribute === 'id'
      ? (own(IDS, type) ?? names.find((name) => attributeOf(type as TerraformType, name) === 'id'))
      : undefined
  const found =
    // A service that names its task definition means the newest revision, as a design does.
    type === 'aws_ecs_task_definition' && ['arn', 'arn_without_revision', 'family'].includes(attribute)
      ? 'family'
      : (wanted ?? names.find((name) => attributeOf(type as TerraformType, name) === attribute))
  if (found === undefined || !names.includes(found)) return undefined
  return found === defaultAttribute(known) ? 'default' : found
}

interface DataSource {
  readonly kind: string
  /** Arguments that say what AWS calls it, by our attribute. */
  readonly identifiers: Readonly<Record<string, string>>
}

/** What files refer to without making it. */
export const dataSources: Readonly<Record<string, DataSource>> = {
  aws_vpc: { kind: 'vpc', identifiers: { id: 'vpcId' } },
  aws_subnet: { kind: 'subnet', identifiers: { id: 'subnetId' } },
  aws_security_group: { kind: 'security-group', identifiers: { id: 'groupId' } },
  aws_ecs_cluster: { kind: 'cluster', identifiers: { cluster_name: 'name', arn: 'arn' } },
  aws_ecr_repository: { kind: 'ecr-repository', identifiers: { name: 'name', repository_url: 'uri' } },
  aws_iam_role: { kind: 'iam-role', identifiers: { name: 'name', arn: 'arn' } },
  aws_secretsmanager_secret: { kind: 'secret', identifiers: { arn: 'arn', name: 'name' } },
  aws_cloudwatch_log_group: { kind: 'log-group', identifiers: { name: 'logGroupName' } },
  aws_efs_file_system: {
    kind: 'efs-file-system',
    identifiers: { file_system_id: 'fileSystemId', id: 'fileSystemId' },
  },
  aws_sqs_queue: { kind: 'sqs-queue', identifiers: { name: 'name', url: 'url', arn: 'arn' } },
  aws_dynamodb_table: { kind: 'dynamodb-table', identifiers: { name: 'name' } },
  aws_s3_bucket: { kind: 's3-bucket', identifiers: { bucket: 'name' } },
  aws_lb_target_group: { kind: 'target-group', identifiers: { arn: 'arn' } },
}
