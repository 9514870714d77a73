/** How CloudFormation says the identifiers of an element: `Ref`, or the attribute of `Fn::GetAtt`. */
import { own } from '../../basics/own'
import { defaultAttribute, kindOf } from '../../elements/kinds'

/** By kind and attribute. What is missing here CloudFormation does not tell. */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application-load-balancer': { arn: 'Ref', dnsName: 'DNSName' },
  'auto-scaling-group': { name: 'Ref', arn: 'AutoScalingGroupARN' },
  'capacity-provider': { name: 'Ref' },
  'classic-load-balancer': { name: 'Ref', dnsName: 'DNSName' },
  cluster: { name: 'Ref', arn: 'Arn' },
  'codedeploy-deployment-group': { name: 'Ref' },
  'container-instance': { instanceId: 'Ref' },
  'dynamodb-table': { name: 'Ref', arn: 'Arn' },
  'ebs-volume': { volumeId: 'Ref' },
  'ecr-repository': { uri: 'RepositoryUri', arn: 'Arn', name: 'Ref' },
  'efs-file-system': { fileSystemId: 'Ref', arn: 'Arn' },
  'eks-cluster': { name: 'Ref', arn: 'Arn' },
  'eks-fargate-profile': { arn: 'Arn' },
  'eks-node-group': { name: 'NodegroupName', arn: 'Arn' },
  'fsx-lustre': { fileSystemId: 'Ref', dnsName: 'DNSName', arn: 'ResourceARN' },
  'fsx-ontap': { fileSystemId: 'Ref', dnsName: 'DNSName', arn: 'ResourceARN' },
  'fsx-openzfs': { fileSystemId: 'Ref', dnsName: 'DNSName', arn: 'ResourceARN' },
  'fsx-windows': { fileSystemId: 'Ref', dnsName: 'DNSName', arn: 'ResourceARN' },
  'gateway-load-balancer': { arn: 'Ref', dnsName: 'DNSName' },
  'iam-role': { arn: 'Arn', name: 'Ref' },
  'instance-profile': { arn: 'Arn', name: 'Ref' },
  'internet-gateway': { internetGatewayId: 'Ref' },
  'kinesis-stream': { name: 'Ref', arn: 'Arn' },
  'log-group': { logGroupName: 'Ref' },
  'nat-gateway': { natGatewayId: 'Ref' },
  'network-load-balancer': { arn: 'Ref', dnsName: 'DNSName' },
  'rds-database': { endpoint: 'Endpoint.Address', identifier: 'Ref', arn: 'DBInstanceArn' },
  's3-bucket': { name: 'Ref', arn: 'Arn' },
  's3files-file-system': { arn: 'FileSystemArn', fileSystemId: 'FileSystemId' },
  'scaling-policy': { arn: 'Ref' },
  secret: { arn: 'Ref' },
  'security-group': { groupId: 'GroupId' },
  service: { serviceName: 'Name', arn: 'Ref' },
  'sns-topic': { arn: 'Ref', name: 'TopicName' },
  'sqs-queue': { url: 'Ref', arn: 'Arn', name: 'QueueName' },
  'ssm-parameter': { name: 'Ref' },
  subnet: { subnetId: 'Ref' },
  'target-group': { arn: 'Ref' },
  'task-definition': { arn: 'Ref' },
  vpc: { vpcId: 'Ref' },
  'vpc-endpoint': { vpcEndpointId: 'Ref' },
  'web-acl': { arn: 'Arn', id: 'Id' },
}

/** Other spellings of the same, which templates have. */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application-load-balancer': { LoadBalancerArn: 'arn' },
  'efs-file-system': { FileSystemId: 'fileSystemId' },
  'fsx-windows': { Id: 'fileSystemId' },
  'gateway-load-balancer': { LoadBalancerArn: 'arn' },
  'internet-gateway': { InternetGatewayId: 'internetGatewayId' },
  'nat-gateway': { NatGatewayId: 'natGatewayId' },
  'network-load-balancer': { LoadBalancerArn: 'arn' },
  'security-group': { Ref: 'groupId', Id: 'groupId' },
  service: { ServiceArn: 'arn' },
  'sns-topic': { TopicArn: 'arn' },
  'sqs-queue': { QueueUrl: 'url' },
  subnet: { SubnetId: 'subnetId' },
  'target-group': { TargetGroupArn: 'arn' },
  'task-definition': { TaskDefinitionArn: 'arn' },
  vpc: { VpcId: 'vpcId' },
  'vpc-endpoint': { Id: 'vpcEndpointId' },
}

/** The kinds whose identifiers CloudFormation tells, for tests. */
export const kindsWithAttributes: readonly string[] = Object.keys(attributes)

/** What CloudFormation calls an attribute of a kind: `Ref`, or the name for `Fn::GetAtt`. */
export function cloudFormationAttribute(kind: string, attribute: string): string | undefined {
  return own(attributes, kind)?.[attribute]
}

/** The kind's attribute that `Ref` or an attribute of CloudFormation stands for; undefined: none of it. */
export function kindAttribute(kind: string, name: string): string | undefined {
  const found = Object.entries(own(attributes, kind) ?? {}).find(([, spelled]) => spelled === name)?.[0]
  return found ?? own(aliases, kind)?.[name]
}

/** The attribute for a reference's text: none where it is the kind's default one. */
export function shortAttribute(kind: string, attribute: string): string | undefined {
  return defaultAttribute(kindOf(kind)) === attribute ? undefined : attribute
}
