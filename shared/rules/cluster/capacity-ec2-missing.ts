import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf, targetOf } from '../../graph/graph'
import { mayHaveInstances } from '../../graph/reach'
import { reservedBy } from '../../graph/reserved'
import { say } from '../../texts/text'
import { drawing, ec2Task, element, service } from '../examples'
import { addInstances, optimizedImage, smallestFor } from '../fixes-instances'
import { definitionOf, isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { asgProvider, autoScalingGroup, cluster, instances, managedProvider, onInstances } from './examples'
import { demandOf, wantsWindows } from './fitting'

const AT = '/launchType'

export const capacityEc2Missing = defineRule({
  id: 'capacity-ec2-missing',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/launchType'],
  title: 'A cluster with tasks on EC2 has instances',
  message:
    'Nothing in cluster “{cluster}” can run tasks on EC2; add container instances or a capacity provider, or switch to Fargate.',
  why: 'With launch type EC2 the tasks run on instances that you bring: container instances that joined the cluster, or an Auto Scaling group behind a capacity provider. Without any, every task waits and none starts. An empty cluster by itself is fine.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:validateEc2Service', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (spec.launchType !== 'EC2' || !isAbsent(spec.capacityProviderStrategy)) return
    const wanted = element.spec.desiredCount ?? element.spec.count
    // A daemon just waits: service-daemon-no-instance.
    if (wanted === 0 || element.spec.schedulingStrategy === 'DAEMON') return
    const home = targetOf(graph, id, 'in-cluster')
    if (home === undefined || mayHaveInstances(graph, home)) return
    const fix = instancesFix(graph, id, home)
    report({ at: AT, values: { cluster: nameOf(graph, home) }, ...(fix && { fix }) })
  },
  examples: () => ({
    valid: {
      'one container instance': onInstances({ hosts: instances() }),
      'a capacity provider with an Auto Scaling group': onInstances({
        main: cluster({ capacityProviders: ['@{ec2}'] }),
        ec2: asgProvider(),
        workers: autoScalingGroup(),
      }),
      'managed instances': onInstances({ managed: managedProvider() }),
      'an empty cluster': drawing({ main: cluster() }),
      'a capacity provider that is not drawn': onInstances({
        main: cluster({ capacityProviders: ['FARGATE', 'on-demand'] }),
      }),
      'a cluster in AWS, whose instances are not drawn': onInstances({
        main: element('cluster', {}, { existing: { name: 'main' } }),
      }),
      'no task wanted': onInstances({}, { desiredCount: 0 }),
      'a daemon, which waits for instances': onInstances(
        {},
        { schedulingStrategy: 'DAEMON', desiredCount: undefined },
      ),
    },
    invalid: {
      'a service in an empty cluster': { design: onInstances({}), element: 'web', at: AT },
      'a cluster with Fargate only, and a large task for ARM64': {
        design: onInstances(
          { main: cluster({ capacityProviders: ['FARGATE'] }) },
          {},
          {
            cpu: '4096',
            memory: '16384',
            runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
          },
        ),
        element: 'web',
        at: AT,
      },
      'a Windows task': {
        design: onInstances(
          {},
          {},
          { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
        ),
        element: 'web',
        at: AT,
      },
      'a standalone task that no common instance has room for': {
        design: drawing({
          main: cluster(),
          task: ec2Task({ memory: '1048576' }),
          nightly: element('task', { cluster: '@{main}', taskDefinition: '@{task}', launchType: 'EC2' }),
        }),
        element: 'nightly',
        at: AT,
      },
      'a service that runs nothing yet': {
        design: drawing({
          main: cluster(),
          web: service({ cluster: '@{main}', taskDefinition: undefined, launchType: 'EC2' }),
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

/** Instances on which the tasks fit, where that can be told. */
function instancesFix(graph: Graph, id: string, home: string): Fix | undefined {
  const definition = definitionOf(graph, id)?.spec
  const demand = definition && demandOf(definition)
  const onGpus = definition?.containerDefinitions?.some((one) => !isAbsent(one.resourceRequirements))
  if (!demand || demand.family === undefined || demand.architecture === undefined || onGpus) return undefined
  const type = smallestFor(demand.architecture, reservedBy(definition))
  if (type === undefined) return undefined
  const image = optimizedImage(demand.architecture, wantsWindows(demand) ? demand.family : undefined)
  return {
    title: say`Add container instances (${type}) to “${nameOf(graph, home)}”`,
    apply: (draft) => addInstances(draft, home, { InstanceType: type, ImageId: image }),
  }
}
