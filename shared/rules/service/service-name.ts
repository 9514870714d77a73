import { serviceName as allowed } from '../../aws/facts/services'
import { freeId } from '../../basics/slug'
import { service as serviceKind } from '../../elements/service'
import { elementsOfKind, type Graph, incoming, nameOf, outgoing } from '../../graph/graph'
import { query } from '../../graph/query'
import { specOf } from '../../graph/spec'
import { drawing, element, fargateTask, inSubnets, onFargate, service } from '../examples'
import { setMembers } from '../fixes'
import { ofCharacters } from '../limits'
import { isKnown, isWritten } from '../reading'
import { defineRule } from '../rule'

const names = ofCharacters(allowed.max, allowed.character)

export const serviceName = defineRule({
  id: 'service-name',
  severity: 'error',
  on: [serviceKind],
  title: 'A service has a name of its own in its cluster',
  message: 'Give the service a name.',
  variants: {
    malformed: 'The name “{name}” does not fit: up to {max} letters, digits, hyphens and underscores.',
    taken: 'Another service in this cluster is called “{name}”, too; choose another name.',
  },
  why: 'Cluster and name together are a service’s identity: they make its ARN, and every later call names it that way. Services of other clusters may have the same name.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const at = '/serviceName'
    const name = spec.serviceName ?? ''
    const others = servicesAround(graph, id)
    const rename = (wanted: string) => {
      const free = freeId(wanted, (one) => others.some((other) => other.id !== id && other.name === one))
      return setMembers(`Call it “${free}”`, id, { [at]: free })
    }
    if (!isWritten(element, at)) {
      const wanted = String(names.mend?.(nameOf(graph, id)))
      if (!element.existing) report({ at, fix: rename(wanted) })
    } else if (isKnown(name) && !names.allows(name)) {
      const values = { name, max: allowed.max }
      report({ at, values, variant: 'malformed', fix: rename(String(names.mend?.(name))) })
    } else if (isKnown(name)) {
      const first = others.find((other) => other.name === name)
      if (first && first.id !== id) report({ at, values: { name }, variant: 'taken', fix: rename(name) })
    }
  },
  examples: {
    valid: {
      'two names in one cluster': two('web', 'api'),
      'the same name in two clusters': drawing({
        ...two('web', 'web').elements,
        other: element('cluster', { clusterName: 'other' }),
        second: fargateService({ serviceName: 'web', cluster: '@{other}' }),
      }),
      'the same name while one has no cluster yet': drawing({
        ...two('web', 'web').elements,
        second: fargateService({ serviceName: 'web' }),
      }),
      'the longest name': onFargate({ serviceName: 'x'.repeat(255) }),
      'a placeholder': onFargate({ serviceName: '<name of the service>' }),
    },
    invalid: {
      'no name': { design: onFargate({ serviceName: undefined }), element: 'web', at: '/serviceName' },
      'a blank in it': { design: onFargate({ serviceName: 'web shop' }), element: 'web', at: '/serviceName' },
      'too long': { design: onFargate({ serviceName: 'x'.repeat(256) }), element: 'web', at: '/serviceName' },
      'taken by the service before it': { design: two('web', 'web'), element: 'second', at: '/serviceName' },
      'taken in a cluster that is not drawn': {
        design: drawing({
          task: fargateTask(),
          first: fargateService({ serviceName: 'web', cluster: 'prod' }),
          second: fargateService({ serviceName: 'web', cluster: 'prod' }),
        }),
        element: 'second',
        at: '/serviceName',
      },
    },
  },
})

function two(first: string, second: string) {
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    task: fargateTask(),
    first: fargateService({ serviceName: first, cluster: '@{main}' }),
    second: fargateService({ serviceName: second, cluster: '@{main}' }),
  })
}

function fargateService(spec: Readonly<Record<string, unknown>>) {
  return service({ launchType: 'FARGATE', networkConfiguration: inSubnets, ...spec })
}

interface NamedService {
  readonly id: string
  readonly name: string
}

/** The services of a service's cluster, itself included; none while it is in no cluster. */
function servicesAround(graph: Graph, id: string): readonly NamedService[] {
  const drawn = outgoing(graph, id, 'in-cluster')[0]?.to
  if (drawn !== undefined) return servicesIn(graph, drawn)
  const cluster = specOf(graph, serviceKind, id)?.cluster
  return isKnown(cluster) ? (servicesByCluster(graph, undefined).get(cluster) ?? []) : []
}

const servicesIn = query((graph, cluster: string): readonly NamedService[] =>
  incoming(graph, cluster, 'in-cluster').flatMap(({ from }) => named(graph, from) ?? []),
)

/** Services whose cluster is known by name only, by that name. */
const servicesByCluster = query((graph, _: undefined): ReadonlyMap<string, readonly NamedService[]> => {
  const clusters = new Map<string, NamedService[]>()
  for (const id of elementsOfKind(graph, serviceKind.kind)) {
    const cluster = specOf(graph, serviceKind, id)?.cluster
    const service = named(graph, id)
    if (isKnown(cluster) && service) clusters.set(cluster, [...(clusters.get(cluster) ?? []), service])
  }
  return clusters
})

function named(graph: Graph, id: string): NamedService | undefined {
  const name = specOf(graph, serviceKind, id)?.serviceName
  return name === undefined ? undefined : { id, name }
}
