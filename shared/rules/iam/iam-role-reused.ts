import { referencesIn } from '../../design/references'
import { isPlaceholder } from '../../elements/parts/placeholders'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, resolved } from '../../graph/graph'
import { drawing, element, fargateTask } from '../examples'
import { defineRule } from '../rule'

const ARN = 'arn:aws:iam::123456789012:role/web'

export const iamRoleReused = defineRule({
  id: 'iam-role-reused',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/taskRoleArn'],
  title: 'Task role and task execution role are two roles',
  message:
    'Task role and task execution role are the same, “{role}”; separate them, so that the application may not pull images and read secrets.',
  why: 'The execution role is for ECS: it may read the secrets and images of the task. Whoever gets into the application gets the task role, and with one role for both all of that as well.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:task-definition-authoring', checked: '2026-11-21' },
  ],
  check({ spec, graph, report }) {
    const { taskRoleArn, executionRoleArn } = spec
    if (!taskRoleArn || !executionRoleArn) return
    const same = taskRoleArn === executionRoleArn || sameElement(taskRoleArn, executionRoleArn)
    // One placeholder may stand for two roles.
    if (!same || isPlaceholder(knownAs(graph, taskRoleArn))) return
    report({ at: '/taskRoleArn', values: { role: resolved(graph, taskRoleArn) } })
  },
  examples: () => ({
    valid: {
      'two roles': drawing({
        task: fargateTask({ taskRoleArn: ARN, executionRoleArn: `${ARN}-execution` }),
      }),
      'two placeholders': drawing({
        task: fargateTask({ taskRoleArn: '<role-arn>', executionRoleArn: '<role-arn>' }),
      }),
      'an imported placeholder for both': drawing({
        role: element('iam-role', {}, { existing: { arn: '<role-arn>' } }),
        task: fargateTask({ taskRoleArn: '@{role}', executionRoleArn: '@{role}' }),
      }),
      'no task role': drawing({ task: fargateTask({ executionRoleArn: ARN }) }),
    },
    invalid: {
      'the same ARN': {
        design: drawing({ task: fargateTask({ taskRoleArn: ARN, executionRoleArn: ARN }) }),
        element: 'task',
        at: '/taskRoleArn',
      },
      'the same role of an account that is still to be filled in': {
        design: drawing({
          task: fargateTask({
            taskRoleArn: 'arn:aws:iam::<account>:role/web',
            executionRoleArn: 'arn:aws:iam::<account>:role/web',
          }),
        }),
        element: 'task',
        at: '/taskRoleArn',
      },
      'the same role of the drawing': {
        design: drawing({
          role: element('iam-role', { RoleName: 'web' }),
          task: fargateTask({ taskRoleArn: '@{role.arn}', executionRoleArn: '@{role}' }),
        }),
        element: 'task',
        at: '/taskRoleArn',
      },
    },
  }),
})

/** The text itself, or the ARN of the existing role that it refers to. */
function knownAs(graph: Graph, text: string): string {
  const id = referencesIn(text)[0]?.id
  return (id === undefined ? text : graph.element(id)?.existing?.arn) ?? ''
}

/** The same element may be named with and without the attribute. */
function sameElement(one: string, other: string): boolean {
  const [a] = referencesIn(one)
  const [b] = referencesIn(other)
  return a !== undefined && a.id === b?.id
}
