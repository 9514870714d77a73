/** Environment variables that are set more than once. */
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { dropItemsWith } from '../fixes'
import { isKnown, type TaskDefinitionSpec } from '../reading'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { containersOf } from './containers'
import { keepLastFix, repeatedNames } from './environment'

const CONTAINER = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

const drawn = {
  role: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
  credentials: element('secret', { Name: 'db-credentials' }),
}

export const repeatedVariables = ruleFamily([
  defineRule({
    id: 'container-env-duplicate',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/environment'],
    title: 'An environment variable is set once',
    message: 'Variable “{name}” is set twice in container “{container}”; keep one.',
    why: 'Only the last value reaches the program, so the others are dead text that somebody may change in vain. Tools that compare task definitions often see a difference after every deployment.',
    sources: [CONTAINER],
    check: (context) => reportRepeated(context, 'environment'),
    examples: () => ({
      valid: {
        'different names': environment({ name: 'A', value: '1' }, { name: 'B', value: '1' }),
        'names that differ in letter case': environment({ name: 'A', value: '1' }, { name: 'a', value: '2' }),
        placeholders: environment({ name: '<name>', value: '1' }, { name: '<name>', value: '2' }),
      },
      invalid: {
        'two values': {
          design: environment({ name: 'A', value: '1' }, { name: 'A', value: '2' }),
          element: 'task',
          at: '/containerDefinitions/0/environment/1/name',
        },
        'the same value three times': {
          design: environment(
            { name: 'A', value: '1' },
            { name: 'A', value: '1' },
            { name: 'B', value: '1' },
            { name: 'A', value: '1' },
          ),
          element: 'task',
          at: '/containerDefinitions/0/environment/3/name',
        },
      },
    }),
  }),
  defineRule({
    id: 'container-secret-duplicate',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/secrets'],
    title: 'A variable gets one secret',
    message: 'Two secrets of container “{container}” go to variable “{name}”; keep one.',
    why: 'Each secret fills one environment variable, and ECS refuses a definition in which two fill the same one: it would not say which value the program gets.',
    sources: [CONTAINER, { ref: 'ERR:CircleCI-Public/aws-ecs-orb#190', checked: '2026-11-21' }],
    check: (context) => reportRepeated(context, 'secrets'),
    examples: () => ({
      valid: {
        'different names': withSecrets({}, 'DB_USER', 'DB_PASSWORD'),
        'one secret for two containers': drawing({
          ...drawn,
          task: fargateTask({
            executionRoleArn: '@{role}',
            containerDefinitions: [
              container({ name: 'app', secrets: [secret('DB_PASSWORD')] }),
              container({ name: 'jobs', secrets: [secret('DB_PASSWORD')] }),
            ],
          }),
        }),
      },
      invalid: {
        'the same name twice': {
          design: withSecrets({}, 'DB_PASSWORD', 'DB_USER', 'DB_PASSWORD'),
          element: 'task',
          at: '/containerDefinitions/0/secrets/2/name',
        },
      },
    }),
  }),
  defineRule({
    id: 'container-env-secret-collision',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/secrets'],
    title: 'A variable is either plain or secret',
    message:
      '“{name}” is both a plain variable and a secret of container “{container}”; remove the plain one.',
    why: 'ECS refuses a definition that sets a variable twice, once in plain sight and once from a secret. Where somebody has made a secret of it, the plain value should go: it can be read by everyone who can read the definition.',
    sources: [
      CONTAINER,
      { ref: 'ERR:dagster-io/dagster#11622', checked: '2026-11-21' },
      { ref: 'ERR:compose-x/ecs_composex#707', checked: '2026-11-21' },
    ],
    check({ id, spec, report }) {
      for (const { at, called, container } of containersOf(spec)) {
        const { secrets, environment = [] } = container
        for (const [index, { name }] of environment.entries()) {
          if (!isKnown(name) || !secrets?.some((secret) => secret.name === name)) continue
          // Of a variable that stands there twice the last one counts.
          if (environment.findLastIndex((one) => one.name === name) > index) continue
          report({
            at: `${at}/environment/${index}`,
            values: { name, container: called },
            fix: dropItemsWith(say`Remove the plain “${name}”`, id, `${at}/environment`, 'name', name),
          })
        }
      }
    },
    examples: () => ({
      valid: {
        'two names': withSecrets({ environment: [{ name: 'DB_USER', value: 'app' }] }, 'DB_PASSWORD'),
        'the same name in another container': drawing({
          ...drawn,
          task: fargateTask({
            executionRoleArn: '@{role}',
            containerDefinitions: [
              container({ name: 'app', secrets: [secret('DB_PASSWORD')] }),
              container({ name: 'db', environment: [{ name: 'DB_PASSWORD', value: '<password>' }] }),
            ],
          }),
        }),
      },
      invalid: {
        'the same name': {
          design: withSecrets({ environment: [{ name: 'DB_PASSWORD', value: '<password>' }] }, 'DB_PASSWORD'),
          element: 'task',
          at: '/containerDefinitions/0/environment/0',
        },
      },
    }),
  }),
])

/** Reports the names that stand in a list of a container more than once. */
function reportRepeated(
  { id, spec, report }: RuleContext<TaskDefinitionSpec>,
  member: 'environment' | 'secrets',
): void {
  for (const { at, called, container } of containersOf(spec)) {
    const list = `${at}/${member}`
    for (const [name, index] of repeatedNames(container[member])) {
      report({
        at: `${list}/${index}/name`,
        values: { name, container: called },
        fix: keepLastFix(id, list, name),
      })
    }
  }
}

function environment(...variables: readonly { readonly name: string; readonly value: string }[]) {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ environment: variables })] }) })
}

function secret(name: string) {
  return { name, valueFrom: '@{credentials}' }
}

function withSecrets(members: Spec, ...names: readonly string[]) {
  return drawing({
    ...drawn,
    task: fargateTask({
      executionRoleArn: '@{role}',
      containerDefinitions: [container({ ...members, secrets: names.map(secret) })],
    }),
  })
}
