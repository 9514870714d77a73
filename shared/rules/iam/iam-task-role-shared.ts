import { ROLE_NAME_LENGTH, roleUses } from '../../aws/facts/role-uses'
import { slug } from '../../basics/slug'
import type { Element } from '../../design/design'
import { refer, referencesIn } from '../../design/references'
import { iamRole } from '../../elements/iam-role'
import { writtenName } from '../../elements/kinds'
import { textAt } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { usesOf } from '../../graph/usage'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, link } from '../examples'
import { addElement } from '../fixes'
import { defineRule, type Fix } from '../rule'
import { listed } from './answers'
import { CALLS } from './missing-task-role'

const invoices = element('s3-bucket', { Bucket: 'orders-invoices' })
const orders = element('dynamodb-table', { TableName: 'orders' })
const role = element('iam-role', { RoleName: 'shared' })
const first = fargateTask({ taskRoleArn: '@{role}' })
const second = fargateTask({ family: 'billing', taskRoleArn: '@{role}' })

export const iamTaskRoleShared = defineRule({
  id: 'iam-task-role-shared',
  severity: 'advice',
  on: [iamRole],
  title: 'Each task has a role of its own',
  message:
    'Task role “{role}” is shared by {tasks}, which call different services, so each may do what only another needs; give each its own role.',
  why: 'A task role costs nothing, and every task definition can have its own, on EC2 as on Fargate. A shared one must allow what any of its tasks needs, so a fault in one of them opens the data of all.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    const users = usersOf(graph, id)
    const [one, ...others] = users
    const apart = others.filter(({ services }) => services !== one?.services)
    if (!one || apart.length === 0) return
    report({
      at: '',
      values: {
        role: nameOf(graph, id),
        tasks: listed(users.map((user) => `“${nameOf(graph, user.definition)}”`)),
      },
      ...(!element.existing && {
        fix: copyFor(
          graph,
          id,
          apart.map(({ definition }) => definition),
        ),
      }),
    })
  },
  examples: () => ({
    valid: {
      'one role each': drawing(
        {
          invoices,
          orders,
          role,
          other: element('iam-role', { RoleName: 'billing' }),
          first,
          second: fargateTask({ family: 'billing', taskRoleArn: '@{other}' }),
        },
        { one: link('first', 'calls', 'invoices'), two: link('second', 'calls', 'orders') },
      ),
      'a shared role for the same service': drawing(
        { invoices, role, first, second },
        { one: link('first', 'calls', 'invoices'), two: link('second', 'calls', 'invoices') },
      ),
      'tasks that call nothing': drawing({ role, first, second }),
    },
    invalid: {
      'a bucket for one, a table for the other': {
        design: drawing(
          { invoices, orders, role, first, second },
          { one: link('first', 'calls', 'invoices'), two: link('second', 'calls', 'orders') },
        ),
        element: 'role',
        at: '',
      },
    },
  }),
})

interface User {
  readonly definition: string
  /** The services that it calls, as one text. */
  readonly services: string
}

/** The task definitions that name a role as their task role and call AWS services. */
function usersOf(graph: Graph, role: string): readonly User[] {
  const definitions = new Set(incoming(graph, role, 'task-role').map(({ from }) => from))
  return [...definitions].flatMap((definition) => {
    if (graph.element(definition)?.kind !== taskDefinition.kind) return []
    const called = usesOf(graph, definition).filter(({ use }) => CALLS.includes(use) || use === 'sqs-receive')
    const services = new Set(called.map(({ use }) => roleUses[use].actions[0]?.split(':')[0]))
    return services.size === 0 ? [] : [{ definition, services: [...services].sort().join() }]
  })
}

/** Copies keep all permissions: which of them each task needs is for people. */
function copyFor(graph: Graph, role: string, definitions: readonly string[]): Fix {
  return {
    title: say`Give ${listed(definitions.map((id) => `“${nameOf(graph, id)}”`))} a copy of the role`,
    apply: (draft) => {
      for (const id of definitions) {
        const original = draft.elements[role]
        const definition = draft.elements[id]
        const named = referencesIn(textAt(definition?.spec, '/taskRoleArn') ?? '')[0]?.id
        if (!original || !definition || named !== role) continue
        const RoleName = `${writtenName(original) ?? role}-${writtenName(definition) ?? id}`
        const copy = JSON.parse(JSON.stringify(original)) as Element
        copy.spec.RoleName = RoleName.slice(0, ROLE_NAME_LENGTH)
        definition.spec.taskRoleArn = refer(addElement(draft, slug(RoleName, 'task-role'), copy))
      }
    },
  }
}
