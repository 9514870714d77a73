import { freeId } from '../../basics/slug'
import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { elementsOfKind, type Graph, nameOf, targetOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { table } from '../../graph/table'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'

const SERVICES = '/serviceConnectConfiguration/services'

export const serviceConnectDiscoveryTaken = defineRule({
  id: 'service-connect-discovery-taken',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'A discovery name belongs to one service of its namespace',
  message:
    'Service “{other}” is called “{name}” in namespace “{namespace}” already; give this port another discovery name.',
  why: 'ECS makes one Cloud Map service of each discovery name, and it belongs to the ECS service that had it first. Without a discovery name the name of the port counts, so two services of one task definition easily take the same.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:service-connect', checked: '2026-11-26' },
  ],
  check({ id, spec, graph, report }) {
    const connect = spec.serviceConnectConfiguration
    const cluster = targetOf(graph, id, 'in-cluster')
    if (connect?.enabled !== true || !connect.services || cluster === undefined) return
    const namespace = namespaceOf(graph, id, cluster)
    if (namespace === undefined) return
    const ownerOf = (name: string) => firstOwner(graph, keyOf(cluster, namespace, name))
    const isTaken = (name: string) => ownerOf(name) !== undefined
    connect.services.forEach(({ discoveryName, portName }, index) => {
      const name = discoveryName || portName
      const owner = isKnown(name) ? ownerOf(name) : undefined
      if (!isKnown(name) || owner === undefined || owner === id) return
      const at = `${SERVICES}/${index}/discoveryName`
      const free = freeId(name, isTaken)
      report({
        at,
        values: { other: nameOf(graph, owner), name, namespace },
        fix: setMembers(say`Call it “${free}”`, id, { [at]: free }),
      })
    })
  },
  examples: () => ({
    valid: {
      'two names': two({}, { discoveryName: 'orders' }),
      'the same name in another namespace': two({}, {}, { namespace: 'other' }),
      'a service that only calls': two({}, undefined),
      'turned off': two({}, {}, { enabled: false }),
    },
    invalid: {
      'the name of the port, twice': {
        design: two({}, {}),
        element: 'second',
        at: `${SERVICES}/0/discoveryName`,
      },
      'a discovery name that is the other’s port name': {
        design: two({}, { discoveryName: 'http' }),
        element: 'second',
        at: `${SERVICES}/0/discoveryName`,
      },
    },
  }),
})

function two(first: object, second: object | undefined, connect: object = {}) {
  const port = { portName: 'http', clientAliases: [{ port: 80 }] }
  const task = fargateTask({
    containerDefinitions: [container({ portMappings: [{ containerPort: 80, name: 'http' }] })],
  })
  const web = (serviceName: string, serviceConnectConfiguration: object) =>
    service({
      serviceName,
      cluster: '@{main}',
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      serviceConnectConfiguration,
    })
  return drawing({
    main: element('cluster', { clusterName: 'main', serviceConnectDefaults: { namespace: 'internal' } }),
    task,
    first: web('first', { enabled: true, services: [{ ...port, ...first }] }),
    second: web('second', {
      enabled: true,
      ...connect,
      ...(second && { services: [{ ...port, ...second }] }),
    }),
  })
}

/** The first service with a discovery name in a namespace of a cluster. */
const firstOwner = table((graph): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>()
  for (const id of elementsOfKind(graph, serviceKind.kind)) {
    const connect = specOf(graph, serviceKind, id)?.serviceConnectConfiguration
    const cluster = connect?.enabled === true ? targetOf(graph, id, 'in-cluster') : undefined
    const namespace = cluster === undefined ? undefined : namespaceOf(graph, id, cluster)
    if (cluster === undefined || namespace === undefined) continue
    for (const { discoveryName, portName } of connect?.services ?? []) {
      const key = keyOf(cluster, namespace, discoveryName || portName || '')
      if (!owners.has(key)) owners.set(key, id)
    }
  }
  return owners
})

function namespaceOf(graph: Graph, service: string, cluster: string): string | undefined {
  const own = specOf(graph, serviceKind, service)?.serviceConnectConfiguration?.namespace
  const namespace = own || specOf(graph, clusterKind, cluster)?.serviceConnectDefaults?.namespace
  return isKnown(namespace) ? namespace : undefined
}

function keyOf(cluster: string, namespace: string, name: string): string {
  return `${cluster} ${namespace} ${name}`
}
