/** The AWS services that a task talks to while it starts: without a way to the internet each needs a VPC endpoint. */
import type { FactSource } from './fact'
import type { RoleUse } from './role-uses'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  checked: '2026-11-26',
}

/** By use, the ends of the endpoints' service names. ECR keeps the layers of images in S3. */
export const endpointsForStart: Partial<Readonly<Record<RoleUse, readonly string[]>>> = {
  'pull-image': ['ecr.api', 'ecr.dkr', 's3'],
  'write-logs': ['logs'],
  'read-secret': ['secretsmanager'],
  'registry-credentials': ['secretsmanager'],
  'read-parameter': ['ssm'],
  'environment-files': ['s3'],
}

/** Services that a gateway endpoint reaches, through route tables and without a price. All others have interfaces. */
export const gatewayServices: readonly string[] = ['s3', 'dynamodb']
