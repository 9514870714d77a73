import type { Design } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { runOf } from '../../graph/runs'
import { frontsOf } from '../../graph/traffic'
import { container, drawing, ec2Task, element, service } from '../examples'
import { staticHostPort } from '../ports'
import { definitionOf, networkModeOf } from '../reading'
import { defineRule } from '../rule'
import { dynamicPortFix } from './dynamic-port'

export const portDynamicLb = defineRule({
  id: 'port-dynamic-lb',
  severity: 'advice',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Behind a load balancer host ports are better dynamic',
  message:
    'The load balancer finds tasks on any host port; with 0 instead of {port} an instance can run several of them.',
  why: 'ECS registers each task with the host port that it got, so Application and Network Load Balancers need no fixed one. A fixed port allows one task on each instance, and a rollout needs free instances beside those that serve.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:load-balancer-types', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const launch = spec.loadBalancers?.length ? runOf(graph, id)?.launch : undefined
    const definition = launch === 'EC2' ? definitionOf(graph, id) : undefined
    if (!definition || networkModeOf(definition.spec, 'EC2') !== 'bridge') return
    for (const { kind, mapping, mappingIndex, container: index, pointer } of frontsOf(graph, id)) {
      if (kind !== 'application' && kind !== 'network') continue
      const port = mapping && staticHostPort(mapping)
      if (!mapping || port === undefined || index === undefined) continue
      const at = `/containerDefinitions/${index}/portMappings/${mappingIndex}`
      report({
        at: pointer,
        values: { port },
        ...dynamicPortFix(graph, definition.id, { at, index, mapping }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a dynamic port': behind({ containerPort: 8080, hostPort: 0 }),
      'left out, which is dynamic': behind({ containerPort: 8080 }),
      'in host mode, which has no dynamic ports': behind(
        { containerPort: 8080, hostPort: 8080 },
        { networkMode: 'host' },
      ),
    },
    invalid: {
      'a fixed port': {
        design: behind({ containerPort: 8080, hostPort: 8080 }),
        element: 'web',
        at: '/loadBalancers/0',
      },
      'a fixed port that the health check counts on': {
        design: behind({ containerPort: 8080, hostPort: 8080 }, {}, { HealthCheckPort: '8080' }),
        element: 'web',
        at: '/loadBalancers/0',
      },
    },
  }),
})

function behind(
  mapping: Readonly<Record<string, unknown>>,
  spec: Readonly<Record<string, unknown>> = {},
  targets: Readonly<Record<string, unknown>> = {},
): Design {
  return drawing({
    targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, ...targets }),
    task: ec2Task({
      containerDefinitions: [container({ memory: 512, portMappings: [mapping] })],
      ...spec,
    }),
    web: service({
      launchType: 'EC2',
      loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web', containerPort: 8080 }],
    }),
  })
}
