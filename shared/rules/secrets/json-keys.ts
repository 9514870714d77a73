/** References to a part of a secret: `arn:…:secret:name:json-key:version-stage:version-id`. */
import { resolveText } from '../../design/references'
import { secret } from '../../elements/secret'
import type { Graph } from '../../graph/graph'
import { isKnown } from '../reading'

/** Colon-separated parts of a secret's own ARN, and of one with the three fields behind it. */
export const OWN_PARTS = 7
export const ALL_PARTS = 10

/** Stands for the ARN of a secret in the drawing, which only AWS knows. */
const ANY_SECRET = 'arn:aws:secretsmanager:region:account:secret:name'

/** The parts of a reference to Secrets Manager; undefined for another one, and for one with a placeholder. */
export function secretParts(graph: Graph, valueFrom: string | undefined): readonly string[] | undefined {
  if (!isKnown(valueFrom)) return undefined
  const text = resolveText(valueFrom, ({ id, attribute = 'arn' }) =>
    graph.element(id)?.kind === secret.kind && attribute === 'arn' ? ANY_SECRET : '',
  )
  return /^arn:[^:]*:secretsmanager:/.test(text) ? text.split(':') : undefined
}
