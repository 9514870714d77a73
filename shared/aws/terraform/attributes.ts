/** What identifiers of resources are called: `uri` of an ECR repository is `repository_url`. */
import { own } from '../../basics/own'
import { snake } from './casing'
import type { TerraformType } from './resource-types'

/** By our name; the rest is what it is called in AWS. */
const names: Readonly<Record<string, string>> = {
  accessPointId: 'id',
  allocationId: 'allocation_id',
  fileSystemId: 'id',
  fullName: 'arn_suffix',
  groupId: 'id',
  instanceId: 'id',
  internetGatewayId: 'id',
  launchTemplateId: 'id',
  logGroupName: 'name',
  natGatewayId: 'id',
  routeTableId: 'id',
  serviceName: 'name',
  subnetId: 'id',
  uri: 'repository_url',
  volumeId: 'id',
  vpcEndpointId: 'id',
  vpcId: 'id',
}

const special: Partial<Readonly<Record<TerraformType, Readonly<Record<string, string>>>>> = {
  aws_s3_bucket: { name: 'bucket' },
  // A service that names the family would not notice a new revision.
  aws_ecs_task_definition: { family: 'arn' },
  aws_db_instance: { endpoint: 'address' },
  aws_codedeploy_deployment_group: { name: 'deployment_group_name' },
  aws_eks_fargate_profile: { name: 'fargate_profile_name' },
  aws_eks_node_group: { name: 'node_group_name' },
  aws_sqs_queue: { url: 'url' },
  aws_ecs_service: { arn: 'id' },
}

/** Terraform's attribute for an identifier of a resource. */
export function attributeOf(type: TerraformType, attribute: string): string {
  return special[type]?.[attribute] ?? own(names, attribute) ?? snake(attribute)
}
