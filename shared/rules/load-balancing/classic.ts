/** Classic Load Balancers in front of tasks that are reached by their container instance. */
import type { Element } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { type Graph, resolved } from '../../graph/graph'
import { type Front, frontsOf } from '../../graph/traffic'
import { containersOf } from '../container/containers'
import { container, drawing, onFargate, service } from '../examples'
import { definitionOf, givesOwnInterface, isAbsent } from '../reading'
import type { ServiceSpec } from '../rollout'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { behindClassic, bridgeBehindBalancer, CLASSIC, classicEntry, differing, mapped } from './examples'
import { replaceClassic } from './replace-classic'
import { hasDynamicPort, networkModeOfService } from './served'

const loadBalancing = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  checked: '2026-11-26',
}
const healthCheck = { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] }

export const classicBalancers = ruleFamily([
  defineRule({
    id: 'lb-classic-discouraged',
    severity: 'warning',
    on: [serviceKind],
    needs: ['/loadBalancers/*/loadBalancerName'],
    yieldsTo: [
      'deploy-classic-strategy',
      'lb-classic-awsvpc',
      'lb-classic-container-health',
      'lb-classic-dynamic-port',
    ],
    title: 'A Classic Load Balancer is the old generation',
    message: 'Classic Load Balancer “{name}” is of the old generation; use an Application Load Balancer.',
    why: 'A Classic Load Balancer knows instances and fixed ports only: no dynamic ports, no rules by path or host, no second target group to deploy to. AWS recommends Application and Network Load Balancers for ECS.',
    sources: [loadBalancing],
    check({ id, spec, graph, report }) {
      for (const { entry, front, fix } of classicEntries(graph, id, spec)) {
        report({
          at: `${front.pointer}/loadBalancerName`,
          values: { name: resolved(graph, entry.loadBalancerName) },
          fix,
        })
      }
    },
    examples: () => ({
      valid: {
        'an Application Load Balancer': bridgeBehindBalancer(),
        'Fargate, which lb-classic-awsvpc reports': onFargate({ loadBalancers: [elsewhere()] }),
        'an external instance, which lb-external reports': behindClassic({ launchType: 'EXTERNAL' }),
      },
      invalid: {
        'a fixed host port': { design: behindClassic(), element: 'web', at: CLASSIC },
        'by name, in host mode': {
          design: behindClassic(
            { loadBalancers: [elsewhere()] },
            { networkMode: 'host', containerDefinitions: [mapped({ containerPort: 80 })] },
          ),
          element: 'web',
          at: CLASSIC,
        },
        'with encrypted TCP': {
          design: differing(behindClassic(), {
            front: { Listeners: [{ Protocol: 'SSL', LoadBalancerPort: 443, InstancePort: 8080 }] },
          }),
          element: 'web',
          at: CLASSIC,
        },
        'that another service uses, too': {
          design: drawing({
            ...behindClassic().elements,
            other: service({ serviceName: 'other', loadBalancers: [classicEntry] }),
          }),
          element: 'web',
          at: CLASSIC,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-classic-dynamic-port',
    severity: 'error',
    on: [serviceKind],
    needs: ['/loadBalancers/*/loadBalancerName'],
    title: 'A Classic Load Balancer sends to one fixed port of its instances',
    message:
      'Classic Load Balancer “{name}” sends to one fixed port, and Docker picks the host port for container port {port}; set one, or use an Application Load Balancer.',
    why: 'A listener of a Classic Load Balancer names the instance port, the same on every instance. A dynamic host port differs from task to task; only target groups keep a port for each target.',
    sources: [loadBalancing, { ref: 'DG-2023:load-balancer-types', checked: '2026-11-26' }],
    check({ id, spec, graph, report }) {
      for (const { entry, front, fix } of classicEntries(graph, id, spec)) {
        if (!hasDynamicPort(graph, id, front)) continue
        report({
          at: `${front.pointer}/loadBalancerName`,
          values: { name: resolved(graph, entry.loadBalancerName), port: front.containerPort ?? '' },
          fix,
        })
      }
    },
    examples: () => ({
      valid: {
        'a fixed host port': behindClassic(),
        'a placeholder for the host port': onePort({ containerPort: 80, hostPort: '<HostPort>' }),
        'a dynamic port behind an Application Load Balancer': bridgeBehindBalancer(),
        'host mode, which has no other port': behindClassic(
          {},
          { networkMode: 'host', containerDefinitions: [mapped({ containerPort: 80 })] },
        ),
      },
      invalid: {
        'host port 0': {
          design: onePort({ containerPort: 80, hostPort: 0 }),
          element: 'web',
          at: CLASSIC,
        },
        'no host port, in a range': {
          design: onePort({ containerPortRange: '80-90' }),
          element: 'web',
          at: CLASSIC,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-classic-container-health',
    severity: 'warning',
    on: [serviceKind],
    needs: ['/loadBalancers/*/loadBalancerName'],
    title: 'Container health checks don’t work behind a Classic Load Balancer',
    message:
      'The health check of “{container}” has no effect behind Classic Load Balancer “{name}”; use an Application Load Balancer.',
    why: 'Behind a Classic Load Balancer ECS judges a task by the load balancer’s checks of its instance alone. AWS documents that container health checks are not supported there.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const definition = definitionOf(graph, id)
      const found =
        definition && containersOf(definition.spec).find(({ container }) => !isAbsent(container.healthCheck))
      if (!found) return
      for (const { entry, front, fix } of classicEntries(graph, id, spec)) {
        const name = resolved(graph, entry.loadBalancerName)
        report({ at: `${front.pointer}/loadBalancerName`, values: { container: found.called, name }, fix })
      }
    },
    examples: () => ({
      valid: {
        'no container health check': behindClassic(),
        'a container health check behind an Application Load Balancer': differing(bridgeBehindBalancer(), {
          task: { containerDefinitions: [mapped({ containerPort: 80 }, { healthCheck })] },
        }),
        'an empty one': behindClassic({}, checked({})),
      },
      invalid: {
        'a container health check': {
          design: behindClassic({}, checked(healthCheck)),
          element: 'web',
          at: CLASSIC,
        },
        'of another container': {
          design: behindClassic(
            {},
            {
              containerDefinitions: [
                mapped({ containerPort: 80, hostPort: 8080 }),
                container({ name: 'cache', memory: 256, healthCheck }),
              ],
            },
          ),
          element: 'web',
          at: CLASSIC,
        },
      },
    }),
  }),
])

interface ClassicEntry {
  readonly entry: { readonly loadBalancerName: string }
  readonly front: Front
  readonly fix: Fix
}

/** The Classic Load Balancers of a service whose tasks can stand behind one at all. */
function classicEntries(graph: Graph, id: string, spec: ServiceSpec): readonly ClassicEntry[] {
  const entries = spec.loadBalancers ?? []
  if (entries.every((one) => isAbsent(one.loadBalancerName))) return []
  // External instances are lb-external, tasks without a network lb-network-none, those with their own lb-classic-awsvpc.
  if (spec.launchType === 'EXTERNAL' || givesOwnInterface(graph, id) !== false) return []
  if (networkModeOfService(graph, id) === 'none') return []
  return frontsOf(graph, id).flatMap((front) => {
    const { loadBalancerName, containerPort: port } = entries[front.index] ?? {}
    if (!loadBalancerName) return []
    const fix = replaceClassic(graph, { service: id, index: front.index, loadBalancerName, port })
    return [{ entry: { loadBalancerName }, front, fix }]
  })
}

function elsewhere() {
  return { ...classicEntry, loadBalancerName: 'old-web' }
}

function onePort(mapping: Element['spec']) {
  return behindClassic({}, { containerDefinitions: [mapped(mapping)] })
}

function checked(check: Element['spec']): Element['spec'] {
  return { containerDefinitions: [mapped({ containerPort: 80, hostPort: 8080 }, { healthCheck: check })] }
}
