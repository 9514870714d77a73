/** The mend for a target group that no listener forwards to. */
import { balancerProtocols } from '../../aws/facts/load-balancers'
import type { DesignDraft } from '../../design/edit'
import { referencesIn, walk } from '../../design/references'
import { targetGroup } from '../../elements/target-group'
import { connectBy } from '../../graph/connect'
import { elementsOfKind, type Graph, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { addElement } from '../fixes'
import { isAbsent } from '../reading'
import type { Fix } from '../rule'
import { balancerName } from './names'
import { balancerKinds, balancerLabels, listenerTo, type NewBalancer, subnetsFor } from './new-balancer'

/** A listener or rule of the one load balancer that fits the group's protocol; a new one where none is drawn. */
export function attach(graph: Graph, service: string, group: string): { readonly fix?: Fix } {
  const protocol = specOf(graph, targetGroup, group)?.Protocol ?? ''
  const fits = (kind: NewBalancer) => balancerProtocols[kind].group.some((one) => one === protocol)
  const as = (['application', 'network'] as const).find(fits)
  if (as === undefined) return {}
  const [only, ...others] = elementsOfKind(graph, balancerKinds[as])
  if (others.length > 0) return {}
  return only === undefined
    ? { fix: toNew(graph, service, group, as, protocol) }
    : toDrawn(graph, only, group, as, protocol)
}

function toNew(graph: Graph, service: string, group: string, as: NewBalancer, protocol: string): Fix {
  const name = nameOf(graph, group)
  const { Port = 80 } = specOf(graph, targetGroup, group) ?? {}
  return {
    title: say`Put ${balancerLabels[as]} in front of “${name}”`,
    apply: (draft) => {
      if (isNamed(draft, group, balancerKinds[as])) return
      addElement(draft, `${service}-${as === 'application' ? 'alb' : 'nlb'}`, {
        kind: balancerKinds[as],
        spec: {
          Name: balancerName(name),
          Subnets: subnetsFor(graph, service),
          Listeners: [
            as === 'application' ? listenerTo(group, 'HTTP', 80) : listenerTo(group, protocol, Port),
          ],
        },
      })
    },
  }
}

/** The line that people would draw. A Network Load Balancer has no rules, so that it takes a free port. */
function toDrawn(
  graph: Graph,
  balancer: string,
  group: string,
  as: NewBalancer,
  protocol: string,
): { readonly fix?: Fix } {
  const listeners = graph.element(balancer)?.spec.Listeners
  if (as === 'network' && (protocol !== 'TCP' || !isAbsent(listeners))) return {}
  return {
    fix: {
      title: say`Let “${nameOf(graph, balancer)}” forward to “${nameOf(graph, group)}”`,
      apply: (draft) => {
        if (isNamed(draft, group, balancerKinds[as])) return
        connectBy(draft, balancer, group, forwardingRow(listeners))
      },
    },
  }
}

/** The listener that forwards already, so that a rule does not end at one that only redirects. */
function forwardingRow(listeners: unknown): string | undefined {
  if (!Array.isArray(listeners)) return undefined
  const index = listeners.findIndex(({ DefaultActions: actions }) =>
    Array.isArray(actions) ? actions.some((action) => action?.Type === 'forward') : false,
  )
  return index < 0 ? undefined : `/Listeners/${index}`
}

function isNamed(draft: DesignDraft, group: string, kind: string): boolean {
  let named = false
  for (const element of Object.values(draft.elements)) {
    if (element.kind !== kind) continue
    walk(element.spec, [], (text) => {
      named ||= referencesIn(text).some((reference) => reference.id === group)
    })
  }
  return named
}
