import { taskDefinition } from '../../elements/task-definition'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { ARN, reading } from './examples'
import { ALL_PARTS, OWN_PARTS, secretParts } from './json-keys'
import { secretReferencesOf } from './secret-references'

export const secretJsonKeyForm = defineRule({
  id: 'secret-json-key-form',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/secrets', '/containerDefinitions/*/logConfiguration/secretOptions'],
  title: 'A key of a secret is written with all three fields behind the ARN',
  message:
    'Secret “{name}” of container “{container}” has {count} of the three fields behind the secret’s ARN; write all their colons, such as :password:: for a key.',
  variants: {
    many: 'Secret “{name}” of container “{container}” has too many fields behind the secret’s ARN; there are a JSON key, a version stage and a version ID.',
  },
  why: 'Behind the ARN stand a JSON key, a version stage and a version ID, with a colon before each. A field may be empty, but its colon has to be there, or ECS takes the text for the ARN of another secret and the task does not start.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, called, valueFrom = '', container } of secretReferencesOf(spec)) {
      const parts = secretParts(graph, valueFrom)?.length ?? OWN_PARTS
      if (parts <= OWN_PARTS || parts === ALL_PARTS) continue
      const place = `${at}/valueFrom`
      const missing = ALL_PARTS - parts
      report({
        at: place,
        values: { name: called, container, count: parts - OWN_PARTS },
        ...(missing > 0
          ? { fix: setMembers('Add the missing colons', id, { [place]: valueFrom + ':'.repeat(missing) }) }
          : { variant: 'many' }),
      })
    }
  },
  examples: () => ({
    valid: {
      'the whole secret': drawing({ task: reading(ARN) }),
      'a key': drawing({ task: reading(`${ARN}:password::`) }),
      'a version stage': drawing({ task: reading(`${ARN}::AWSPREVIOUS:`) }),
      'a key of a secret in the drawing': drawing({
        db: element('secret', { Name: 'web/db' }),
        task: reading('@{db}:password::'),
      }),
      'a parameter, whose name may hold a colon': drawing({
        task: reading('arn:aws:ssm:eu-west-1:123456789012:parameter/web/db:3:4'),
      }),
      'a placeholder': drawing({ task: reading('arn:aws:secretsmanager:<region>:<account>:secret:db:key') }),
    },
    invalid: {
      'a key alone': {
        design: drawing({ task: reading(`${ARN}:password`) }),
        element: 'task',
        at: '/containerDefinitions/0/secrets/0/valueFrom',
      },
      'a key with one colon, of a secret in the drawing': {
        design: drawing({
          db: element('secret', { Name: 'web/db' }),
          task: reading('@{db.arn}:password:'),
        }),
        element: 'task',
        at: '/containerDefinitions/0/secrets/0/valueFrom',
      },
      'one field too many': {
        design: drawing({ task: reading(`${ARN}:password:::`) }),
        element: 'task',
        at: '/containerDefinitions/0/secrets/0/valueFrom',
      },
    },
  }),
})
