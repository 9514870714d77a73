import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { freeContainerName } from './container-names'
import { containerNamed, containersOf } from './containers'

export const containerNameDuplicate = defineRule({
  id: 'container-name-duplicate',
  severity: 'error',
  on: [taskDefinition],
  title: 'The containers of a task have different names',
  message: 'Another container is called “{name}”, too; rename one of them.',
  why: 'Dependencies, links, overrides and load balancers say which container they mean by its name alone. RegisterTaskDefinition refuses two containers that share one.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, report }) {
    for (const { index, at, container } of containersOf(spec)) {
      const { name } = container
      if (!isKnown(name) || containerNamed(spec, name)?.index === index) continue
      const better = freeContainerName(spec, name)
      report({
        at: `${at}/name`,
        values: { name },
        // What says the name means the first container, and keeps it.
        ...(better !== undefined && {
          fix: setMembers(say`Rename the container to “${better}”`, id, { [`${at}/name`]: better }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'two names': named('app', 'sidecar'),
      'names that differ in letter case': named('app', 'App'),
      'the same placeholder twice': named('<name>', '<name>'),
    },
    invalid: {
      'the same name twice': {
        design: named('app', 'app'),
        element: 'task',
        at: '/containerDefinitions/1/name',
      },
      'while the next name is taken, too': {
        design: named('app', 'app-2', 'app'),
        element: 'task',
        at: '/containerDefinitions/2/name',
      },
    },
  }),
})

function named(...names: readonly string[]) {
  return drawing({ task: fargateTask({ containerDefinitions: names.map((name) => container({ name })) }) })
}
