import { targetGroup } from '../../elements/target-group'
import { task as taskKind } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import type { Connection } from '../../graph/connection'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { kindOfBalancer } from '../../graph/traffic'
import { container, drawing, element, fargateTask, inSubnets, link, service } from '../examples'
import { defineRule } from '../rule'
import { listener, VPC } from './examples'
import { toItsService, toService } from './to-service'

const serving = fargateTask({ containerDefinitions: [container({ portMappings: [{ containerPort: 80 }] })] })
const targets = element('target-group', {
  Name: 'web',
  TargetType: 'ip',
  Protocol: 'HTTP',
  Port: 80,
  VpcId: VPC,
})
const bare = element('application-load-balancer', { Name: 'web' })
const balancer = element('application-load-balancer', {
  Name: 'web',
  Listeners: [listener('HTTP', 80)],
})

export const lbStandaloneTask = defineRule({
  id: 'lb-standalone-task',
  severity: 'error',
  refusesLine: true,
  on: [taskKind, taskDefinition],
  title: 'Only services are registered with load balancers',
  message:
    '“{from}” can’t send traffic to standalone task “{task}”: only services are registered; run it as a service.',
  variants: {
    definition:
      '“{from}” can’t send traffic to task definition “{task}”: it is only a mould; register a service that runs it.',
  },
  why: 'CreateService is told which target groups its tasks go into, and keeps them registered as tasks come and go. RunTask knows no load balancer: nothing would register a task that it starts.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    const lines = incoming(graph, id).filter((line) => balances(graph, line))
    const [first] = lines
    if (!first) return
    const values = { from: nameOf(graph, first.from), task: nameOf(graph, id) }
    if (element.kind === taskDefinition.kind) {
      const fix = toItsService(graph, id, lines)
      report({ at: '', values, variant: 'definition', ...(fix && { fix }) })
      return
    }
    const fix = toService(graph, id, lines)
    report({ at: '', values, ...(fix && { fix }) })
  },
  examples: () => ({
    valid: {
      'a service behind the load balancer': drawing({
        task: serving,
        targets,
        balancer,
        web: service({
          launchType: 'FARGATE',
          networkConfiguration: inSubnets,
          loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web', containerPort: 80 }],
        }),
      }),
      'a standalone task that nothing sends to': drawing({
        task: serving,
        nightly: standalone(),
        balancer,
        targets,
      }),
      'a task that a queue feeds': drawing(
        { task: serving, nightly: standalone(), jobs: element('sqs-queue', { QueueName: 'jobs' }) },
        { feed: link('jobs', 'feeds', 'task') },
      ),
    },
    invalid: {
      'a target group in front of a task': {
        design: drawing(
          { task: serving, nightly: standalone(), targets, balancer },
          { line: link('targets', 'forwards', 'nightly') },
        ),
        element: 'nightly',
        at: '',
      },
      'a load balancer in front of a task': {
        design: drawing(
          { task: serving, nightly: standalone(), balancer: bare },
          { line: link('balancer', 'traffic', 'nightly') },
        ),
        element: 'nightly',
        at: '',
      },
      'a load balancer in front of a task that another element refers to': {
        design: drawing(
          {
            task: serving,
            nightly: standalone(),
            balancer: bare,
            client: fargateTask({
              family: 'client',
              containerDefinitions: [container({ environment: [{ name: 'SERVER', value: '@{nightly}' }] })],
            }),
          },
          { line: link('balancer', 'traffic', 'nightly') },
        ),
        element: 'nightly',
        at: '',
      },
      'a load balancer in front of a task that serves no port': {
        design: drawing(
          { task: fargateTask(), nightly: standalone(), balancer: bare },
          { line: link('balancer', 'traffic', 'nightly') },
        ),
        element: 'nightly',
        at: '',
      },
      'a load balancer in front of the task definition of a service': {
        design: drawing(
          {
            task: serving,
            balancer: bare,
            web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
          },
          { line: link('balancer', 'traffic', 'task') },
        ),
        element: 'task',
        at: '',
      },
      'a target group in front of a task definition that nothing runs': {
        design: drawing({ task: serving, targets, balancer }, { line: link('targets', 'forwards', 'task') }),
        element: 'task',
        at: '',
      },
    },
  }),
})

function standalone() {
  return element('task', {
    cluster: 'main',
    taskDefinition: '@{task}',
    launchType: 'FARGATE',
    networkConfiguration: inSubnets,
  })
}

/** Does a load balancer or target group send to it? No spec can say so: the line is one that the design stores. */
function balances(graph: Graph, { from, relation, meaning }: Connection): boolean {
  if (relation || (meaning !== 'forwards' && meaning !== 'traffic')) return false
  return graph.element(from)?.kind === targetGroup.kind || kindOfBalancer(graph, from) !== undefined
}
