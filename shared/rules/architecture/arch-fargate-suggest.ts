import { steadyVcpus } from '../../aws/facts/fargate-prices'
import { UNITS_PER_VCPU } from '../../aws/facts/task-size'
import { service as serviceKind } from '../../elements/service'
import { hasTrait } from '../../elements/traits'
import { instancesIn, osOfImage } from '../../graph/capacity'
import { type Graph, targetOf } from '../../graph/graph'
import { reservedBy } from '../../graph/reserved'
import { launchOf } from '../../graph/runs'
import { container, drawing, ec2Task, element, inSubnets, onEc2, service } from '../examples'
import { definitionOf, isAbsent, isSaid, runsWindows, type TaskDefinitionSpec } from '../reading'
import { type ServiceSpec, schedulingOf } from '../rollout'
import { defineRule, type Fix } from '../rule'
import { needsHost } from './needs-host'

/** Ready for both: what a definition must say to run on Fargate as it stands. */
const forBoth = {
  requiresCompatibilities: ['EC2', 'FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
}

export const archFargateSuggest = defineRule({
  id: 'arch-fargate-suggest',
  severity: 'advice',
  on: [serviceKind],
  title: 'What needs nothing of its host can run on Fargate',
  message:
    'Nothing here needs a container instance; on Fargate there would be none to size, patch and scale.',
  why: 'Instances are worth their work where tasks need GPUs, privileges, the host’s network or disks, a daemon beside them or an AMI of their own, or where they are kept full all day. For the rest Fargate takes that work away.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    const cluster = targetOf(graph, id, 'in-cluster')
    if (schedulingOf(spec) !== 'REPLICA' || launchOf(graph, id) !== 'EC2') return
    if (!isAbsent(spec.placementConstraints) || isBoundToInstances(graph, id, cluster)) return
    const definition = definitionOf(graph, id)
    if (!definition?.spec.containerDefinitions?.length || runsWindows(definition.spec) !== false) return
    if (needsHost(definition.spec) || isLargeAndSteady(spec, definition.spec)) return
    report({ at: '', ...(isReady(spec, definition.spec) && { fix: toFargate(id) }) })
  },
  examples: () => ({
    valid: {
      'a GPU': onEc2(
        {},
        {
          containerDefinitions: [
            container({ memory: 512, resourceRequirements: [{ type: 'GPU', value: '1' }] }),
          ],
        },
      ),
      'the host’s network': onEc2({}, { networkMode: 'host' }),
      'a folder of the host': onEc2({}, { volumes: [{ name: 'data', host: { sourcePath: '/data' } }] }),
      'a daemon': onEc2({ schedulingStrategy: 'DAEMON', desiredCount: undefined }),
      'control of the host, as somebody noted': drawing({
        task: ec2Task(),
        web: { ...service({ launchType: 'EC2' }), traits: ['host-control'] },
      }),
      'an AMI that may be one’s own': onInstances('ami-0123456789abcdef0'),
      'a large load that never ends': onEc2(
        { desiredCount: 20 },
        { containerDefinitions: [container({ cpu: 1024, memory: 2048 })] },
      ),
      'more than Fargate offers': onEc2({}, { containerDefinitions: [container({ memory: 200000 })] }),
    },
    invalid: {
      'a web service': { design: onEc2(), element: 'web', at: '' },
      'on instances with AWS’s own AMI': {
        design: onInstances(
          'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
        ),
        element: 'web',
        at: '',
      },
      'one that is ready for both': {
        design: onEc2(
          { networkConfiguration: inSubnets },
          { ...forBoth, containerDefinitions: [container()] },
        ),
        element: 'web',
        at: '',
      },
    },
  }),
})

function onInstances(ImageId: string) {
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    instance: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
      ImageId,
      MinCount: 2,
      MaxCount: 2,
    }),
    task: ec2Task(),
    web: service({ cluster: '@{main}', launchType: 'EC2' }),
  })
}

/** Somebody has a reason for instances: said, paid for, or put into an AMI. */
function isBoundToInstances(graph: Graph, service: string, cluster: string | undefined): boolean {
  const said = (['host-control', 'own-machine-image', 'savings-plan'] as const).some((one) =>
    isSaid(graph, service, one),
  )
  if (said || cluster === undefined) return said
  if (hasTrait(graph.element(cluster), 'savings-plan')) return true
  return instancesIn(graph, cluster).some(({ id }) => {
    const image = graph.element(id)?.spec.ImageId
    return typeof image === 'string' && osOfImage(image) === undefined
  })
}

/** On Fargate such a load is cost-fargate-steady. */
function isLargeAndSteady({ desiredCount = 0 }: ServiceSpec, definition: TaskDefinitionSpec): boolean {
  const { cpu = 0 } = reservedBy(definition)
  return (desiredCount * cpu) / UNITS_PER_VCPU >= steadyVcpus
}

function isReady({ networkConfiguration }: ServiceSpec, definition: TaskDefinitionSpec): boolean {
  return (
    (definition.requiresCompatibilities ?? []).includes('FARGATE') &&
    definition.networkMode === 'awsvpc' &&
    !isAbsent(networkConfiguration?.awsvpcConfiguration?.subnets)
  )
}

function toFargate(service: string): Fix {
  return {
    title: 'Run it on Fargate',
    apply: (draft) => {
      const spec = draft.elements[service]?.spec
      if (!spec) return
      spec.launchType = 'FARGATE'
      delete spec.capacityProviderStrategy
      delete spec.placementStrategy
    },
  }
}
