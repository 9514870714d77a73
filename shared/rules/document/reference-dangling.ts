import { type PlacedReference, refer } from '../../design/references'
import { kindOf, labelOf } from '../../elements/kinds'
import { kinds } from '../../elements/registry'
import { type DanglingReference, elementKind, type Graph, outgoing } from '../../graph/graph'
import { relationsAt } from '../../graph/relations'
import { inWords, say, type Text, term } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { defineRule } from '../rule'

const queue = element('sqs-queue', { QueueName: 'orders' })
const role = element('iam-role', { RoleName: 'web-task' })

export const referenceDangling = defineRule({
  id: 'reference-dangling',
  severity: 'error',
  on: kinds,
  yieldsTo: ['eks-node-in-ecs'],
  title: 'Every reference leads to an element that can stand in its place',
  message: 'Reference {reference} {trouble}.',
  why: 'A reference stands for an identifier of another element. When the element is gone, is of a kind that AWS does not take in that place, or has no such identifier, nothing can be written there and the export would carry a placeholder that no request accepts.',
  sources: [{ ref: 'FORMAT:references', checked: '2026-11-21' }],
  check({ id, graph, report }) {
    const wrong = misplaced(graph, id)
    for (const reference of wrong) {
      report({ at: reference.pointer, values: { reference: written(reference), trouble: reference.trouble } })
    }
    for (const reference of withAttribute(graph, id)) {
      const trouble = attributeTrouble(graph, reference)
      if (trouble === undefined || wrong.some(({ pointer }) => pointer === reference.pointer)) continue
      report({ at: reference.pointer, values: { reference: written(reference), trouble } })
    }
  },
  examples: () => ({
    valid: {
      'a role as task role': drawing({ role, task: fargateTask({ taskRoleArn: '@{role}' }) }),
      'an identifier in an environment variable': drawing({
        queue,
        task: fargateTask({
          containerDefinitions: [container({ environment: [{ name: 'QUEUE_URL', value: '@{queue.url}' }] })],
        }),
      }),
      'an escaped at sign, which is no reference': drawing({
        task: fargateTask({
          containerDefinitions: [container({ environment: [{ name: 'MAIL', value: 'ops@@{team}' }] })],
        }),
      }),
      'an identifier that only the existing resource has': drawing({
        role: { ...role, existing: { roleId: 'AROAEXAMPLEID' } },
        task: fargateTask({
          containerDefinitions: [container({ dockerLabels: { role: '@{role.roleId}' } })],
        }),
      }),
    },
    invalid: {
      'an element that is not in the design': {
        design: drawing({ task: fargateTask({ taskRoleArn: '@{gone}' }) }),
        element: 'task',
        at: '/taskRoleArn',
      },
      'an element of another kind': {
        design: drawing({ queue, task: fargateTask({ taskRoleArn: '@{queue}' }) }),
        element: 'task',
        at: '/taskRoleArn',
      },
      'an identifier that the kind does not have': {
        design: drawing({ role, task: fargateTask({ taskRoleArn: '@{role.uri}' }) }),
        element: 'task',
        at: '/taskRoleArn',
      },
    },
  }),
})

interface Misplaced extends DanglingReference {
  readonly trouble: Text
}

const NONE: readonly DanglingReference[] = []

/** The references of an element that ask for one certain identifier, most of which stand for a line. */
function withAttribute(graph: Graph, id: string): readonly PlacedReference[] {
  const found: PlacedReference[] = []
  for (const { to, pointer, attribute } of outgoing(graph, id)) {
    if (attribute !== undefined && pointer !== undefined) found.push({ id: to, pointer, attribute })
  }
  for (const reference of graph.dangling.get(id) ?? NONE) {
    if (reference.attribute !== undefined) found.push(reference)
  }
  return found
}

/** The references of an element that can't stand where they do. */
function misplaced(graph: Graph, id: string): readonly Misplaced[] {
  return (graph.dangling.get(id) ?? NONE).flatMap((reference) => {
    const trouble = placeTrouble(graph, reference)
    return trouble === undefined ? [] : [{ ...reference, trouble }]
  })
}

function placeTrouble(graph: Graph, { from, id, pointer }: DanglingReference): Text | undefined {
  if (!graph.element(id)) return term('names no element of this design')
  const holder = elementKind(graph, from)
  const relations = holder ? relationsAt(holder, pointer) : []
  // Where no relation explains the place, any element's identifier may be written into the text.
  if (relations.length === 0) return undefined
  const takes = [...new Set(relations.flatMap(({ to }) => to))].map(labelOf)
  const kind = graph.element(id)?.kind ?? ''
  return say`is of kind ${labelOf(kind)}, but only ${inWords(takes, 'or')} can stand here`
}

function attributeTrouble(graph: Graph, { id, attribute = '' }: PlacedReference): Text | undefined {
  const target = graph.element(id)
  const kind = target && kindOf(target.kind)
  if (!kind || Object.hasOwn(kind.attributes, attribute) || Object.hasOwn(target.existing ?? {}, attribute)) {
    return undefined
  }
  const known = Object.keys(kind.attributes)
  const label = labelOf(kind.kind)
  return known.length > 0
    ? say`asks for “${attribute}”, which ${label} does not have; there is ${known.join(', ')}`
    : say`asks for “${attribute}”, which ${label} does not have`
}

function written({ id, attribute }: PlacedReference): string {
  return refer(id, attribute)
}
