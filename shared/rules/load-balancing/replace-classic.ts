/** The mend for every rule that a Classic Load Balancer breaks: today's load balancer with a target group in its place. */
import { isObject } from '../../basics/json'
import type { Element } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { refer, referencesIn } from '../../design/references'
import { classicLoadBalancer } from '../../elements/classic-load-balancer'
import { viewOf } from '../../elements/view'
import { elementsOfKind, type Graph, incoming, nameOf } from '../../graph/graph'
import { addElement, takePlace } from '../fixes'
import type { Fix } from '../rule'

export interface Registration {
  readonly service: string
  /** In the service's `loadBalancers`. */
  readonly index: number
  readonly loadBalancerName: string
  readonly port: number | undefined
}

/** TCP and TLS pass a Network Load Balancer only; HTTP and HTTPS listeners become those of an Application one. */
export function replaceClassic(graph: Graph, registration: Registration): Fix {
  const { service, index, loadBalancerName, port = 80 } = registration
  const old = classicOf(graph, loadBalancerName)
  const network = old !== undefined && hasTcp(old.spec)
  const name = balancerName(nameOf(graph, old?.id ?? service))
  return {
    title: `Replace it by ${network ? 'a Network' : 'an Application'} Load Balancer with a target group of type ip`,
    apply: (draft) => {
      const entries = draft.elements[service]?.spec.loadBalancers
      const entry: unknown = Array.isArray(entries) ? entries[index] : undefined
      if (!isObject(entry) || entry.loadBalancerName !== loadBalancerName) return
      const targets = addElement(draft, `${service}-targets`, {
        kind: 'target-group',
        spec: {
          Name: name,
          Protocol: network ? 'TCP' : 'HTTP',
          Port: port,
          TargetType: 'ip',
          ...vpcOf(graph),
        },
      })
      const balancer = addElement(draft, `${old?.id ?? service}-${network ? 'nlb' : 'alb'}`, {
        kind: network ? 'network-load-balancer' : 'application-load-balancer',
        spec: { Name: name, ...kept(old?.spec), Listeners: listeners(old?.spec, targets, network) },
      })
      delete entry.loadBalancerName
      entry.targetGroupArn = refer(targets)
      if (old && incoming(graph, old.id, 'registers').every(({ from }) => from === service)) {
        takeOver(draft, old.id, balancer)
      }
    },
  }
}

type ClassicSpec = ReturnType<typeof viewOf<typeof classicLoadBalancer.spec>>['spec']

/** The Classic Load Balancer that a name refers to, when it is drawn. */
function classicOf(
  graph: Graph,
  name: string,
): { readonly id: string; readonly spec: ClassicSpec } | undefined {
  const id = referencesIn(name)[0]?.id
  const element = id === undefined ? undefined : graph.design.elements[id]
  if (id === undefined || element?.kind !== classicLoadBalancer.kind) return undefined
  return { id, spec: viewOf(classicLoadBalancer, element.spec).spec }
}

function hasTcp({ Listeners = [] }: ClassicSpec): boolean {
  return Listeners.some(({ Protocol = '' }) => ['TCP', 'SSL'].includes(Protocol.toUpperCase()))
}

/** Names of load balancers and target groups: at most 32 letters, digits and hyphens. */
function balancerName(text: string): string {
  return text
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '')
}

/** With several VPCs on the canvas somebody has to choose. */
function vpcOf(graph: Graph): Element['spec'] {
  const [vpc, ...others] = elementsOfKind(graph, 'vpc')
  return vpc === undefined || others.length > 0 ? {} : { VpcId: refer(vpc) }
}

function kept(spec: ClassicSpec = {}): Element['spec'] {
  const { Scheme, Subnets, SecurityGroups } = spec
  return Object.fromEntries(
    Object.entries({ Scheme, Subnets, SecurityGroups }).filter(([, v]) => v !== undefined),
  )
}

/** One listener for each old one, or a plain one when none is known. A classic SSL listener is TLS today. */
function listeners(spec: ClassicSpec = {}, targets: string, network: boolean): Element['spec'][] {
  const forward = { DefaultActions: [{ Type: 'forward', TargetGroupArn: refer(targets) }] }
  const plain = network ? 'TCP' : 'HTTP'
  const fresh = (spec.Listeners ?? []).map(({ Protocol, LoadBalancerPort, SSLCertificateId }) => ({
    Protocol: protocolOf(Protocol?.toUpperCase(), network),
    ...(LoadBalancerPort === undefined ? {} : { Port: LoadBalancerPort }),
    ...(SSLCertificateId === undefined ? {} : { Certificates: [{ CertificateArn: SSLCertificateId }] }),
    ...forward,
  }))
  return fresh.length > 0 ? fresh : [{ Protocol: plain, Port: 80, ...forward }]
}

function protocolOf(classic: string | undefined, network: boolean): string {
  const secure = classic === 'HTTPS' || classic === 'SSL'
  if (network) return secure ? 'TLS' : 'TCP'
  return secure ? 'HTTPS' : 'HTTP'
}

/** The new load balancer stands where the old one stood and gets its traffic; the old one goes. */
function takeOver(draft: DesignDraft, old: string, balancer: string): void {
  takePlace(draft, balancer, old)
  for (const connection of Object.values(draft.connections)) {
    if (connection.from === old) connection.from = balancer
    if (connection.to === old) connection.to = balancer
  }
  delete draft.elements[old]
  delete draft.layout[old]
}
