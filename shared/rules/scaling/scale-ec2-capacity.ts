import { refer } from '../../design/references'
import { capacityProvider } from '../../elements/capacity-provider'
import { service as serviceKind } from '../../elements/service'
import { instancesIn } from '../../graph/capacity'
import { type Graph, nameOf, outgoing, targetOf } from '../../graph/graph'
import { launchOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { associate } from '../cluster/associate'
import { drawing, element, onEc2, onFargate } from '../examples'
import { addElement } from '../fixes'
import { isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { scaled } from './examples'
import { policiesOf } from './policies'

const STRATEGY = '/capacityProviderStrategy'
const MANAGED = '/autoScalingGroupProvider/managedScaling'
const ARN = 'arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:0a1b2c3d:autoScalingGroupName/hosts'

export const scaleEc2Capacity = defineRule({
  id: 'scale-ec2-capacity',
  severity: 'warning',
  on: [serviceKind],
  title: 'Where tasks are scaled on EC2, instances are scaled, too',
  message:
    '“{service}” may get more tasks, but the instances of cluster “{cluster}” stay as many as they are; use a capacity provider with managed scaling.',
  why: 'A scaling policy raises the desired count, and each task needs room on an instance. Without managed scaling nobody adds instances, and new tasks wait until one of the old ones ends.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    if (policiesOf(graph, id).length === 0) return
    const home = targetOf(graph, id, 'in-cluster')
    if (home === undefined || launchOf(graph, id) !== 'EC2') return
    const element = graph.element(home)
    // Of a cluster in AWS the providers may not be drawn; one without instances is capacity-ec2-missing.
    if (!element || element.existing || instancesIn(graph, home).length === 0) return
    const providers = providersOf(graph, home)
    if (providers.some(({ scales }) => scales !== false) || hasUnknownProviders(graph, home)) return
    report({
      at: STRATEGY,
      values: { service: nameOf(graph, id), cluster: nameOf(graph, home) },
      fix: scaleInstances(graph, id, home, providers[0]?.id),
    })
  },
  examples: () => ({
    valid: {
      'managed scaling': provided({ status: 'ENABLED' }),
      'a status that is not known': provided({ status: '<status>' }),
      'no policy': drawing({ ...onEc2({ cluster: '@{main}' }).elements, ...fixedInstances() }),
      'on Fargate, which has no instances': scaled(
        drawing({ ...onFargate({ cluster: '@{main}' }).elements, ...fixedInstances() }),
      ),
      'a cluster in AWS': scaled(
        drawing({
          ...onEc2({ cluster: '@{main}' }).elements,
          ...fixedInstances(),
          main: element('cluster', {}, { existing: { name: 'main' } }),
        }),
      ),
      'an empty cluster, which capacity-ec2-missing reports': scaled(
        drawing({
          ...onEc2({ cluster: '@{main}' }).elements,
          main: element('cluster', { clusterName: 'main' }),
        }),
      ),
    },
    invalid: {
      'fixed instances': {
        design: scaled(drawing({ ...onEc2({ cluster: '@{main}' }).elements, ...fixedInstances() })),
        element: 'web',
        at: STRATEGY,
      },
      'managed scaling that is turned off': {
        design: provided({ status: 'DISABLED' }),
        element: 'web',
        at: STRATEGY,
      },
      'a provider without managed scaling': { design: provided(undefined), element: 'web', at: STRATEGY },
    },
  }),
})

function fixedInstances() {
  return {
    main: element('cluster', { clusterName: 'main' }),
    hosts: element('container-instance', {
      cluster: '@{main}',
      InstanceType: 'm7g.large',
      MinCount: 2,
      MaxCount: 2,
      agentConnected: true,
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
    }),
  }
}

function provided(managedScaling: Readonly<Record<string, unknown>> | undefined) {
  const capacityProviderStrategy = [{ capacityProvider: '@{provider}', weight: 1 }]
  return scaled(
    drawing({
      ...onEc2({ cluster: '@{main}', launchType: undefined, capacityProviderStrategy }).elements,
      main: element('cluster', { clusterName: 'main', capacityProviders: ['@{provider}'] }),
      provider: element('capacity-provider', {
        name: 'hosts',
        autoScalingGroupProvider: { autoScalingGroupArn: ARN, ...(managedScaling && { managedScaling }) },
      }),
    }),
  )
}

interface Provider {
  readonly id: string
  /** Does it set the number of its instances? Undefined where that is not said. */
  readonly scales: boolean | undefined
}

function providersOf(graph: Graph, home: string): readonly Provider[] {
  const ids = new Set(outgoing(graph, home, 'provides').map(({ to }) => to))
  return [...ids].flatMap((id) => {
    const spec = specOf(graph, capacityProvider, id)
    const drawn = graph.element(id)
    if (!spec || !drawn) return []
    if (spec.managedInstancesProvider || drawn.existing) return [{ id, scales: undefined }]
    const status = spec.autoScalingGroupProvider?.managedScaling?.status
    const off = status === 'DISABLED' || !isWritten(drawn, MANAGED)
    return [{ id, scales: status === 'ENABLED' ? true : off ? false : undefined }]
  })
}

/** A provider that only its name tells may scale. */
function hasUnknownProviders(graph: Graph, home: string): boolean {
  const listed = graph.element(home)?.spec.capacityProviders
  if (!Array.isArray(listed)) return listed !== undefined && listed !== null
  return listed.some((one) => typeof one !== 'string' || !/^(FARGATE|FARGATE_SPOT|@\{.*\})$/.test(one))
}

/** The provider that is there scales from now on; where there is none a new one, whose group people fill in. */
function scaleInstances(graph: Graph, service: string, home: string, provider: string | undefined): Fix {
  const on = { status: 'ENABLED', targetCapacity: 100 }
  return {
    title:
      provider === undefined
        ? 'Add a capacity provider with managed scaling'
        : say`Turn on managed scaling of “${nameOf(graph, provider)}”`,
    apply: (draft) => {
      const spec = draft.elements[service]?.spec
      if (!spec) return
      if (provider !== undefined) {
        const group = draft.elements[provider]?.spec.autoScalingGroupProvider
        if (typeof group === 'object' && group !== null) Object.assign(group, { managedScaling: on })
      } else if (spec.launchType !== undefined || spec.capacityProviderStrategy === undefined) {
        const name = `capacity-${home}`
        const made = addElement(draft, name, {
          kind: capacityProvider.kind,
          spec: {
            name,
            autoScalingGroupProvider: { autoScalingGroupArn: '<auto-scaling-group-arn>', managedScaling: on },
          },
        })
        associate(draft, home, refer(made))
        spec.capacityProviderStrategy = [{ capacityProvider: refer(made), weight: 1 }]
      }
      // With a launch type ECS asks no capacity provider.
      if (spec.capacityProviderStrategy !== undefined) delete spec.launchType
    },
  }
}
