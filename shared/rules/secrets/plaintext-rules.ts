/** Secrets that stand in plain text in a task definition. */
import { credentialNames } from '../../aws/facts/secret-names'
import { taskDefinition } from '../../elements/task-definition'
import { containersOf } from '../container/containers'
import { container, drawing, ec2Task, element, fargateTask } from '../examples'
import { moveToSecret } from '../fixes-secrets'
import type { TaskDefinitionSpec } from '../reading'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { isPlainSecret, isUrlWithPassword } from './plain-text'

const why =
  'Environment variables stand in the task definition, which every revision keeps and which many people and tools may read. A secret is read from its store when the container starts, by whoever has the permission, and the container sees the same variable.'
const sources = [
  {
    ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    checked: '2026-11-26',
  },
  { ref: 'SH:ECS.8', checked: '2026-11-21' },
] as const
const at = '/containerDefinitions/0/environment/0/value'

export const plaintextRules = ruleFamily([
  defineRule({
    id: 'secret-plaintext-env',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/environment'],
    title: 'Passwords and keys are no plain environment variables',
    message:
      '“{name}” of container “{container}” looks like a secret in plain text; keep it in Secrets Manager or Parameter Store and name it under secrets.',
    variants: {
      credential:
        '“{name}” of container “{container}” is an AWS credential in plain text; let the task role give credentials, or keep it in a secret.',
    },
    why,
    sources,
    check(context) {
      reportVariables(context, isPlainSecret, (name) =>
        credentialNames.includes(name) ? 'credential' : undefined,
      )
    },
    examples: () => ({
      valid: {
        'a plain setting': drawing({ task: withVariable('STAGE', 'production') }),
        'where the secret is': drawing({
          task: withVariable(
            'DB_SECRET_ARN',
            'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3',
          ),
        }),
        'where the secret is, under a name that does not say so': drawing({
          task: withVariable('DB_PASSWORD', '/run/secrets/db-password'),
        }),
        'an identifier of another element': drawing({
          db: element('secret', { Name: 'web/db' }),
          task: withVariable('DB_SECRET', '@{db.name}'),
        }),
        'a placeholder': drawing({ task: withVariable('DB_PASSWORD', '<password>') }),
        'how secrets are treated': drawing({ task: withVariable('PASSWORD_MIN_CHARS', '12') }),
        'a switch': drawing({ task: withVariable('USE_TOKEN', 'true') }),
        'tokens of a language model': drawing({ task: withVariable('MAX_TOKENS', '4096') }),
      },
      invalid: {
        'a password': {
          design: drawing({ task: withVariable('DB_PASSWORD', 'hunter2') }),
          element: 'task',
          at,
        },
        'a key, in another spelling': {
          design: drawing({ task: withVariable('stripeApiKey', 'not-a-real-key') }),
          element: 'task',
          at,
        },
        'an AWS credential': {
          design: drawing({ task: withVariable('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE') }),
          element: 'task',
          at,
        },
        'beside a secret, on EC2': {
          design: drawing({
            db: element('secret', { Name: 'web/db' }),
            task: ec2Task({
              executionRoleArn: '<execution-role-arn>',
              containerDefinitions: [
                container({
                  memory: 512,
                  environment: [
                    { name: 'STAGE', value: 'test' },
                    { name: 'JWT_SECRET', value: 'not-a-real-secret' },
                  ],
                  secrets: [{ name: 'DB_PASSWORD', valueFrom: '@{db}' }],
                }),
              ],
            }),
          }),
          element: 'task',
          at: '/containerDefinitions/0/environment/1/value',
        },
      },
    }),
  }),
  defineRule({
    id: 'secret-plaintext-url',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/environment'],
    title: 'A URL in an environment variable holds no password',
    message:
      '“{name}” of container “{container}” is a URL with a password in it; keep the whole URL in a secret.',
    why,
    sources,
    check(context) {
      reportVariables(context, (name, value) => isUrlWithPassword(value) && !isPlainSecret(name, value))
    },
    examples: () => ({
      valid: {
        'an address': drawing({
          task: withVariable('DATABASE_URL', 'postgres://db.example.com:5432/orders'),
        }),
        'a user without a password': drawing({ task: withVariable('DATABASE_URL', 'mysql://web@db/orders') }),
        'a placeholder for the password': drawing({
          task: withVariable('DATABASE_URL', 'postgres://web:<password>@db/orders'),
        }),
      },
      invalid: {
        'with a password': {
          design: drawing({ task: withVariable('DATABASE_URL', 'postgres://web:hunter2@db/orders') }),
          element: 'task',
          at,
        },
      },
    }),
  }),
])

/** Reports the plain variables that a test finds, each with the fix that makes a secret of it. */
function reportVariables(
  { id, spec, report }: RuleContext<TaskDefinitionSpec>,
  found: (name: string, value: string) => boolean,
  variantFor?: (name: string) => string | undefined,
): void {
  for (const { at: place, called, container } of containersOf(spec)) {
    for (const [index, { name, value }] of (container.environment ?? []).entries()) {
      if (!name || value === undefined || !found(name, value)) continue
      const from = `${place}/environment/${index}`
      const variant = variantFor?.(name)
      report({
        at: `${from}/value`,
        values: { name, container: called },
        ...(variant !== undefined && { variant }),
        fix: moveToSecret(id, name, { from, into: `${place}/secrets` }),
      })
    }
  }
}

function withVariable(name: string, value: string) {
  return fargateTask({ containerDefinitions: [container({ environment: [{ name, value }] })] })
}
