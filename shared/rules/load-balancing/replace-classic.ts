/** The mend for every rule that a Classic Load Balancer breaks: today's load balancer with a target group in its place. */
import type { z } from 'zod'
import { targetTypes } from '../../aws/facts/target-types'
import { isObject } from '../../basics/json'
import type { Spec } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { refer, referencesIn } from '../../design/references'
import { classicLoadBalancer } from '../../elements/classic-load-balancer'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { addElement, takePlace } from '../fixes'
import { vpcIdFor } from '../fixes-load-balancing'
import { givesOwnInterface } from '../reading'
import type { Fix } from '../rule'
import { balancerName } from './names'
import { balancerKinds, balancerLabels, listenerTo, type NewBalancer, subnetsFor } from './new-balancer'

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
  const as: NewBalancer = old !== undefined && hasTcp(old.spec) ? 'network' : 'application'
  const type = givesOwnInterface(graph, service) === true ? targetTypes.awsvpc : targetTypes.bridge
  const name = balancerName(nameOf(graph, old?.id ?? service))
  const near = old ? [old.id, service] : [service]
  return {
    title: say`Replace it by ${balancerLabels[as]} with a target group of type ${type}`,
    apply: (draft) => {
      const entries = draft.elements[service]?.spec.loadBalancers
      const entry: unknown = Array.isArray(entries) ? entries[index] : undefined
      if (!isObject(entry) || entry.loadBalancerName !== loadBalancerName) return
      const targets = addElement(draft, `${service}-targets`, {
        kind: 'target-group',
        spec: {
          Name: name,
          Protocol: as === 'network' ? 'TCP' : 'HTTP',
          Port: port,
          TargetType: type,
          VpcId: vpcIdFor(graph, near),
        },
      })
      const balancer = addElement(draft, `${old?.id ?? service}-${as === 'network' ? 'nlb' : 'alb'}`, {
        kind: balancerKinds[as],
        spec: {
          Name: name,
          ...placed(graph, service, old?.spec),
          Listeners: listeners(old?.spec, targets, as),
        },
      })
      delete entry.loadBalancerName
      entry.targetGroupArn = refer(targets)
      if (old && incoming(graph, old.id, 'registers').every(({ from }) => from === service)) {
        takeOver(draft, old.id, balancer)
      }
    },
  }
}

type ClassicSpec = z.output<typeof classicLoadBalancer.spec>

/** The Classic Load Balancer that a name refers to, when it is drawn. */
function classicOf(
  graph: Graph,
  name: string,
): { readonly id: string; readonly spec: ClassicSpec } | undefined {
  const id = referencesIn(name)[0]?.id
  const spec = specOf(graph, classicLoadBalancer, id)
  return id === undefined || spec === undefined ? undefined : { id, spec }
}

function hasTcp({ Listeners = [] }: ClassicSpec): boolean {
  return Listeners.some(({ Protocol = '' }) => ['TCP', 'SSL'].includes(Protocol.toUpperCase()))
}

/** Where the old one stood, if that is enough; a Classic Load Balancer may stand in one zone. */
function placed(graph: Graph, service: string, { Scheme, Subnets, SecurityGroups }: ClassicSpec = {}): Spec {
  return {
    ...(Scheme !== undefined && { Scheme }),
    Subnets: (Subnets?.length ?? 0) > 1 ? Subnets : subnetsFor(graph, service),
    ...(SecurityGroups !== undefined && { SecurityGroups }),
  }
}

/** One listener for each old one, or a plain one when none is known. A classic SSL listener is TLS today. */
function listeners(spec: ClassicSpec = {}, targets: string, as: NewBalancer): Spec[] {
  const fresh = (spec.Listeners ?? []).map(({ Protocol, LoadBalancerPort, SSLCertificateId }) =>
    listenerTo(targets, protocolOf(Protocol?.toUpperCase(), as), LoadBalancerPort ?? 80, SSLCertificateId),
  )
  return fresh.length > 0 ? fresh : [listenerTo(targets, protocolOf(undefined, as), 80)]
}

function protocolOf(classic: string | undefined, as: NewBalancer): string {
  const secure = classic === 'HTTPS' || classic === 'SSL'
  if (as === 'network') return secure ? 'TLS' : 'TCP'
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
