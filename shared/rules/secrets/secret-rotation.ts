import { referencesIn } from '../../design/references'
import { secret } from '../../elements/secret'
import { taskDefinition } from '../../elements/task-definition'
import { nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { drawing, element, fargateTask } from '../examples'
import { defineRule } from '../rule'
import { reading } from './examples'
import { secretReferencesOf } from './secret-references'

export const secretRotation = defineRule({
  id: 'secret-rotation',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/secrets', '/containerDefinitions/*/logConfiguration/secretOptions'],
  title: 'Running tasks keep the old value of a rotated secret',
  message:
    'Secret “{secret}” is rotated, but a running task keeps the value that it started with; deploy anew after each rotation, or read the secret while running, with the task role.',
  why: 'ECS puts the value into the environment when a container starts, and an environment does not change. After a rotation the old value may be refused, so tasks must be replaced or ask Secrets Manager themselves.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
      checked: '2026-11-26',
    },
  ],
  check({ spec, graph, report }) {
    for (const { at, valueFrom } of secretReferencesOf(spec)) {
      const id = referencesIn(valueFrom ?? '')[0]?.id
      if (id === undefined || specOf(graph, secret, id)?.RotationEnabled !== true) continue
      report({ at: `${at}/valueFrom`, values: { secret: nameOf(graph, id) } })
    }
  },
  examples: () => ({
    valid: {
      'a secret that is not rotated': drawing({
        db: element('secret', { Name: 'web/db', RotationEnabled: false }),
        task: reading('@{db}'),
      }),
      'a rotated secret that no container is given': drawing({
        db: element('secret', { Name: 'web/db', RotationEnabled: true }),
        task: fargateTask(),
      }),
    },
    invalid: {
      'a rotated secret': {
        design: drawing({
          db: element('secret', { Name: 'web/db', RotationEnabled: true }),
          task: reading('@{db}'),
        }),
        element: 'task',
        at: '/containerDefinitions/0/secrets/0/valueFrom',
      },
    },
  }),
})
