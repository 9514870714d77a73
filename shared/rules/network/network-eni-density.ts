import { instanceType } from '../../aws/facts/instance-types'
import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { hasTrait } from '../../elements/traits'
import type { InstanceGroup } from '../../graph/capacity'
import { instancesFor } from '../../graph/reach'
import { runOf } from '../../graph/runs'
import { drawing, ec2Task, element, inSubnets, service } from '../examples'
import { givesOwnInterface } from '../reading'
import { defineRule } from '../rule'
import { mostTasks } from '../scaling/policies'

const AT = '/desiredCount'

export const networkEniDensity = defineRule({
  id: 'network-eni-density',
  severity: 'advice',
  on: [serviceKind],
  title: 'Each awsvpc task takes a network interface of its instance',
  message:
    'The instances have network interfaces for {places} tasks in awsvpc mode, and {tasks} are wanted; turn on ENI trunking, or add instances.',
  why: 'An instance has a fixed number of network interfaces, by its type, and needs one for itself; each task in awsvpc mode takes another. ENI trunking (the account setting awsvpcTrunking) gives many types several times as many.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutAccountSetting.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html',
      checked: '2026-11-21',
    },
    { ref: 'DG-2023:task-networking-awsvpc', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const run = runOf(graph, id)
    if (run?.launch !== 'EC2' || !run.cluster || givesOwnInterface(graph, id) !== true) return
    const cluster = graph.element(run.cluster)
    if (cluster?.kind !== clusterKind.kind || hasTrait(cluster, 'eni-trunking')) return
    const groups = instancesFor(graph, id)
    const places = groups && placesFor(groups)
    const tasks = mostTasks(graph, id)
    if (places !== undefined && tasks > places) report({ at: AT, values: { places, tasks } })
  },
  examples: () => ({
    valid: {
      'as many tasks as interfaces that are left': onInstance({ desiredCount: 2 }),
      'an instance type that is not known': onInstance({ desiredCount: 10 }, { InstanceType: 'z9.large' }),
      'with trunking': onInstance({ desiredCount: 10 }, {}, ['eni-trunking']),
      'bridge mode': drawing({
        ...onInstance({ desiredCount: 10, networkConfiguration: undefined }).elements,
        task: ec2Task(),
      }),
    },
    invalid: {
      'ten tasks on an instance with three interfaces': {
        design: onInstance({ desiredCount: 10 }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

/** Interfaces that the instances have besides their own; undefined where a type, or how many there are, is not known. */
function placesFor(groups: readonly InstanceGroup[]): number | undefined {
  let places = 0
  for (const { types, count } of groups) {
    const interfaces = types.map((name) => instanceType(name)?.interfaces)
    if (!count || interfaces.length === 0 || interfaces.includes(undefined)) return undefined
    places += count.max * (Math.max(...(interfaces as number[])) - 1)
  }
  return places
}

function onInstance(
  spec: Readonly<Record<string, unknown>>,
  instance: Readonly<Record<string, unknown>> = {},
  traits: string[] = [],
) {
  return drawing({
    main: element('cluster', { clusterName: 'main' }, traits.length > 0 ? { traits } : {}),
    instances: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      InstanceType: 'c5.large',
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
      ...instance,
    }),
    task: ec2Task({ networkMode: 'awsvpc' }),
    web: service({ cluster: '@{main}', launchType: 'EC2', networkConfiguration: inSubnets, ...spec }),
  })
}
