import { isObject, removeAt, setAt, valueAt } from '../../basics/json'
import { above } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { defineRule, type Fix } from '../rule'
import { meantBy, strangers } from './strangers'

export const taskdefUnknownMember = defineRule({
  id: 'taskdef-unknown-member',
  severity: 'error',
  on: [taskDefinition],
  title: 'Every member is one that ECS knows',
  message: 'ECS knows no “{member}” here; check the spelling.',
  variants: { meant: 'ECS knows no “{member}” here; {known} may be meant.' },
  why: 'RegisterTaskDefinition refuses a request with a member that is not in its model. A typing error would otherwise leave out, without a word, what somebody wanted.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, report }) {
    for (const stranger of strangers(element.spec)) {
      const { name, pointer } = stranger
      const meant = meantBy(stranger, element.spec)
      report({
        at: pointer,
        values: { member: name, ...(meant !== undefined && { known: meant }) },
        ...(meant !== undefined && { variant: 'meant', fix: rename(id, pointer, meant) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'members of today’s model that few use': drawing({
        task: fargateTask({
          enableFaultInjection: false,
          containerDefinitions: [
            container({ versionConsistency: 'enabled', restartPolicy: { enabled: true } }),
          ],
        }),
      }),
      'any name in a map': drawing({
        task: fargateTask({ containerDefinitions: [container({ dockerLabels: { anything: 'goes' } })] }),
      }),
      'a member of an answer, which taskdef-output-members reports': drawing({
        task: fargateTask({ revision: 7, registeredBy: 'somebody' }),
      }),
    },
    invalid: {
      'a name cut short': {
        design: drawing({
          task: fargateTask({ containerDefinitions: undefined, containerDefs: [container()] }),
        }),
        element: 'task',
        at: '/containerDefs',
      },
      'a capital letter, in a container': {
        design: drawing({
          task: fargateTask({ containerDefinitions: [container({ Environment: [] })] }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/Environment',
      },
      'a member of a service': {
        design: drawing({ task: fargateTask({ desiredCount: 2 }) }),
        element: 'task',
        at: '/desiredCount',
      },
      'the right name is there, too': {
        design: drawing({ task: fargateTask({ Family: 'web' }) }),
        element: 'task',
        at: '/Family',
      },
    },
  }),
})

/** What is under the wrong name goes under the right one, as long as that is free. */
function rename(id: string, pointer: string, name: string): Fix {
  const parent = above(pointer)
  return {
    title: say`Rename it to ${name}`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const owner = valueAt(spec, parent)
      const value = valueAt(spec, pointer)
      if (!spec || value === undefined || !isObject(owner) || owner[name] !== undefined) return
      setAt(spec, `${parent}/${name}`, value)
      removeAt(spec, pointer)
    },
  }
}
