/** What is in a frame, counted: all that is left to say of it while it is collapsed. */
import { own } from '../basics/own'
import { taskDefinition } from '../elements/task-definition'
import type { Graph } from '../graph/graph'
import { type Phrase, term } from '../texts/text'
import type { Translate } from '../texts/translate'
import { factLine } from './forms/marks'

export type Children = ReadonlyMap<string, readonly string[]>

/** Shorter than AWS's names, and several kinds of the same sort are counted together. */
const nouns: Readonly<Record<string, string>> = {
  'application-load-balancer': 'load balancer',
  'network-load-balancer': 'load balancer',
  'gateway-load-balancer': 'load balancer',
  'classic-load-balancer': 'load balancer',
  'container-instance': 'instance group',
  'auto-scaling-group': 'Auto Scaling group',
  'availability-zone': 'zone',
  'ecr-repository': 'repository',
  'efs-file-system': 'file system',
  'fsx-windows': 'file system',
  'fsx-lustre': 'file system',
  'fsx-ontap': 'file system',
  'fsx-openzfs': 'file system',
  's3files-file-system': 'file system',
  'iam-role': 'role',
  'nat-gateway': 'NAT gateway',
  'rds-database': 'database',
  'dynamodb-table': 'table',
  'sqs-queue': 'queue',
  'sns-topic': 'topic',
  's3-bucket': 'bucket',
  'ebs-volume': 'volume',
  'ssm-parameter': 'parameter',
  'eks-cluster': 'EKS cluster',
  'eks-node-group': 'node group',
  'eks-fargate-profile': 'Fargate profile',
  'eks-pod-identity-association': 'Pod Identity association',
  'kubernetes-workload': 'workload',
  'kubernetes-namespace': 'namespace',
  'kubernetes-service': 'Kubernetes Service',
  'kubernetes-ingress': 'Ingress',
  'kubernetes-service-account': 'service account',
  'kubernetes-volume-claim': 'volume claim',
  'kubernetes-volume': 'volume',
  'kubernetes-storage-class': 'storage class',
  'kubernetes-config-map': 'ConfigMap',
  'kubernetes-secret': 'secret',
  'kubernetes-autoscaler': 'autoscaler',
  'kubernetes-object': 'Kubernetes object',
  'vpc-endpoint': 'endpoint',
  vpc: 'VPC',
  'web-acl': 'web ACL',
  frame: 'group',
  'codedeploy-deployment-group': 'deployment group',
  'kinesis-stream': 'stream',
}

/**
 * `3 services · 5 tasks`: by kind, those right inside first, then the most frequent. The task definition of a service
 * is not counted beside it.
 */
export function summaryOf(graph: Graph, id: string, children: Children, say: Translate): string {
  const counts = new Map<string, { depth: number; n: number }>()
  const add = (holder: string, depth: number) => {
    for (const child of children.get(holder) ?? []) {
      const kind = graph.element(child)?.kind ?? ''
      const ofItsHolder = kind === taskDefinition.kind && depth > 0
      if (!graph.rows.has(child) && !ofItsHolder) {
        const noun = nounOf(kind)
        const known = counts.get(noun)
        counts.set(noun, { depth: Math.min(depth, known?.depth ?? depth), n: (known?.n ?? 0) + 1 })
      }
      add(child, depth + 1)
    }
  }
  add(id, 0)
  const sorted = [...counts].sort(([, a], [, b]) => a.depth - b.depth || b.n - a.n)
  return (
    factLine(
      sorted.map(([noun, { n }]) => counted(n, noun)),
      say,
    ) || say(term('empty'))
  )
}

/** What a kind is called while it is counted. */
export function nounOf(kind: string): string {
  return own(nouns, kind) ?? kind.replaceAll('-', ' ')
}

/** `3 services`. */
export function counted(n: number, noun: string): Phrase {
  return { words: `{0} ${n === 1 ? noun : plural(noun)}`, values: [n] }
}

function plural(noun: string): string {
  if (noun.endsWith('ss')) return `${noun}es`
  if (noun.endsWith('s')) return noun
  return /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, 'ies') : `${noun}s`
}
