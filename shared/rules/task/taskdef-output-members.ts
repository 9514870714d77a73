import { responseMembers } from '../../aws/facts/response-members'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing, fargateTask } from '../examples'
import { removeMember } from '../fixes'
import { defineRule } from '../rule'

export const taskdefOutputMembers = defineRule({
  id: 'taskdef-output-members',
  severity: 'warning',
  on: [taskDefinition],
  title: 'What AWS answers is not what it takes',
  message: '“{member}” comes from a describe call, and registering refuses it; remove it.',
  why: 'AWS adds these members when a definition is registered: its number, its state, who registered it. RegisterTaskDefinition has no such input, so a definition that was copied from an answer has to lose them first.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, report }) {
    for (const member of responseMembers) {
      if (!Object.hasOwn(element.spec, member)) continue
      report({
        at: `/${member}`,
        values: { member },
        fix: removeMember(say`Remove ${member}`, id, `/${member}`),
      })
    }
  },
  examples: () => ({
    valid: {
      'only what registering takes': drawing({ task: fargateTask() }),
      'requiresCompatibilities, which is asked for': drawing({
        task: fargateTask({ requiresCompatibilities: ['FARGATE', 'EC2'] }),
      }),
    },
    invalid: {
      'the revision': {
        design: drawing({ task: fargateTask({ revision: 7 }) }),
        element: 'task',
        at: '/revision',
      },
      'compatibilities, which AWS works out': {
        design: drawing({ task: fargateTask({ compatibilities: ['EC2', 'FARGATE'] }) }),
        element: 'task',
        at: '/compatibilities',
      },
    },
  }),
})
