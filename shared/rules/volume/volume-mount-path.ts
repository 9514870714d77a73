import { type OperatingSystem, systemOf } from '../../aws/facts/fargate-sizes'
import { sameJson, valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isKnown, isUnknown, nameOfContainer, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Finding } from '../rule'
import { dropCopies } from './drop-copies'
import { onWindows } from './examples'
import { absolutePath, isAbsolutePath, placeOf } from './mount-paths'
import { type Mount, mountsOf, pathFor } from './volumes'

const list = '/containerDefinitions/0/mountPoints'

export const volumeMountPath = defineRule({
  id: 'volume-mount-path',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/mountPoints'],
  title: 'A mount path is absolute, and used once in a container',
  message: 'Container “{container}” mounts at “{path}”, which is not an absolute path; use {absolute}.',
  variants: {
    missing: 'Container “{container}” does not say where it mounts “{volume}”; give the mount point a path.',
    variable:
      'Container “{container}” mounts at “{path}”, but ECS fills in no variables; write the absolute path.',
    twice: 'Container “{container}” mounts two volumes at “{path}”; give one of them another path.',
  },
  why: 'Docker mounts at absolute paths only: from / on Linux, from a drive on Windows. Where two volumes claim the same path the container can’t be made.',
  sources: [
    { ref: 'API:MountPoint.containerPath', checked: '2026-11-26' },
    { ref: 'API:Volume.host', checked: '2026-11-26' },
  ],
  check({ id, element, spec, report }) {
    const system = systemNamed(spec)
    const seen = new Map<string, Mount>()
    for (const mount of mountsOf(spec)) {
      const path = mount.containerPath
      if (isUnknown(path)) continue
      if (path === undefined || path === '') {
        const finding = missing(spec, id, mount)
        if (finding) report(finding)
        continue
      }
      const place = `${mount.container} ${placeOf(path)}`
      const earlier = seen.get(place)
      seen.set(place, earlier ?? mount)
      if (earlier) report(twice(spec, id, mount, isCopy(element, mount, earlier)))
      else if (!isAbsolutePath(path, system)) report(relative(spec, id, mount, path))
    }
  },
  examples: () => ({
    valid: {
      'absolute paths': drawing({ task: fargateTask(mountedAt('/data', '/data/cache')) }),
      'a drive on Windows': drawing({
        task: ec2Task({
          ...onWindows,
          ...mountedAt('C:\\data', '\\mount\\fsx', '//./pipe/docker_engine'),
        }),
      }),
      'a drive without an operating system, as older definitions have it': drawing({
        task: ec2Task(mountedAt('C:\\data')),
      }),
      'a placeholder': drawing({ task: fargateTask(mountedAt('<path>', '<path>')) }),
    },
    invalid: {
      'a relative path': {
        design: drawing({ task: fargateTask(mountedAt('data')) }),
        element: 'task',
        at: `${list}/0/containerPath`,
      },
      'a variable of the shell, which nobody fills in': {
        design: drawing({ task: fargateTask(mountedAt('$HOME/data')) }),
        element: 'task',
        at: `${list}/0/containerPath`,
      },
      'a Linux path on Windows': {
        design: drawing({ task: ec2Task({ ...onWindows, ...mountedAt('/data') }) }),
        element: 'task',
        at: `${list}/0/containerPath`,
      },
      'no path': {
        design: drawing({ task: fargateTask(mountedAt(undefined)) }),
        element: 'task',
        at: `${list}/0/containerPath`,
      },
      'two volumes at one path': {
        design: drawing({ task: fargateTask(mountedAt('/data', '/data/')) }),
        element: 'task',
        at: `${list}/1/containerPath`,
      },
      'the same mount twice': {
        design: drawing({
          task: fargateTask({
            volumes: [{ name: 'v1' }],
            containerDefinitions: [
              container({
                mountPoints: [
                  { sourceVolume: 'v1', containerPath: '/data' },
                  { sourceVolume: 'v1', containerPath: '/data' },
                ],
              }),
            ],
          }),
        }),
        element: 'task',
        at: `${list}/1/containerPath`,
      },
    },
  }),
})

function mountedAt(...paths: readonly (string | undefined)[]) {
  const volumes = paths.map((_, index) => ({ name: `v${index + 1}` }))
  const points = paths.map((path, index) => ({
    sourceVolume: `v${index + 1}`,
    ...(path !== undefined && { containerPath: path }),
  }))
  return { volumes, containerDefinitions: [container({ memory: 512, mountPoints: points })] }
}

/** Undefined where none is named, a placeholder, or none that there is. */
function systemNamed(spec: TaskDefinitionSpec): OperatingSystem | undefined {
  const family = spec.runtimePlatform?.operatingSystemFamily
  return isKnown(family) && runsWindows(spec) !== undefined ? systemOf(family) : undefined
}

/** A mount point without a volume, too, is half-written; `volume-mount-unknown` says so. */
function missing(spec: TaskDefinitionSpec, id: string, mount: Mount): Finding | undefined {
  const volume = mount.sourceVolume
  if (!isKnown(volume)) return undefined
  return {
    at: `${mount.at}/containerPath`,
    variant: 'missing',
    values: { container: nameOfContainer(spec, mount.container), volume },
    ...move(spec, id, mount, pathFor(spec, volume)),
  }
}

function isCopy({ spec }: Element, mount: Mount, earlier: Mount): boolean {
  return sameJson(valueAt(spec, mount.at), valueAt(spec, earlier.at))
}

function twice(spec: TaskDefinitionSpec, id: string, mount: Mount, copy: boolean): Finding {
  const points = mount.at.slice(0, mount.at.lastIndexOf('/'))
  return {
    at: `${mount.at}/containerPath`,
    variant: 'twice',
    values: { container: nameOfContainer(spec, mount.container), path: mount.containerPath ?? '' },
    ...(copy && { fix: dropCopies('Remove the second mount point, which says the same', id, points) }),
  }
}

function relative(spec: TaskDefinitionSpec, id: string, mount: Mount, path: string): Finding {
  const at = `${mount.at}/containerPath`
  const values = { container: nameOfContainer(spec, mount.container), path }
  if (path.includes('$')) return { at, variant: 'variable', values }
  const absolute = absolutePath(path, systemNamed(spec))
  return { at, values: { ...values, absolute }, ...move(spec, id, mount, absolute) }
}

/** The fix that mounts it elsewhere, unless something is mounted there. */
function move(spec: TaskDefinitionSpec, id: string, mount: Mount, to: string): Pick<Finding, 'fix'> {
  const taken = mountsOf(spec).some(
    ({ container, containerPath }) =>
      container === mount.container && placeOf(containerPath ?? '') === placeOf(to),
  )
  return taken ? {} : { fix: setMembers(say`Mount it at ${to}`, id, { [`${mount.at}/containerPath`]: to }) }
}
