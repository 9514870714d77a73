import { isObject, setAt, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { containerNamed } from '../container/containers'
import { container, drawing, ec2Task } from '../examples'
import { judgedModes } from '../network/modes'
import { runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { routedOf, routersOf } from './routers'

const router = container({ name: 'log_router', memory: 64, firelensConfiguration: { type: 'fluentbit' } })
const through = { memory: 512, logConfiguration: { logDriver: 'awsfirelens' } }
const started = [{ containerName: 'log_router', condition: 'START' }]

export const logFirelensOrder = defineRule({
  id: 'log-firelens-order',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/firelensConfiguration'],
  title: 'In bridge mode the log router starts first',
  message:
    'In bridge mode container “{container}” should depend on log router “{router}”, so that the router starts first.',
  why: 'In bridge mode a router gets its address when it starts, and the containers that log through it are told that address as they start. ECS arranges the order by itself only as long as no dependency between the two is written.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const [router] = routersOf(spec)
    const name = router?.container.name
    if (!name || runsWindows(spec) !== false || !judgedModes(graph, id, spec).includes('bridge')) return
    for (const { at, called, container } of routedOf(spec)) {
      if (waitsFor(spec, container.name ?? '', name)) continue
      // Where the router waits for the application, turning that around is for people.
      const circle = container.name === undefined || waitsFor(spec, name, container.name)
      report({
        at: `${at}/dependsOn`,
        values: { container: called, router: name },
        ...(!circle && { fix: startFirst(id, at, name) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'with the dependency': drawing({
        task: ec2Task({ containerDefinitions: [container({ ...through, dependsOn: started }), router] }),
      }),
      'by way of another container': drawing({
        task: ec2Task({
          containerDefinitions: [
            container({ ...through, dependsOn: [{ containerName: 'proxy', condition: 'START' }] }),
            container({ name: 'proxy', memory: 64, dependsOn: started }),
            router,
          ],
        }),
      }),
      'in awsvpc mode': drawing({
        task: ec2Task({ networkMode: 'awsvpc', containerDefinitions: [container(through), router] }),
      }),
      'while nothing says in which mode it runs': drawing({
        task: ec2Task({
          requiresCompatibilities: undefined,
          containerDefinitions: [container(through), router],
        }),
      }),
    },
    invalid: {
      'in bridge mode, the default on EC2': {
        design: drawing({ task: ec2Task({ containerDefinitions: [container(through), router] }) }),
        element: 'task',
        at: '/containerDefinitions/0/dependsOn',
      },
      'a router that waits for the application': {
        design: drawing({
          task: ec2Task({
            networkMode: 'bridge',
            containerDefinitions: [
              container(through),
              { ...router, dependsOn: [{ containerName: 'web', condition: 'START' }] },
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/dependsOn',
      },
    },
  }),
})

/** Does a container wait for another one, be it by way of others? */
function waitsFor(spec: TaskDefinitionSpec, name: string, other: string, seen = new Set<string>()): boolean {
  if (seen.has(name)) return false
  seen.add(name)
  const before = containerNamed(spec, name)?.container.dependsOn ?? []
  return before.some(
    ({ containerName }) =>
      containerName !== undefined && (containerName === other || waitsFor(spec, containerName, other, seen)),
  )
}

function startFirst(id: string, at: string, router: string): Fix {
  return {
    title: say`Start “${router}” first`,
    apply: (draft) => {
      const container = valueAt(draft.elements[id]?.spec, at)
      if (!isObject(container)) return
      const before: unknown[] = Array.isArray(container.dependsOn) ? container.dependsOn : []
      if (before.some((one) => isObject(one) && one.containerName === router)) return
      setAt(container, '/dependsOn', [...before, { containerName: router, condition: 'START' }])
    },
  }
}
