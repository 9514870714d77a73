/** Target groups and listeners become a Service, and an Ingress or a Network Load Balancer in front of it. */
import { setAt, valueAt } from '../../basics/json'
import type { MutableSpec } from '../../elements/kind'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { type Front, frontsOf, targetGroupServices } from '../../graph/traffic'
import { became, implied, lost, type Source, source } from '../conversion'
import { freeLabel } from '../names'
import { type Entrance, HEALTH, type Port } from './entrance'
import { ingresses } from './ingress'
import { labelFrom, type Making, metadataOf, object } from './making'
import { networkBalancer } from './network-balancer'

/** What stands in front of the service, and what of it the manifests stand for. */
export interface Traffic {
  readonly replaced: readonly string[]
  /** By load balancer: the object that is reached in its place. */
  readonly entrances: Readonly<Record<string, string>>
}

/** Makes the objects by which a service's pods are reached. */
export function traffic(making: Making, service: Source): Traffic {
  const { graph, tracker } = making
  const fronts = frontsOf(graph, service.element)
  const ports = new Ports()
  const replaced: string[] = []
  const entrances = fronts.flatMap((front): Entrance[] => {
    const { pointer, containerPort } = front
    if (front.kind === 'classic' || front.kind === 'gateway' || containerPort === undefined) {
      lost(
        tracker,
        service,
        pointer,
        'The AWS Load Balancer Controller makes Application and Network Load Balancers only.',
      )
      return []
    }
    const group = front.targetGroup
    const own = group !== undefined && targetGroupServices(graph, group).length === 1
    if (own) replaced.push(group)
    const { alternate } = front
    if (alternate !== undefined && targetGroupServices(graph, alternate).length === 1)
      replaced.push(alternate)
    const spec = graph.element(group ?? '')?.spec ?? {}
    const targetGroup =
      group === undefined ? undefined : own ? source(tracker, group, spec) : { element: group, spec }
    const listened = front.kind === 'network' ? front.listeners[0]?.port : undefined
    const udp = front.mapping?.protocol === 'udp'
    return [
      {
        front,
        targetGroup,
        port: ports.add(
          listened ?? containerPort,
          containerPort,
          udp ? 'UDP' : 'TCP',
          labelFrom(graph, front.mapping?.name, ''),
        ),
      },
    ]
  })
  named(making, service, ports)
  if (ports.all.length === 0) return { replaced, entrances: {} }
  const spec: MutableSpec = { selector: { app: making.name }, ports: ports.all.map(written) }
  const manifest: MutableSpec = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(making, making.name),
    spec,
  }
  for (const { front } of entrances) tellFront(making, service, front, spec)
  const reference = object(making, `${making.name}-service`, 'kubernetes-service', manifest)
  for (const { targetGroup } of entrances) if (targetGroup) tellGroup(making, targetGroup)
  const reached = {
    ...ingresses(
      making,
      entrances.filter(({ front }) => front.kind !== 'network'),
      reference,
      replaced,
    ),
    ...networkBalancer(
      making,
      entrances.filter(({ front }) => front.kind === 'network'),
      reference,
      replaced,
    ),
  }
  return { replaced, entrances: reached }
}

/** The ports of a Service, each with a name of its own. */
class Ports {
  readonly all: Port[] = []
  private readonly names = new Set<string>()

  add(port: number, targetPort: number, protocol: string, wanted = ''): Port {
    const known = this.all.find((one) => one.port === port && one.protocol === protocol)
    if (known) return known
    const name = freeLabel(wanted.slice(0, 15).replace(/(?<!-)-+$/, '') || `port-${port}`, this.names)
    const made = { name, port, targetPort, protocol }
    this.all.push(made)
    return made
  }
}

function written({ name, port, targetPort, protocol }: Port): object {
  return { name, port, targetPort, ...(protocol === 'TCP' ? {} : { protocol }) }
}

