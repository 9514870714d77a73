import { service as serviceKind } from '../../elements/service'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { behindBalancer, drawing, marked, onFargate } from '../examples'
import { definitionOf, isSaid } from '../reading'
import { getsTraffic, type ServiceSpec, schedulingOf } from '../rollout'
import { defineRule, type Fix } from '../rule'
import { toTask } from './convert'

const batch = { traits: ['batch'] }

export const runBatchService = defineRule({
  id: 'run-batch-service',
  severity: 'advice',
  on: [serviceKind],
  title: 'A job that ends is no service',
  message:
    '“{name}” runs to an end, and a service would start it again for ever; run it as a task, on a schedule if need be.',
  why: 'A service takes a task that ends for one that failed, and puts a new one in its place. Jobs are started by RunTask, up to ten copies at once, by hand, by a schedule or by an event.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:scheduling_tasks', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (!isSaid(graph, id, 'batch') || essentialsOf(graph, id) > 1) return
    const fix: Fix = { title: 'Make it a standalone task', apply: (draft) => toTask(draft, id) }
    report({ at: '', values: { name: nameOf(graph, id) }, ...(isBare(graph, id, spec) && { fix }) })
  },
  examples: () => ({
    valid: {
      'a service that waits for requests': behindBalancer(),
      'a job beside a container that stays': marked(
        onFargate(
          {},
          {
            containerDefinitions: [
              { name: 'report', image: 'public.ecr.aws/docker/library/python:3.13' },
              { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27' },
            ],
          },
        ),
        'web',
        batch,
      ),
      'a standalone task': marked(
        drawing({ nightly: { kind: 'task', spec: { taskDefinition: 'report' } } }),
        'nightly',
        batch,
      ),
    },
    invalid: {
      'a service said to end': { design: marked(onFargate(), 'web', batch), element: 'web', at: '' },
      'a task definition said to end': {
        design: marked(onFargate({ propagateTags: 'SERVICE' }), 'task', batch),
        element: 'web',
        at: '',
      },
      'behind a load balancer, which a task can’t be': {
        design: marked(behindBalancer(), 'web', batch),
        element: 'web',
        at: '',
      },
    },
  }),
})

function essentialsOf(graph: Graph, id: string): number {
  const containers = definitionOf(graph, id)?.spec.containerDefinitions ?? []
  return containers.filter(({ essential }) => essential !== false).length
}

/** Nothing but its tasks would get lost: no traffic, and no scaling policy or deployment group that names it. */
function isBare(graph: Graph, id: string, spec: ServiceSpec): boolean {
  const named = incoming(graph, id).some(({ relation }) => relation !== undefined)
  return !named && !getsTraffic(spec) && !spec.serviceRegistries && schedulingOf(spec) === 'REPLICA'
}
