/** Imports clusters, as the ECS API takes and tells them. */
import { toText } from '../basics/convert'
import { isObject, toPointer } from '../basics/json'
import { cluster } from '../elements/cluster'
import { asInput, leaveOut } from './aws/described'
import type { Collector } from './collect/collector'
import { parseArn } from './collect/named'
import { suffixed } from './collect/named-ecs'
import { addConfigured } from './collect/resources'
import { defineImport } from './format'
import { type Document, eachDocument, holdsOnly } from './reading/documents'

export const ecsClusterImport = defineImport({
  id: 'ecs-cluster',
  title: 'ECS cluster',
  recognises: (file) => holdsOnly(file, (document) => clustersIn(document) !== undefined),
  read: (collector, files) =>
    eachDocument(collector, files, (document) => {
      for (const one of clustersIn(document) ?? []) addCluster(collector, one)
    }),
})

interface ClusterDocument {
  readonly file: string
  readonly pointer: string
  readonly body: Readonly<Record<string, unknown>>
  readonly beside?: { readonly pointer: string; readonly members: readonly string[] }
}

function clustersIn({ value, file, pointer }: Document): readonly ClusterDocument[] | undefined {
  if (!isObject(value)) return undefined
  const beside = (wrapper: string) => ({
    pointer,
    members: Object.keys(value).filter((member) => member !== wrapper),
  })
  if (Array.isArray(value.clusters) && value.clusters.length > 0 && value.clusters.every(isCluster)) {
    return value.clusters.map((body, index) => ({
      ...{ file, pointer: `${pointer}${toPointer(['clusters', index])}`, body },
      ...(index === 0 ? { beside: beside('clusters') } : {}),
    }))
  }
  if (isCluster(value.cluster)) {
    return [{ file, pointer: `${pointer}/cluster`, body: value.cluster, beside: beside('cluster') }]
  }
  return isCluster(value) && !Object.hasOwn(value, 'serviceName')
    ? [{ file, pointer, body: value }]
    : undefined
}

/** An EKS cluster has a plain name; a Kubernetes or CodeDeploy document may speak of a cluster's name among other things. */
function isCluster(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || typeof value.clusterName !== 'string') return false
  const members = Object.keys(value)
  const known = members.filter(
    (member) => Object.hasOwn(cluster.spec.shape, member) || member === 'clusterArn',
  )
  return value.clusterArn !== undefined || known.length === members.length
}

function addCluster(collector: Collector, { file, pointer, body, beside }: ClusterDocument): void {
  if (beside) leaveOut(collector, beside.members, { file, pointer: beside.pointer })
  const name = toText(body.clusterName)
  const arn = typeof body.clusterArn === 'string' ? parseArn(body.clusterArn) : undefined
  if (arn) collector.hints.push({ region: arn.region, account: arn.account, rank: 0 })
  collector.names.push(name)
  addConfigured(collector, {
    ...{ kind: 'cluster', called: suffixed(name, 'cluster'), identities: [name] },
    body: asInput(collector, 'cluster', body, { file, pointer }),
    origin: { file, pointer, within: '' },
  })
}