function tellFront({ tracker }: Making, service: Source, { pointer }: Front, spec: MutableSpec): void {
  for (const member of ['targetGroupArn', 'containerName', 'containerPort'])
    became(tracker, service, `${pointer}/${member}`, ['Service', '/spec/ports', spec.ports])
  lost(
    tracker,
    service,
    `${pointer}/advancedConfiguration`,
    'Blue/green rollouts need a tool such as Argo Rollouts.',
  )
}

/** Names by which other services call this one: Service Connect, and Cloud Map. */
function named(making: Making, service: Source, ports: Ports): void {
  const { tracker, graph } = making
  const at = '/serviceConnectConfiguration'
  const mappings = objectsAt(making.definition.spec, '/containerDefinitions').flatMap(([, one]) =>
    objectsAt(one, '/portMappings'),
  )
  for (const [index, one] of objectsAt(service.spec, `${at}/services`)) {
    const mapping = mappings.find(([, { name }]) => name === one.portName)?.[1]
    if (typeof mapping?.containerPort !== 'number') continue
    const alias = valueAt(one, '/clientAliases/0/port')
    const wanted = labelFrom(graph, one.portName, 'port')
    const port = ports.add(
      typeof alias === 'number' ? alias : mapping.containerPort,
      mapping.containerPort,
      'TCP',
      wanted,
    )
    const note =
      'Callers use the Service’s name and port; retries, timeouts and metrics of the proxy need a service mesh.'
    became(tracker, service, `${at}/services/${index}`, ['Service', '/spec/ports', written(port)], note)
  }
  implied(tracker, service, `${at}/enabled`, `${at}/namespace`)
  for (const [index] of objectsAt(service.spec, '/serviceRegistries')) {
    const [first] = mappings
      .map(([, mapping]) => mapping.containerPort)
      .filter((port) => typeof port === 'number')
    const note =
      'Within the cluster the Service’s own name is found; outside it, ExternalDNS registers names.'
    if (typeof first !== 'number') lost(tracker, service, `/serviceRegistries/${index}`, note)
    else
      became(
        tracker,
        service,
        `/serviceRegistries/${index}`,
        ['Service', '/spec/ports', written(ports.add(first, first, 'TCP'))],
        note,
      )
  }
}

/** The health check of a target group is that of the pods, and of the load balancer. */
function tellGroup(making: Making, group: Source): void {
  const { tracker, workload, pod } = making
  implied(tracker, group, '/Name', '/TargetType', '/Protocol', '/Port', '/VpcId', '/IpAddressType')
  const path = textAt(group.spec, '/HealthCheckPath')
  const container = `${pod}/containers/0`
  const port = valueAt(workload.manifest, `${container}/ports/0/containerPort`)
  if (
    path !== undefined &&
    typeof port === 'number' &&
    valueAt(workload.manifest, `${container}/readinessProbe`) === undefined
  ) {
    const probe = { httpGet: { path, port } }
    setAt(workload.manifest, `${container}/readinessProbe`, probe)
  }
  for (const [member, name] of HEALTH)
    became(tracker, group, `/${member}`, [
      'Ingress',
      `/metadata/annotations/alb.ingress.kubernetes.io~1${name}`,
      group.spec[member],
    ])
  for (const [index] of objectsAt(group.spec, '/Attributes'))
    became(tracker, group, `/Attributes/${index}`, [
      'Ingress',
      '/metadata/annotations/alb.ingress.kubernetes.io~1target-group-attributes',
      valueAt(group.spec, `/Attributes/${index}`),
    ])
  became(tracker, group, '/ProtocolVersion', [
    'Ingress',
    '/metadata/annotations/alb.ingress.kubernetes.io~1backend-protocol-version',
    group.spec.ProtocolVersion,
  ])
  lost(tracker, group, '/Tags', 'The controller tags what it makes; say which tags by its annotation “tags”.')
}
