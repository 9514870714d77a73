import { slug } from '../../basics/slug'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isWritten } from '../reading'
import { defineRule } from '../rule'
import { isDrawnWhole } from './drawn'
import { isMisspelt } from './strangers'

export const taskdefFamilyRequired = defineRule({
  id: 'taskdef-family-required',
  severity: 'error',
  on: [taskDefinition],
  title: 'A task definition belongs to a family',
  message: 'This task definition has no family; give it a name.',
  why: 'The family is the name under which ECS keeps a task definition: registering the same family again makes the next revision of it. RegisterTaskDefinition refuses a definition without one.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    // A family of another type is there, and spec-member-type says so.
    const given = spec.family === undefined ? isWritten(element, '/family') : spec.family.trim() !== ''
    if (given || !isDrawnWhole(element) || isMisspelt(element.spec, 'family')) return
    const family = slug(element.label ?? '', id)
    report({ at: '/family', fix: setMembers(say`Name the family “${family}”`, id, { '/family': family }) })
  },
  examples: () => ({
    valid: {
      'a name': drawing({ task: fargateTask({ family: 'web' }) }),
      'a misspelt member, which taskdef-unknown-member mends': drawing({
        task: fargateTask({ family: undefined, familly: 'web' }),
      }),
      'a placeholder': drawing({ task: fargateTask({ family: '<family>' }) }),
      'a file that held only containers': drawing({
        task: element(
          'task-definition',
          { containerDefinitions: [container()] },
          { imported: { shape: 'containers' } },
        ),
      }),
      'a registered definition of which nothing else is drawn': drawing({
        task: element(
          'task-definition',
          {},
          { existing: { arn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7' } },
        ),
      }),
    },
    invalid: {
      'left out': {
        design: drawing({ task: fargateTask({ family: undefined }) }),
        element: 'task',
        at: '/family',
      },
      'blank, on an element with a label': {
        design: drawing({ task: { ...fargateTask({ family: ' ' }), label: 'Orders API' } }),
        element: 'task',
        at: '/family',
      },
    },
  }),
})
