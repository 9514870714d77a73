import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { targetOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, inSubnets, onFargate, service } from '../examples'
import { setMembers } from '../fixes'
import { isKnown, isWritten } from '../reading'
import { defineRule } from '../rule'

const AT = '/serviceConnectConfiguration/namespace'
const DEFAULT = '/serviceConnectDefaults/namespace'

export const serviceConnectNamespace = defineRule({
  id: 'service-connect-namespace',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'Service Connect has a namespace, of the service or of its cluster',
  message:
    'Service Connect has no namespace: neither the service nor cluster “{cluster}” names one; name it in one of the two.',
  why: 'A namespace of AWS Cloud Map is the list of the names by which services call each other. A service takes part in one, and without its own word in the cluster’s default. ECS makes a namespace of a name that does not exist yet, when the cluster names it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeNamespaceDefinedEither', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (spec.serviceConnectConfiguration?.enabled !== true || isWritten(element, AT)) return
    const cluster = targetOf(graph, id, 'in-cluster')
    const drawn = cluster === undefined ? undefined : graph.element(cluster)
    // What a cluster in AWS, or one that is not drawn, has for a default nobody knows.
    if (cluster === undefined || !drawn || drawn.existing || isWritten(drawn, DEFAULT)) return
    const name = specOf(graph, clusterKind, cluster)?.clusterName
    report({
      at: AT,
      values: { cluster: name || cluster },
      ...(isKnown(name) && {
        fix: setMembers(say`Make “${name}” the namespace of the cluster`, cluster, { [DEFAULT]: name }),
      }),
    })
  },
  examples: () => ({
    valid: {
      'the service’s own': connected({}, { namespace: 'internal' }),
      'the cluster’s default': connected({ serviceConnectDefaults: { namespace: 'internal' } }, {}),
      'turned off': connected({}, { enabled: false }),
      'a cluster that is not drawn': onFargate({
        cluster: 'main',
        serviceConnectConfiguration: { enabled: true },
      }),
    },
    invalid: {
      'neither of the two': { design: connected({}, {}), element: 'web', at: AT },
      'a cluster without a name': {
        design: connected({ clusterName: undefined }, {}),
        element: 'web',
        at: AT,
      },
    },
  }),
})

function connected(cluster: Readonly<Record<string, unknown>>, connect: Readonly<Record<string, unknown>>) {
  return drawing({
    main: element('cluster', { clusterName: 'main', ...cluster }),
    task: fargateTask(),
    web: service({
      cluster: '@{main}',
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      serviceConnectConfiguration: { enabled: true, ...connect },
    }),
  })
}
