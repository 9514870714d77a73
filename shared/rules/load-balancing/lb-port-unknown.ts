import { udpProtocols } from '../../aws/facts/load-balancers'
import { LAST_PORT } from '../../aws/facts/ports'
import { service as serviceKind } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import type { Graph } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, container, registered } from '../examples'
import { setMembers } from '../fixes'
import { mapPort } from '../fixes-load-balancing'
import { containerPortsOf, portMappingsOf } from '../ports'
import { definitionOf, isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { behindClassic, behindNetworkBalancer, differing, mapped } from './examples'
import { networkModeOfService, servingContainer, servingMappings } from './served'
import { wantsFixedPort } from './target-groups'

const PORT = '/loadBalancers/0/containerPort'

export const lbPortUnknown = defineRule({
  id: 'lb-port-unknown',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A load balancer entry names a port that the container maps',
  message: '“{container}” does not map port {port}; add a port mapping, or name another port.',
  variants: { missing: 'Say which port of “{container}” gets the load balancer’s traffic.' },
  why: 'ECS registers a task with the port that its port mapping gives, on the task’s address or on the instance. CreateService refuses a port that the container’s port mappings don’t hold.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:ContainerMappingPortProtocol', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    // Without a network no port is mapped: lb-network-none.
    if (!spec.loadBalancers || networkModeOfService(graph, id) === 'none') return
    for (const front of frontsOf(graph, id)) {
      const { containerPort: port, containerName, pointer } = front
      if (containerName === undefined || front.container === undefined) continue
      const at = `${pointer}/containerPort`
      const values = { container: containerName, port: port ?? '' }
      if (!isWritten(element, at)) {
        report({ at, values, variant: 'missing', ...toFirstPort(graph, id, front) })
      } else if (port !== undefined && isUnmapped(graph, id, front)) {
        report({ at, values, ...toMapping(graph, id, front, port) })
      }
    }
  },
  examples: () => ({
    valid: {
      'a mapped port': behindBalancer(),
      'a port in a mapped range': differing(behindBalancer(), ports({ containerPortRange: '80-90' })),
      'a placeholder': behindBalancer({ loadBalancers: [{ ...registered, containerPort: '<port>' }] }),
      'a mapping with a placeholder': differing(behindBalancer(), ports({ containerPort: '<port>' })),
      'placeholders for all mappings': differing(behindBalancer(), {
        task: { containerDefinitions: [container({ portMappings: '<port-mappings>' })] },
      }),
    },
    invalid: {
      'another port': {
        design: behindBalancer({ loadBalancers: [{ ...registered, containerPort: 8080 }] }),
        element: 'web',
        at: PORT,
      },
      'no mapping at all': {
        design: differing(behindBalancer(), { task: { containerDefinitions: [container()] } }),
        element: 'web',
        at: PORT,
      },
      'just behind a range': {
        design: differing(behindBalancer(), ports({ containerPortRange: '81-90' })),
        element: 'web',
        at: PORT,
      },
      'a port for UDP': {
        design: differing(behindNetworkBalancer('UDP', 53), ports({ containerPort: 8080 })),
        element: 'web',
        at: PORT,
      },
      'a port that another container has': {
        design: differing(behindBalancer(), {
          task: {
            containerDefinitions: [
              container(),
              container({ name: 'proxy', portMappings: [{ containerPort: 80 }] }),
            ],
          },
        }),
        element: 'web',
        at: PORT,
      },
      'behind a Classic Load Balancer, which wants a fixed host port': {
        design: differing(behindClassic(), {
          task: { containerDefinitions: [mapped({ containerPort: 8080 })] },
        }),
        element: 'web',
        at: PORT,
      },
      'no port': {
        design: behindBalancer({
          loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web' }],
        }),
        element: 'web',
        at: PORT,
      },
    },
  }),
})

function ports(mapping: Readonly<Record<string, unknown>>) {
  return { task: { containerDefinitions: [container({ portMappings: [mapping] })] } }
}

/** A mapping whose port is not known may be the one, or one whose port can't be: port-out-of-range. */
function isUnmapped(graph: Graph, service: string, front: Front): boolean {
  const mappings = servingContainer(graph, service, front)?.portMappings
  if (!mappings) {
    const definition = graph.element(definitionOf(graph, service)?.id ?? '')
    const at = `/containerDefinitions/${front.container}/portMappings`
    return definition !== undefined && !isWritten(definition, at)
  }
  if (mappings.some((mapping) => !isPort(mapping))) return false
  return servingMappings(graph, service, front).length === 0
}

function toFirstPort(graph: Graph, service: string, front: Front): { readonly fix?: Fix } {
  const mappings = servingContainer(graph, service, front)?.portMappings ?? []
  const port = mappings.find((mapping) => mapping.containerPort !== undefined)?.containerPort
  if (port === undefined) return {}
  const at = `${front.pointer}/containerPort`
  return { fix: setMembers(say`Send the traffic to port ${port}`, service, { [at]: port }) }
}

/** No fix where the new port would meet another one, or where somebody counts on a fixed host port. */
function toMapping(graph: Graph, service: string, front: Front, port: number): { readonly fix?: Fix } {
  const definition = definitionOf(graph, service)
  const { container, containerName } = front
  if (!definition || container === undefined || containerName === undefined) return {}
  // Such a port can't be mapped either, so the first one that is must be meant.
  if (!(port >= 1 && port <= LAST_PORT)) return toFirstPort(graph, service, front)
  const taken = portMappingsOf(definition.spec).some(({ mapping }) => {
    const ports = containerPortsOf(mapping)
    return ports !== undefined && ports.first <= port && port <= ports.last
  })
  const group = specOf(graph, targetGroup, front.targetGroup)
  if (taken || (wantsFixedPort(graph, front) && networkModeOfService(graph, service) !== 'awsvpc')) return {}
  const protocol = group?.Protocol && udpProtocols.includes(group.Protocol) ? 'udp' : 'tcp'
  return { fix: mapPort({ taskDefinition: definition.id, container, name: containerName, port, protocol }) }
}

function isPort(mapping: Parameters<typeof containerPortsOf>[0]): boolean {
  const ports = containerPortsOf(mapping)
  return ports !== undefined && ports.first >= 1 && ports.last <= LAST_PORT
}
