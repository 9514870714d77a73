import { databaseOf } from '../../aws/facts/database-images'
import type { Element, Spec } from '../../design/design'
import { refer } from '../../design/references'
import { efsFileSystem } from '../../elements/efs-file-system'
import { service } from '../../elements/service'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import { instancesIn, mostInstances } from '../../graph/capacity'
import { type Graph, nameOf, resolved } from '../../graph/graph'
import { type Run, runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { container, drawing, ec2Task, element as elementOf, service as serviceOf } from '../examples'
import { addElement } from '../fixes'
import { isAbsent, isKnown, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { takesEfs } from './add-efs'
import { ec2With } from './examples'
import { mountsOf, type Place, volumesOfKind, volumeTitle } from './volumes'

/** Folders that a task looks into because they are the host's own, not to keep data in them. */
const OF_THE_HOST = /^\/(proc|sys|dev|etc|run|var\/run|var\/lib\/(docker|ecs)|cgroup|usr|lib|boot|tmp)?(\/|$)/

const files = { name: 'files', host: { sourcePath: '/srv/files' } }

export const volumeHostPathShared = defineRule({
  id: 'volume-host-path-shared',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/volumes/*/host/sourcePath'],
  title: 'Data that tasks share, or that must last, is not in a folder of one instance',
  message:
    'Folder “{path}” is on one instance only, but tasks of “{service}” run on several; keep the data of volume “{volume}” on EFS.',
  why: 'A host path is a folder of whatever instance a task is placed on. A task on another instance finds another folder, an empty one at first, and when the instance is replaced the data is gone.',
  sources: [
    { ref: 'API:HostVolumeProperties.sourcePath', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const folders = volumesOfKind(spec, 'host-path').filter((place) => holdsData(place, spec))
    if (folders.length === 0) return
    const run = runsOf(graph, id).find((one) => isSpread(graph, one, spec))
    if (!run) return
    const said = [element, graph.element(run.runner)].some(keepsData)
    for (const place of folders) {
      if (!said && !isOfDatabase(graph, place, spec)) continue
      report({
        at: `${place.at}/host/sourcePath`,
        values: {
          path: place.volume.host?.sourcePath ?? '',
          service: nameOf(graph, run.runner),
          volume: volumeTitle(place.volume, place.index),
        },
        ...(takesEfs(graph, id, spec) && { fix: moveToEfs(id, place) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'nothing said about the data': onInstances(2, {}),
      'one instance': onInstances(1, { traits: ['stateful'] }),
      'only read': onInstances(
        2,
        { traits: ['stateful'] },
        {
          containerDefinitions: [
            container({
              memory: 512,
              mountPoints: [{ sourceVolume: 'files', containerPath: '/files', readOnly: true }],
            }),
          ],
        },
      ),
      'a folder of the host itself': onInstances(
        2,
        { traits: ['stateful'] },
        ec2With([{ name: 'socket', host: { sourcePath: '/var/run/docker.sock' } }]).spec,
      ),
      'pinned to an instance': drawing({
        task: { ...ec2With([files]), traits: ['stateful'] },
        web: serviceOf({
          launchType: 'EC2',
          placementConstraints: [{ type: 'memberOf', expression: 'ec2InstanceId == i-0123456789abcdef0' }],
        }),
      }),
    },
    invalid: {
      'data that must last, on two instances': {
        design: onInstances(2, { traits: ['stateful'] }),
        element: 'task',
        at: '/volumes/0/host/sourcePath',
      },
      'files that two tasks share, on instances that are not drawn': {
        design: drawing({
          task: { ...ec2With([files]), traits: ['shared-files'] },
          web: serviceOf({ launchType: 'EC2' }),
        }),
        element: 'task',
        at: '/volumes/0/host/sourcePath',
      },
      'the data of a database': {
        design: onInstances(
          3,
          {},
          {
            containerDefinitions: [
              container({
                image: 'mysql:8',
                memory: 512,
                mountPoints: [{ sourceVolume: 'files', containerPath: '/var/lib/mysql' }],
              }),
            ],
          },
        ),
        element: 'task',
        at: '/volumes/0/host/sourcePath',
      },
    },
  }),
})

/** A service `web` with such a task definition, on a number of instances. */
function onInstances(count: number, task: Partial<Element>, spec: Spec = {}) {
  return drawing({
    main: elementOf('cluster', { clusterName: 'main' }),
    nodes: elementOf('container-instance', {
      cluster: '@{main}',
      MinCount: count,
      MaxCount: count,
      agentConnected: true,
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
    }),
    task: { ...ec2Task({ ...ec2With([files]).spec, ...spec }), ...task },
    web: serviceOf({ cluster: '@{main}', launchType: 'EC2' }),
  })
}

function keepsData(element: Element | undefined): boolean {
  return hasTrait(element, 'stateful') || hasTrait(element, 'shared-files')
}

/** Does a container write into it? */
function holdsData({ volume }: Place, spec: TaskDefinitionSpec): boolean {
  const path = volume.host?.sourcePath
  if (!isKnown(path) || OF_THE_HOST.test(path)) return false
  return mountsOf(spec).some((mount) => mount.sourceVolume === volume.name && mount.readOnly !== true)
}

function isOfDatabase(graph: Graph, { volume }: Place, spec: TaskDefinitionSpec): boolean {
  return mountsOf(spec).some(({ sourceVolume, container }) => {
    const image = spec.containerDefinitions?.[container]?.image ?? ''
    return sourceVolume === volume.name && databaseOf(resolved(graph, image)) !== undefined
  })
}

/** May its tasks be on several instances? Constraints can keep them on one, which nobody can tell from here. */
function isSpread(graph: Graph, { runner, launch, cluster }: Run, definition: TaskDefinitionSpec): boolean {
  const spec = specOf(graph, service, runner)
  if (!spec || launch !== 'EC2') return false
  if (!isAbsent(spec.placementConstraints) || !isAbsent(definition.placementConstraints)) return false
  const groups = cluster === undefined ? [] : instancesIn(graph, cluster)
  const instances = groups.length === 0 ? undefined : mostInstances(groups)
  return (instances ?? spec.desiredCount ?? 1) > 1
}

/** The volume keeps its name and mount points, and becomes one of a new file system. */
function moveToEfs(id: string, { volume, index }: Place): Fix {
  const wanted = `${id}-${volume.name ?? 'data'}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return {
    title: 'Keep it on a new EFS file system instead',
    apply: (draft) => {
      const volumes = draft.elements[id]?.spec.volumes
      const moved = Array.isArray(volumes) ? volumes[index] : undefined
      if (!moved?.host?.sourcePath || moved.efsVolumeConfiguration) return
      const fileSystem = addElement(draft, wanted, {
        kind: efsFileSystem.kind,
        spec: efsFileSystem.defaults(wanted),
      })
      delete moved.host
      moved.efsVolumeConfiguration = { fileSystemId: refer(fileSystem), transitEncryption: 'ENABLED' }
    },
  }
}
