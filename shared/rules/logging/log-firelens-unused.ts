import { isObject, valueAt } from '../../basics/json'
import { partShape } from '../../elements/parts/imported-shape'
import { taskDefinition } from '../../elements/task-definition'
import { english, listed, say } from '../../texts/text'
import { containersOf } from '../container/containers'
import { container, drawing, fargateTask } from '../examples'
import { familyOf, isWrittenIn, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix, type RuleContext } from '../rule'
import { groupName } from './awslogs-fix'
import { hasIdleRouter, type Router, routersOf } from './routers'

const router = (members = {}) =>
  container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' }, ...members })

export const logFirelensUnused = defineRule({
  id: 'log-firelens-unused',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/firelensConfiguration'],
  title: 'A log router needs a container that logs through it',
  message:
    'No container logs through log router “{router}”; give at least one the log driver awsfirelens, or remove the FireLens configuration.',
  why: 'ECS makes the router’s configuration from the containers that use the awsfirelens driver, and RegisterTaskDefinition refuses a router without one, also when it is only meant to collect metrics or files.',
  sources: [
    { ref: 'ERR:pulumi/pulumi-awsx#552', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
      checked: '2026-11-26',
    },
  ],
  check(definition) {
    const { element, spec, report } = definition
    const [first] = routersOf(spec)
    if (!first || !hasIdleRouter(spec) || partShape(element) === 'container') return
    report({ at: first.place, values: { router: first.called }, ...logThrough(definition, first) })
  },
  examples: () => ({
    valid: {
      'an application that logs through it': drawing({
        task: fargateTask({
          containerDefinitions: [router(), container({ logConfiguration: { logDriver: 'awsfirelens' } })],
        }),
      }),
      'one container of a file, whose neighbours nobody knows': drawing({
        task: {
          kind: 'task-definition',
          spec: { containerDefinitions: [router()] },
          imported: { shape: 'container' },
        },
      }),
      'an application whose driver is not known yet': drawing({
        task: fargateTask({
          containerDefinitions: [router(), container({ logConfiguration: { logDriver: '<driver>' } })],
        }),
      }),
      'an application that names no driver, which log-driver-value reports': drawing({
        task: fargateTask({
          containerDefinitions: [router(), container({ logConfiguration: { options: {} } })],
        }),
      }),
      'no router': drawing({ task: fargateTask() }),
    },
    invalid: {
      'beside an application without a log configuration': {
        design: drawing({ task: fargateTask({ containerDefinitions: [container(), router()] }) }),
        element: 'task',
        at: '/containerDefinitions/1/firelensConfiguration',
      },
      'with a configuration of its own, which says where the logs go': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              router({
                firelensConfiguration: {
                  type: 'fluentbit',
                  options: { 'config-file-type': 'file', 'config-file-value': '/extra.conf' },
                },
              }),
              container(),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/firelensConfiguration',
      },
      'beside an application that logs elsewhere, which only people can decide': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [router(), container({ logConfiguration: { logDriver: 'splunk' } })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/firelensConfiguration',
      },
      'through which only the router itself logs': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [router({ logConfiguration: { logDriver: 'awsfirelens' } })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/firelensConfiguration',
      },
    },
  }),
})

type Definition = Pick<RuleContext<TaskDefinitionSpec>, 'id' | 'element' | 'spec'>

/** Only containers without a log configuration are changed: what logs elsewhere was meant to. */
function logThrough(definition: Definition, router: Router): { readonly fix?: Fix } {
  const { id, element, spec } = definition
  const silent = containersOf(spec).filter(
    ({ at }) =>
      !isWrittenIn(element, at, 'logConfiguration') && !isWrittenIn(element, at, 'firelensConfiguration'),
  )
  if (silent.length === 0) return {}
  const names = listed(silent.map(({ called }) => say`“${called}”`))
  const fix: Fix = {
    title: say`Send the logs of ${names} through the log router`,
    apply: (draft) => {
      for (const { at, called } of silent) {
        const container = valueAt(draft.elements[id]?.spec, at)
        if (!isObject(container) || container.logConfiguration) continue
        container.logConfiguration = {
          logDriver: 'awsfirelens',
          ...outputOf(router, familyOf(id, definition.spec), english(called), draft.region),
        }
      }
    },
  }
  return { fix }
}

/** Fluent Bit without a configuration of its own sends the logs nowhere, so they go to CloudWatch Logs. */
function outputOf({ fireLens }: Router, family: string, container: string, region = '<region>') {
  if (fireLens.type !== 'fluentbit' || fireLens.options?.['config-file-value']) return {}
  return {
    options: {
      Name: 'cloudwatch_logs',
      region,
      log_group_name: groupName(family),
      log_stream_prefix: `${container}-`,
      auto_create_group: 'true',
    },
  }
}
