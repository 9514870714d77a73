/** What an item of `secrets` or `secretOptions` must hold. */
import { taskDefinition } from '../../elements/task-definition'
import { resolved } from '../../graph/graph'
import { container, drawing, element, fargateTask } from '../examples'
import { isKnown, lacksText } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { secretReferencesOf } from './secret-references'

const api = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  checked: '2026-11-26',
}
const PARAMETER = 'arn:aws:ssm:eu-west-1:123456789012:parameter/web/db-password'

export const secretMembers = ruleFamily([
  defineRule({
    id: 'secret-name-required',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/secrets', '/containerDefinitions/*/logConfiguration/secretOptions'],
    title: 'A secret has the name of the variable that gets it',
    message:
      'A secret of container “{container}” has no name; name the environment variable that gets its value.',
    variants: {
      option:
        'A secret option of container “{container}” has no name; name the log option that gets its value.',
    },
    why: 'The container finds the value under this name: it is an environment variable, or an option of the log driver. The name is required and has nothing to do with what the secret is called in its store.',
    sources: [api],
    check({ element, spec, report }) {
      for (const { at, name, container } of secretReferencesOf(spec)) {
        if (!lacksText(element, at, 'name', name)) continue
        report({
          at: `${at}/name`,
          values: { container },
          ...(at.includes('/secretOptions/') && { variant: 'option' }),
        })
      }
    },
    examples: () => ({
      valid: {
        'with a name': drawing({ task: reading({ name: 'DB_PASSWORD', valueFrom: PARAMETER }) }),
        'a placeholder': drawing({ task: reading({ name: '<variable>', valueFrom: PARAMETER }) }),
      },
      invalid: {
        'without a name': {
          design: drawing({ task: reading({ valueFrom: PARAMETER }) }),
          element: 'task',
          at: '/containerDefinitions/0/secrets/0/name',
        },
        'a log option without a name': {
          design: drawing({
            task: fargateTask({
              executionRoleArn: '<execution-role-arn>',
              containerDefinitions: [
                container({
                  logConfiguration: {
                    logDriver: 'splunk',
                    options: { 'splunk-url': 'https://splunk.example.com', 'splunk-token': '<token>' },
                    secretOptions: [{ name: '', valueFrom: PARAMETER }],
                  },
                }),
              ],
            }),
          }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/secretOptions/0/name',
        },
      },
    }),
  }),
  defineRule({
    id: 'secret-value-from',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/secrets', '/containerDefinitions/*/logConfiguration/secretOptions'],
    title: 'A secret comes from Secrets Manager or Parameter Store',
    message:
      'Secret “{name}” of container “{container}” comes from {service}; only Secrets Manager and Parameter Store hold secrets for ECS.',
    variants: {
      missing:
        'Secret “{name}” of container “{container}” comes from nowhere; set valueFrom to a secret or parameter.',
    },
    why: 'ECS reads the value from one of these two stores before the container starts: by the ARN of a secret or parameter, or by the name of a parameter in the same Region.',
    sources: [api],
    check({ element, spec, graph, report }) {
      for (const { at, called, valueFrom, container } of secretReferencesOf(spec)) {
        const place = `${at}/valueFrom`
        const missing = lacksText(element, at, 'valueFrom', valueFrom)
        const service = missing ? undefined : otherService(valueFrom && resolved(graph, valueFrom))
        if (!missing && service === undefined) continue
        report({
          at: place,
          values: { name: called, container, service: service ?? '' },
          ...(missing && { variant: 'missing' }),
        })
      }
    },
    examples: () => ({
      valid: {
        'the ARN of a parameter': drawing({ task: reading({ name: 'DB_PASSWORD', valueFrom: PARAMETER }) }),
        'the bare name of a parameter': drawing({
          task: reading({ name: 'DB_PASSWORD', valueFrom: '/web/db-password' }),
        }),
        'a key of a secret in the drawing': drawing({
          db: element('secret', { Name: 'web/db' }),
          task: reading({ name: 'DB_PASSWORD', valueFrom: '@{db.arn}:password::' }),
        }),
        'a placeholder': drawing({
          task: reading({ name: 'DB_PASSWORD', valueFrom: 'arn:aws:<service>:eu-west-1:123456789012:db' }),
        }),
      },
      invalid: {
        'an object in S3': {
          design: drawing({ task: reading({ name: 'DB_PASSWORD', valueFrom: 'arn:aws:s3:::secrets/db' }) }),
          element: 'task',
          at: '/containerDefinitions/0/secrets/0/valueFrom',
        },
        nothing: {
          design: drawing({ task: reading({ name: 'DB_PASSWORD', valueFrom: ' ' }) }),
          element: 'task',
          at: '/containerDefinitions/0/secrets/0/valueFrom',
        },
      },
    }),
  }),
])

/** The service of an ARN that is neither Secrets Manager's nor Parameter Store's. */
function otherService(valueFrom: string | undefined): string | undefined {
  const service = isKnown(valueFrom) ? /^arn:[^:]*:([^:]+):/.exec(valueFrom)?.[1] : undefined
  return service === 'secretsmanager' || service === 'ssm' ? undefined : service
}

function reading(secret: Readonly<Record<string, string>>) {
  return fargateTask({
    executionRoleArn: '<execution-role-arn>',
    containerDefinitions: [container({ secrets: [secret] })],
  })
}
