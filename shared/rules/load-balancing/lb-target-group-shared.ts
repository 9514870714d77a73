import { isObject } from '../../basics/json'
import { refer } from '../../design/references'
import { targetGroup } from '../../elements/target-group'
import { connectBy } from '../../graph/connect'
import { type Graph, nameOf } from '../../graph/graph'
import { frontsOf, kindOfBalancer, targetGroupServices, targetGroupUsers } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, fargateTask, inSubnets, registered, service } from '../examples'
import { addElement } from '../fixes'
import { defineRule, type Fix } from '../rule'
import { behindNetworkBalancer, withElements } from './examples'
import { balancerName } from './names'

export const lbTargetGroupShared = defineRule({
  id: 'lb-target-group-shared',
  severity: 'warning',
  on: [targetGroup],
  title: 'Each service has a target group of its own',
  message:
    '“{first}” and “{second}” both register their tasks with “{group}”, so requests go to either; give each its own group.',
  why: 'A target group spreads requests over all its targets. With two services in it nobody can tell which of them answers, and the health of one’s deployment is mixed with the other’s.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, graph, report }) {
    const [first, second] = targetGroupServices(graph, id)
    if (first === undefined || second === undefined) return
    report({
      at: '',
      values: { first: nameOf(graph, first), second: nameOf(graph, second), group: nameOf(graph, id) },
      ...divide(graph, id),
    })
  },
  examples: () => ({
    valid: {
      'one service': behindBalancer(),
      'one service with two entries': behindBalancer({
        loadBalancers: [registered, { ...registered, containerPort: 8080 }],
      }),
    },
    invalid: {
      'two services': { design: shared(behindBalancer()), element: 'targets', at: '' },
      'two services behind a Network Load Balancer, which has no rules': {
        design: shared(behindNetworkBalancer('TCP', 80)),
        element: 'targets',
        at: '',
      },
    },
  }),
})

function shared(design: ReturnType<typeof behindBalancer>) {
  const serving = design.elements.task?.spec.containerDefinitions
  return withElements(design, {
    'api-task': fargateTask({ family: 'api', containerDefinitions: serving }),
    api: service({
      serviceName: 'api',
      taskDefinition: '@{api-task}',
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      loadBalancers: [registered],
    }),
  })
}

/** A copy of the group for every further service, with a rule of the one Application Load Balancer. */
function divide(graph: Graph, group: string): { readonly fix?: Fix } {
  const original = graph.element(group)
  const [user, ...otherUsers] = targetGroupUsers(graph, group)
  const [, ...others] = targetGroupServices(graph, group)
  const plain = others.every((one) => frontsOf(graph, one).every(({ alternate }) => alternate !== group))
  if (!original || original.existing || !user || otherUsers.length > 0 || !plain) return {}
  if (kindOfBalancer(graph, user.loadBalancer) !== 'application') return {}
  return {
    fix: {
      title: say`Give ${others.map((one) => `“${nameOf(graph, one)}”`).join(', ')} a target group of its own`,
      apply: (draft) => {
        for (const service of others) {
          const spec = draft.elements[service]?.spec
          const entries = Array.isArray(spec?.loadBalancers) ? spec.loadBalancers.filter(isObject) : []
          const mine = entries.filter((entry) => entry.targetGroupArn === refer(group))
          if (mine.length === 0) continue
          const copy = addElement(draft, `${service}-targets`, {
            kind: original.kind,
            spec: { ...original.spec, Name: balancerName(`${service}-targets`) },
          })
          for (const entry of mine) entry.targetGroupArn = refer(copy)
          connectBy(draft, user.loadBalancer, copy, `/Listeners/${user.listener}`)
        }
      },
    },
  }
}
