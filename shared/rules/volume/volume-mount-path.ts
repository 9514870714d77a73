import { systemOf } from '../../aws/facts/fargate-sizes'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { containerName, isAbsent, isKnown, isUnknown, type TaskDefinitionSpec } from '../reading'
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
  check({ id, spec, report }) {
    const mounts = mountsOf(spec)
    for (const mount of mounts) {
      const finding = judge(spec, id, mount, mounts)
      if (finding) report({ ...finding, at: `${mount.at}/containerPath` })
    }
  },
  examples: {
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
  },
})

function mountedAt(...paths: readonly (string | undefined)[]) {
  const volumes = paths.map((_, index) => ({ name: `v${index + 1}` }))
  const points = paths.map((path, index) => ({
    sourceVolume: `v${index + 1}`,
    ...(path !== undefined && { containerPath: path }),
  }))
  return { volumes, containerDefinitions: [container({ memory: 512, mountPoints: points })] }
}

/** What is wrong about one mount point, of all that there are. */
function judge(
  spec: TaskDefinitionSpec,
  id: string,
  mount: Mount,
  all: readonly Mount[],
): Omit<Finding, 'at'> | undefined {
  const { container, containerPath: path, sourceVolume } = mount
  const at = `${mount.at}/containerPath`
  const own = all.filter((other) => other.container === container)
  const values = { container: containerName(spec.containerDefinitions?.[container]?.name, container) }
  const free = (wanted: string) =>
    !own.some((other) => placeOf(other.containerPath ?? '') === placeOf(wanted))
  const move = (to: string) => free(to) && { fix: setMembers(`Mount it at ${to}`, id, { [at]: to }) }

  if (path === undefined || path === '') {
    // A mount point without a volume, too, is half-written; `volume-mount-unknown` says so.
    if (!isKnown(sourceVolume)) return undefined
    return {
      variant: 'missing',
      values: { ...values, volume: sourceVolume },
      ...move(pathFor(spec, sourceVolume)),
    }
  }
  if (isUnknown(path)) return undefined
  const earlier = own.find(({ containerPath }) => placeOf(containerPath ?? '') === placeOf(path))
  if (earlier !== mount) {
    const copies = dropCopies(
      'Remove the second mount point, which says the same',
      id,
      mount.at.replace(/\/\d+$/, ''),
    )
    const same = earlier?.sourceVolume === sourceVolume && earlier?.readOnly === mount.readOnly
    return { variant: 'twice', values: { ...values, path }, ...(same && { fix: copies }) }
  }
  const family = spec.runtimePlatform?.operatingSystemFamily
  const system = isAbsent(family) || isUnknown(family) ? undefined : systemOf(family)
  if (isAbsolutePath(path, system)) return undefined
  if (path.includes('$')) return { variant: 'variable', values: { ...values, path } }
  const absolute = absolutePath(path, system)
  return { values: { ...values, path, absolute }, ...move(absolute) }
}
