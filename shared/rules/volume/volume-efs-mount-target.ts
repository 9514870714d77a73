import type { Element, Spec } from '../../design/design'
import { refer } from '../../design/references'
import { efsFileSystem } from '../../elements/efs-file-system'
import { append } from '../../elements/parts/editing'
import { objectsAt } from '../../elements/parts/reading'
import { instancesIn, taskZones } from '../../graph/capacity'
import { type Graph, nameOf } from '../../graph/graph'
import { mountTargetsOf, subnetsOf, zoneOf } from '../../graph/network'
import type { Run } from '../../graph/runs'
import { inWords, say } from '../../texts/text'
import { drawing, element, service } from '../examples'
import { isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { runsMounting } from './efs-volumes'
import { efsVolume, fargateWith } from './examples'

const network: Readonly<Record<string, Element>> = {
  a: element('subnet', { AvailabilityZone: 'eu-west-1a' }),
  a2: element('subnet', { AvailabilityZone: 'eu-west-1a' }),
  b: element('subnet', { AvailabilityZone: 'eu-west-1b' }),
  somewhere: element('subnet'),
}

export const volumeEfsMountTarget = defineRule({
  id: 'volume-efs-mount-target',
  severity: 'warning',
  on: [efsFileSystem],
  needs: ['/MountTargets'],
  title: 'EFS has a mount target in every zone of its tasks',
  message:
    'EFS “{fileSystem}” has no mount target in {zones}, where “{runner}” runs tasks; add one, or keep the tasks to zones that have one.',
  why: 'A task reaches a file system over the mount target of its own Availability Zone: its name has an address only there. In a zone without one the mount fails, and the task does not start.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html',
      checked: '2026-11-21',
    },
    { ref: 'EFS:CreateMountTargetRequest', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    // A One Zone file system can have one only: `volume-efs-one-zone`.
    if (isAbsent(spec.MountTargets) || spec.AvailabilityZoneName) return
    const covered = new Set(mountTargetsOf(graph, id)?.map(({ zone }) => zone))
    if (covered.has(undefined)) return
    for (const run of runsMounting(graph, id)) {
      const missing = [...(taskZones(graph, run.runner) ?? [])].filter((zone) => !covered.has(zone))
      if (missing.length === 0) continue
      const fix = addTargets(graph, id, run, missing)
      report({
        at: '/MountTargets',
        values: {
          fileSystem: nameOf(graph, id),
          zones: inWords(missing, 'and'),
          runner: nameOf(graph, run.runner),
        },
        ...(fix && { fix }),
      })
      return
    }
  },
  examples: () => ({
    valid: {
      'a mount target in every zone': inZones({ targets: ['a', 'b'], subnets: ['a', 'b'] }),
      'more mount targets than zones with tasks': inZones({ targets: ['a', 'b'], subnets: ['a'] }),
      'another subnet of the same zone': inZones({ targets: ['a'], subnets: ['a2'] }),
      'mount targets that the drawing says nothing of': inZones({ targets: [], subnets: ['a', 'b'] }),
      'a subnet whose zone is not known': inZones({ targets: ['a'], subnets: ['somewhere'] }),
    },
    invalid: {
      'one of two zones': {
        design: inZones({ targets: ['a'], subnets: ['a', 'b'] }),
        element: 'shared',
        at: '/MountTargets',
      },
      'on container instances, in whose zones their tasks are': {
        design: drawing({
          ...network,
          shared: efsIn(['a']),
          main: element('cluster', { clusterName: 'main' }),
          nodes: element('container-instance', {
            cluster: '@{main}',
            SubnetId: '@{b}',
            agentConnected: true,
            IamInstanceProfile: { Name: 'ecsInstanceRole' },
          }),
          task: fargateWith([efsVolume], { requiresCompatibilities: ['EC2'], networkMode: 'bridge' }),
          web: service({ cluster: '@{main}', launchType: 'EC2' }),
        }),
        element: 'shared',
        at: '/MountTargets',
      },
    },
  }),
})

function efsIn(subnets: readonly string[]): Element {
  const targets = subnets.map((subnet) => ({ SubnetId: refer(subnet) }))
  return element('efs-file-system', {
    CreationToken: 'shared',
    Encrypted: true,
    MountTargets: targets.length > 0 ? targets : undefined,
  })
}

function inZones({ targets, subnets }: { readonly targets: string[]; readonly subnets: string[] }) {
  return drawing({
    ...network,
    shared: efsIn(targets),
    task: fargateWith([efsVolume]),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: subnets.map((subnet) => refer(subnet)) } },
    }),
  })
}

/** A mount target in a subnet of each zone, guarded like the first one; none where a zone has no drawn subnet. */
function addTargets(graph: Graph, id: string, run: Run, zones: readonly string[]): Fix | undefined {
  const instances = run.cluster === undefined ? [] : instancesIn(graph, run.cluster)
  const subnets = [run.runner, ...instances.map((group) => group.id)].flatMap((one) => subnetsOf(graph, one))
  const chosen = zones.map((zone) => subnets.find((subnet) => zoneOf(graph, subnet) === zone))
  const found = chosen.filter((subnet) => subnet !== undefined)
  if (found.length < zones.length) return undefined
  return {
    title: say`Add a mount target in ${inWords(zones, 'and')}`,
    apply: ({ elements }) => {
      const spec = elements[id]?.spec
      const targets = objectsAt(spec, '/MountTargets').map(([, target]) => target)
      const guard: Spec = targets[0]?.SecurityGroups ? { SecurityGroups: [...targets[0].SecurityGroups] } : {}
      for (const subnet of found) {
        const there = targets.some((target) => target.SubnetId === refer(subnet))
        if (spec && !there) append(spec, 'MountTargets', { SubnetId: refer(subnet), ...guard })
      }
    },
  }
}
