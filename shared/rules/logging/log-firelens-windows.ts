import { isObject } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix, type RuleContext } from '../rule'
import { awslogsFix } from './awslogs-fix'
import { driverAt, routedOf, routersOf } from './routers'

const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
const router = { name: 'log_router', firelensConfiguration: { type: 'fluentbit' } }
const through = { logConfiguration: { logDriver: 'awsfirelens' } }

export const logFirelensWindows = defineRule({
  id: 'log-firelens-windows',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/runtimePlatform/operatingSystemFamily'],
  title: 'FireLens runs on Linux only',
  message:
    'Container “{container}” uses FireLens, which ECS has for Linux tasks only; log with awslogs on Windows.',
  why: 'ECS sets a log router up by means that only Linux containers have. On Windows, logs go to CloudWatch with awslogs, or Fluent Bit runs as a service of its own.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
      checked: '2026-11-26',
    },
  ],
  check(definition) {
    const { spec, report } = definition
    const [routed] = routedOf(spec)
    const [router] = routersOf(spec)
    const user = router ?? routed
    if (!user || runsWindows(spec) !== true) return
    report({
      at: router?.place ?? driverAt(user),
      values: { container: user.called },
      fix: leaveFireLens(definition),
    })
  },
  examples: () => ({
    valid: {
      'on Linux': drawing({
        task: fargateTask({ containerDefinitions: [container(through), container(router)] }),
      }),
      'awslogs on Windows': drawing({
        task: ec2Task({
          runtimePlatform: windows,
          containerDefinitions: [container({ memory: 512, logConfiguration: { logDriver: 'awslogs' } })],
        }),
      }),
      'an operating system that is still to be filled in': drawing({
        task: ec2Task({
          runtimePlatform: { operatingSystemFamily: '<os>' },
          containerDefinitions: [
            container({ ...through, memory: 512 }),
            container({ ...router, memory: 64 }),
          ],
        }),
      }),
    },
    invalid: {
      'a router that a container waits for': {
        design: drawing({
          task: ec2Task({
            runtimePlatform: windows,
            containerDefinitions: [
              container({
                ...through,
                memory: 512,
                dependsOn: [{ containerName: 'log_router', condition: 'START' }],
              }),
              container({ ...router, memory: 64 }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/firelensConfiguration',
      },
      'the driver alone': {
        design: drawing({
          task: ec2Task({
            runtimePlatform: windows,
            containerDefinitions: [container({ ...through, memory: 512 })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
      'a router alone': {
        design: drawing({
          task: ec2Task({
            runtimePlatform: windows,
            containerDefinitions: [container({ ...router, memory: 64 })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/firelensConfiguration',
      },
    },
  }),
})

/** Whoever logged through the router logs to CloudWatch, and the router goes, with what waited for it. */
function leaveFireLens(definition: RuleContext<TaskDefinitionSpec>): Fix {
  const { id, spec } = definition
  const toAwslogs = awslogsFix(
    definition,
    routedOf(spec).map(({ index }) => index),
  )
  return {
    title: routedOf(spec).length > 0 ? 'Log with awslogs instead of FireLens' : 'Remove the log router',
    apply: (draft) => {
      if (routedOf(spec).length > 0) toAwslogs.apply(draft)
      const containers: unknown = draft.elements[id]?.spec.containerDefinitions
      if (Array.isArray(containers)) removeRouters(containers)
    },
  }
}

/** The only container of a task stays, without being a router. */
function removeRouters(containers: unknown[]): void {
  const objects = containers.filter(isObject)
  const routers = objects.filter((container) => container.firelensConfiguration !== undefined)
  for (const router of routers) {
    if (containers.length > 1) containers.splice(containers.indexOf(router), 1)
    else delete router.firelensConfiguration
  }
  const gone = new Set(routers.filter((one) => !containers.includes(one)).map(({ name }) => name))
  for (const container of containers.filter(isObject)) {
    if (!Array.isArray(container.dependsOn)) continue
    const left = container.dependsOn.filter((one) => !isObject(one) || !gone.has(one.containerName))
    if (left.length === 0) delete container.dependsOn
    else container.dependsOn = left
  }
}
