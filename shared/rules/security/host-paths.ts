/** What a container gets of its host by a path. */
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import {
  isKnown,
  isWritten,
  nameOfContainer,
  runsOnFargate,
  runsWindows,
  type TaskDefinitionSpec,
} from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { type Mount, mountsOf } from '../volume/volumes'

/** Where Docker listens: /var/run is another name for /run. */
const SOCKETS = ['/var/run/docker.sock', '/run/docker.sock']

/** Folders from which an instance can be taken over: programs that run as root, keys, the agent's and Docker's own. */
const CRITICAL = ['/', '/etc', '/root', '/proc', '/sys', '/var/lib/docker', '/var/lib/ecs']

export const hostPaths = ruleFamily([
  defineRule({
    id: 'sec-docker-socket',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/volumes/*/host/sourcePath'],
    title: 'No container gets the Docker socket',
    message:
      'Container “{container}” can tell Docker what to run, and so is root on the instance; don’t mount the socket.',
    why: 'Docker asks nobody who speaks to it over the socket. Whoever does can start a privileged container with the whole disk of the instance in it. ECS offers what agents look for there, such as the names of containers, by its metadata endpoint.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      for (const { index, path, mounts } of hostMounts(graph, id, spec)) {
        const [mount] = mounts
        if (!mount || !SOCKETS.includes(path)) continue
        report({
          at: `/volumes/${index}/host/sourcePath`,
          values: { container: nameOfContainer(spec, mount.container) },
        })
      }
    },
    examples: () => ({
      valid: {
        'another file': drawing({ task: mounting('/var/run/app.sock') }),
        'a volume that no container mounts': drawing({
          task: ec2Task({ volumes: [{ name: 'host', host: { sourcePath: '/var/run/docker.sock' } }] }),
        }),
        'on Fargate, where volume-host-path-fargate reports it': drawing({
          task: fargateTask(mounts('/var/run/docker.sock')),
        }),
      },
      invalid: {
        'the socket': {
          design: drawing({ task: mounting('/var/run/docker.sock') }),
          element: 'task',
          at: '/volumes/0/host/sourcePath',
        },
        'the socket by its other path, read-only': {
          design: drawing({ task: mounting('/run/docker.sock', { readOnly: true }) }),
          element: 'task',
          at: '/volumes/0/host/sourcePath',
        },
      },
    }),
  }),
  defineRule({
    id: 'sec-host-root-mount',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/volumes/*/host/sourcePath'],
    title: 'No container can write to the system folders of its host',
    message:
      'Container “{container}” can write to {path} of the instance and so take it over; mount it read-only, or a narrower folder.',
    why: 'Who can write there can change what runs as root on the instance, and with it every other task. Monitoring agents, which want to see these folders, only read them.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      for (const { path, mounts } of hostMounts(graph, id, spec)) {
        if (!CRITICAL.includes(path)) continue
        for (const { container, at, readOnly } of mounts) {
          const place = `${at}/readOnly`
          if (readOnly ?? isWritten(element, place)) continue
          report({
            at: place,
            values: { container: nameOfContainer(spec, container), path },
            fix: setMembers(say`Mount ${path} read-only`, id, { [place]: true }),
          })
        }
      }
    },
    examples: () => ({
      valid: {
        'the whole disk, read-only': drawing({ task: mounting('/', { readOnly: true }) }),
        'a folder of one application': drawing({ task: mounting('/etc/app') }),
        'a placeholder': drawing({ task: mounting('/etc', { readOnly: '<read-only>' }) }),
      },
      invalid: {
        'the whole disk': {
          design: drawing({ task: mounting('/') }),
          element: 'task',
          at: '/containerDefinitions/0/mountPoints/0/readOnly',
        },
        'Docker’s own folder': {
          design: drawing({ task: mounting('/var/lib/docker/', { readOnly: false }) }),
          element: 'task',
          at: '/containerDefinitions/0/mountPoints/0/readOnly',
        },
      },
    }),
  }),
])

interface HostMount {
  /** In `volumes`. */
  readonly index: number
  /** Without a slash at its end. */
  readonly path: string
  readonly mounts: readonly Mount[]
}

/** The folders of a Linux host that a task mounts. Fargate has none: volume-host-path-fargate. */
function hostMounts(graph: Graph, id: string, spec: TaskDefinitionSpec): readonly HostMount[] {
  const volumes = (spec.volumes ?? []).map(({ name, host }, index) => ({
    name,
    index,
    path: host?.sourcePath,
  }))
  if (!volumes.some(({ path }) => path) || runsWindows(spec) === true || runsOnFargate(graph, id)) return []
  return volumes.flatMap(({ name, index, path }) => {
    if (!isKnown(path) || !isKnown(name)) return []
    const mounts = mountsOf(spec).filter(({ sourceVolume }) => sourceVolume === name)
    return [{ index, path: path.replace(/(?<=^\/|[^/])\/+$/, ''), mounts }]
  })
}

function mounts(sourcePath: string, mountPoint: Spec = {}): Spec {
  return {
    volumes: [{ name: 'host', host: { sourcePath } }],
    containerDefinitions: [
      container({
        memory: 256,
        mountPoints: [{ sourceVolume: 'host', containerPath: '/host', ...mountPoint }],
      }),
    ],
  }
}

function mounting(sourcePath: string, mountPoint: Spec = {}) {
  return ec2Task(mounts(sourcePath, mountPoint))
}
