/** Members that AWS writes into the answer of describe-task-definition and that register-task-definition refuses. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
  checked: '2026-11-26',
}

export const responseMembers: readonly string[] = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
]
