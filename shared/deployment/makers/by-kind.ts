/** Which calls make an element of which kind. */
import type { Maker } from '../maker'
import * as compute from './compute'
import * as data from './data'
import * as identity from './identity'
import * as balancing from './load-balancing'
import * as network from './network'

export const makers: Readonly<Record<string, Maker>> = {
  'application-load-balancer': balancing.loadBalancer,
  'auto-scaling-group': compute.autoScalingGroup,
  'capacity-provider': compute.capacityProvider,
  'classic-load-balancer': balancing.classicLoadBalancer,
  cluster: compute.cluster,
  'codedeploy-deployment-group': compute.codedeployDeploymentGroup,
  'container-instance': compute.containerInstance,
  'dynamodb-table': data.plain('dynamodb:CreateTable'),
  'ebs-volume': data.ebsVolume,
  'ecr-repository': data.ecrRepository,
  'efs-file-system': data.efsFileSystem,
  'eks-cluster': compute.eksCluster,
  'eks-fargate-profile': compute.eksFargateProfile,
  'eks-node-group': compute.eksNodeGroup,
  'eks-pod-identity-association': data.plain('eks:CreatePodIdentityAssociation'),
  'fsx-lustre': data.fsxFileSystem,
  'fsx-ontap': data.fsxFileSystem,
  'fsx-openzfs': data.fsxFileSystem,
  'fsx-windows': data.fsxFileSystem,
  'gateway-load-balancer': balancing.loadBalancer,
  'iam-role': identity.iamRole,
  'instance-profile': identity.instanceProfile,
  'internet-gateway': network.internetGateway,
  'kinesis-stream': data.plain('kinesis:CreateStream'),
  'log-group': data.logGroup,
  'nat-gateway': network.natGateway,
  'network-load-balancer': balancing.loadBalancer,
  'rds-database': data.rdsDatabase,
  's3-bucket': data.s3Bucket,
  's3files-file-system': data.s3filesFileSystem,
  'scaling-policy': compute.scalingPolicy,
  secret: data.secret,
  'security-group': network.securityGroup,
  service: compute.service,
  'sns-topic': data.snsTopic,
  'sqs-queue': data.sqsQueue,
  'ssm-parameter': data.ssmParameter,
  subnet: network.subnet,
  'target-group': balancing.targetGroup,
  task: compute.task,
  'task-definition': compute.taskDefinition,
  vpc: network.vpc,
  'vpc-endpoint': network.vpcEndpoint,
  'web-acl': balancing.webAcl,
}
