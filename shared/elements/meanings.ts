/** What a line can mean: its words, the concern it belongs to (a lens shows one concern), and how it is drawn. */

import type { Phrase, Text } from '../texts/text'

export type Concern = 'structure' | 'traffic' | 'data' | 'identity' | 'images' | 'logs' | 'network'

export interface Meaning {
  /** On the line itself. */
  readonly label: string
  /** In a sentence, from the element that refers to the one referred to: "orders-task *pulls from* orders". Absent: the label. */
  readonly verb?: string
  readonly concern: Concern
  /** Solid: traffic. Dashed: a permission or a reference. Double: a mount. */
  readonly stroke: 'solid' | 'dashed' | 'double'
}

export const meanings = {
  runs: { label: 'runs', concern: 'structure', stroke: 'solid' },
  'in-cluster': { label: 'in cluster', verb: 'runs in', concern: 'structure', stroke: 'solid' },
  'in-namespace': { label: 'in namespace', verb: 'is in', concern: 'structure', stroke: 'dashed' },
  provides: {
    label: 'provides capacity',
    verb: 'gets capacity from',
    concern: 'structure',
    stroke: 'dashed',
  },
  scales: { label: 'scales', concern: 'structure', stroke: 'dashed' },
  deploys: { label: 'deploys', concern: 'structure', stroke: 'dashed' },
  traffic: { label: 'traffic', verb: 'sends traffic to', concern: 'traffic', stroke: 'solid' },
  forwards: { label: 'forwards to', concern: 'traffic', stroke: 'solid' },
  'named-by': { label: 'named by', verb: 'gets its names from', concern: 'traffic', stroke: 'dashed' },
  'served-by': { label: 'serves', verb: 'is served by', concern: 'traffic', stroke: 'solid' },
  registers: {
    label: 'registers tasks',
    verb: 'registers its tasks with',
    concern: 'traffic',
    stroke: 'solid',
  },
  calls: { label: 'calls', concern: 'data', stroke: 'solid' },
  feeds: { label: 'feeds', concern: 'data', stroke: 'solid' },
  'dead-letters': {
    label: 'dead letters',
    verb: 'sends dead letters to',
    concern: 'data',
    stroke: 'dashed',
  },
  mounts: { label: 'mounts', concern: 'data', stroke: 'double' },
  'bound-to': { label: 'kept for', verb: 'is kept for', concern: 'data', stroke: 'dashed' },
  'backed-by': { label: 'backed by', verb: 'is backed by', concern: 'data', stroke: 'dashed' },
  'pod-role': { label: 'IAM role', verb: 'has the IAM role', concern: 'identity', stroke: 'dashed' },
  'pod-account': {
    label: 'service account',
    verb: 'has the service account',
    concern: 'identity',
    stroke: 'dashed',
  },
  identifies: { label: 'identifies', concern: 'identity', stroke: 'dashed' },
  'task-role': { label: 'task role', verb: 'has the task role', concern: 'identity', stroke: 'dashed' },
  'execution-role': {
    label: 'execution role',
    verb: 'has the execution role',
    concern: 'identity',
    stroke: 'dashed',
  },
  'infrastructure-role': {
    label: 'infrastructure role',
    verb: 'has the infrastructure role',
    concern: 'identity',
    stroke: 'dashed',
  },
  'service-role': {
    label: 'service role',
    verb: 'has the service role',
    concern: 'identity',
    stroke: 'dashed',
  },
  'instance-profile': {
    label: 'instance profile',
    verb: 'has the instance profile',
    concern: 'identity',
    stroke: 'dashed',
  },
  'contains-role': {
    label: 'contains role',
    verb: 'contains the role',
    concern: 'identity',
    stroke: 'dashed',
  },
  pulls: { label: 'pulls', verb: 'pulls from', concern: 'images', stroke: 'dashed' },
  reads: { label: 'reads', concern: 'logs', stroke: 'dashed' },
  'logs-to': { label: 'logs to', concern: 'logs', stroke: 'dashed' },
  'in-network': { label: 'in', verb: 'is in', concern: 'network', stroke: 'dashed' },
  'guarded-by': { label: 'guarded by', concern: 'network', stroke: 'dashed' },
  protects: { label: 'protects', concern: 'network', stroke: 'dashed' },
  admits: { label: 'may reach', verb: 'admits traffic from', concern: 'network', stroke: 'dashed' },
  sends: { label: 'may reach', verb: 'lets traffic out to', concern: 'network', stroke: 'dashed' },
  routes: { label: 'routes to', verb: 'sends its traffic to', concern: 'network', stroke: 'dashed' },
  'points-at': { label: 'note on', verb: 'is a note on', concern: 'structure', stroke: 'dashed' },
} as const satisfies Readonly<Record<string, Meaning>>

export type MeaningId = keyof typeof meanings

/** "orders-task mounts shared-data": what a line says, in words. */
export function sentence(from: Text, meaning: string, to: Text): Phrase {
  const { label, verb } = meaningOf(meaning)
  // A line's sentence has its verb in its words: other languages put it elsewhere.
  return { words: `{0} ${verb ?? label} {1}`, values: [from, to] }
}

/** The meaning of a stored connection, or of one that a newer version wrote. */
export function meaningOf(id: string): Meaning {
  return Object.hasOwn(meanings, id)
    ? meanings[id as MeaningId]
    : { label: id, concern: 'structure', stroke: 'dashed' }
}
