import { serviceName as allowed } from '../../aws/facts/services'
import { toText } from '../../basics/convert'
import { push } from '../../basics/push'
import { freeId } from '../../basics/slug'
import { refer } from '../../design/references'
import { service as serviceKind } from '../../elements/service'
import { elementsOfKind, type Graph, nameOf, targetOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { sameItems, table } from '../../graph/table'
import { say } from '../../texts/text'
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
    const cluster = clusterOf(graph, id)
    const others = (one: string) =>
      cluster === undefined ? [] : (servicesNamed(graph, keyOf(cluster, one)) ?? [])
    const rename = (wanted: string) => {
      const free = freeId(wanted, (one) => others(one).some((other) => other !== id))
      return setMembers(say`Call it “${free}”`, id, { [at]: free })
    }
    if (!isWritten(element, at)) {
      const wanted = toText(names.mend?.(nameOf(graph, id)))
      if (!element.existing) report({ at, fix: rename(wanted) })
    } else if (isKnown(name) && !names.allows(name)) {
      const values = { name, max: allowed.max }
      report({ at, values, variant: 'malformed', fix: rename(toText(names.mend?.(name))) })
    } else if (isKnown(name)) {
      const [first = id] = others(name)
      if (first !== id) report({ at, values: { name }, variant: 'taken', fix: rename(name) })
    }
  },
  examples: () => ({
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
  }),
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

/** The cluster of a service: the drawn one, else as its name is written; undefined while it is in none that is known. */
function clusterOf(graph: Graph, id: string): string | undefined {
  const drawn = targetOf(graph, id, 'in-cluster')
  if (drawn !== undefined) return refer(drawn)
  const written = specOf(graph, serviceKind, id)?.cluster
  return isKnown(written) ? written : undefined
}

/** The services of a name in a cluster, in the order of the design. */
const servicesNamed = table((graph): ReadonlyMap<string, readonly string[]> => {
  const services = new Map<string, string[]>()
  for (const id of elementsOfKind(graph, serviceKind.kind)) {
    const cluster = clusterOf(graph, id)
    const name = specOf(graph, serviceKind, id)?.serviceName
    if (cluster === undefined || name === undefined) continue
    push(services, keyOf(cluster, name), id)
  }
  return services
}, sameItems)

function keyOf(cluster: string, name: string): string {
  return `${name} ${cluster}`
}
