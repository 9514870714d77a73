import { ROUTER_IMAGE, ROUTER_MEMORY } from '../../aws/facts/log-options'
import { CONTAINERS } from '../../aws/facts/task-limits'
import { isObject } from '../../basics/json'
import { freeId } from '../../basics/slug'
import { partShape } from '../../elements/parts/imported-shape'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { routing, subnetsOf } from '../../graph/network'
import { runsOf } from '../../graph/runs'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { isAbsent, runsWindows } from '../reading'
import { defineRule, type Fix } from '../rule'
import { driverAt, routedOf, routersOf } from './routers'

const through = container({ logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'http' } } })
const router = container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' } })

export const logFirelensRouterMissing = defineRule({
  id: 'log-firelens-router-missing',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  title: 'Who logs through FireLens needs a log router in the task',
  message:
    'Container “{container}” logs through awsfirelens, but no container of the task is a log router; add one.',
  why: 'The awsfirelens driver hands each line to the log router, which is a container of the same task with a FireLens configuration. RegisterTaskDefinition refuses a definition in which nobody would take the lines.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const [first] = routedOf(spec)
    if (!first) return
    // A container on its own has its router elsewhere; on Windows there is none (log-firelens-windows).
    if (routersOf(spec).length > 0 || partShape(element) === 'container' || runsWindows(spec) !== false)
      return
    report({
      at: driverAt(first),
      values: { container: first.called },
      ...(!isShutIn(graph, id) && addRouter(id, spec)),
    })
  },
  examples: () => ({
    valid: {
      'with a router': drawing({ task: fargateTask({ containerDefinitions: [through, router] }) }),
      'one container of a file, whose neighbours nobody knows': drawing({
        task: {
          kind: 'task-definition',
          spec: { containerDefinitions: [through] },
          imported: { shape: 'container' },
        },
      }),
      'no FireLens at all': drawing({ task: fargateTask() }),
    },
    invalid: {
      'on Fargate': {
        design: drawing({ task: fargateTask({ containerDefinitions: [through] }) }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
      'on EC2, where the router needs memory of its own': {
        design: drawing({
          task: ec2Task({
            containerDefinitions: [
              container({ name: 'log_router', memory: 64 }),
              { ...through, memory: 512 },
              { ...through, name: 'proxy', memory: 64 },
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/logConfiguration/logDriver',
      },
    },
  }),
})

/** AWS's image is in a public registry, which nothing leads to from some subnets. */
function isShutIn(graph: Graph, taskDefinition: string): boolean {
  return runsOf(graph, taskDefinition).some(({ runner }) =>
    subnetsOf(graph, runner).some((subnet) => routing(graph, subnet) === 'isolated'),
  )
}

function addRouter(
  id: string,
  spec: {
    readonly memory?: string | undefined
    readonly containerDefinitions?: readonly unknown[] | undefined
  },
): { readonly fix?: Fix } {
  if ((spec.containerDefinitions?.length ?? 0) >= CONTAINERS) return {}
  const reserved = isAbsent(spec.memory) ? { memoryReservation: ROUTER_MEMORY } : {}
  const fix: Fix = {
    title: 'Add a log router with AWS’s image of Fluent Bit',
    apply: (draft) => {
      const containers: unknown = draft.elements[id]?.spec.containerDefinitions
      if (!Array.isArray(containers) || containers.some((one) => isObject(one) && one.firelensConfiguration))
        return
      const taken = new Set(containers.map((one) => (isObject(one) ? one.name : undefined)))
      containers.push({
        name: freeId('log_router', (name) => taken.has(name)),
        image: ROUTER_IMAGE,
        essential: true,
        ...reserved,
        firelensConfiguration: { type: 'fluentbit' },
      })
    },
  }
  return { fix }
}
