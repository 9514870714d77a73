import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing } from '../examples'
import { setMembers } from '../fixes'
import { oneOfValues } from '../limits'
import { isAbsent, isKnown, isUnknown, launchesAmong, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { ec2With, onWindows } from './examples'
import { volumesOfKind, volumeTitle } from './volumes'

const windowsDriver = 'local'
const scope = oneOfValues(['task', 'shared'])

/** What a Docker volume may say. */
export const dockerVolumes = ruleFamily([
  defineRule({
    id: 'volume-docker-windows-driver',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/dockerVolumeConfiguration'],
    title: 'On Windows Docker volumes use the local driver',
    message: 'Windows has the local volume driver only, not “{driver}”; use local.',
    why: 'Drivers are plug-ins of the Docker daemon, and ECS supports none of them on Windows container instances.',
    sources: [{ ref: 'API:Volume.dockerVolumeConfiguration', checked: '2026-11-26' }],
    check({ id, spec, graph, report }) {
      const volumes = volumesOfKind(spec, 'docker')
      if (volumes.length === 0 || !runsWindows(spec)) return
      // There the volume itself is wrong: `volume-docker-unsupported`.
      if (launchesAmong(graph, id, ['FARGATE', 'MANAGED_INSTANCES']).length > 0) return
      for (const { volume, at } of volumes) {
        const driver = volume.dockerVolumeConfiguration?.driver
        if (!isKnown(driver) || driver === windowsDriver) continue
        const pointer = `${at}/dockerVolumeConfiguration/driver`
        const fix = setMembers('Set the driver to local', id, { [pointer]: windowsDriver })
        report({ at: pointer, values: { driver }, fix })
      }
    },
    examples: () => ({
      valid: {
        'the local driver': drawing({ task: ec2With([docker({ driver: 'local' })], onWindows) }),
        'no driver named': drawing({ task: ec2With([docker({ scope: 'shared' })], onWindows) }),
        'another driver on Linux': drawing({ task: ec2With([docker({ driver: 'rexray/ebs' })]) }),
      },
      invalid: {
        'another driver on Windows': {
          design: drawing({ task: ec2With([docker({ driver: 'rexray/ebs' })], onWindows) }),
          element: 'task',
          at: '/volumes/0/dockerVolumeConfiguration/driver',
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-docker-autoprovision',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/dockerVolumeConfiguration'],
    title: 'Only shared Docker volumes are provisioned automatically',
    message:
      'Docker volume “{volume}” belongs to its task, but autoprovision is for shared ones; set the scope to shared.',
    variants: {
      implied:
        'Without a scope Docker volume “{volume}” belongs to its task, so autoprovision has no effect; set the scope to shared.',
      scope: 'The scope of Docker volume “{volume}” is “{scope}”; it must be task or shared.',
    },
    why: 'A volume of a task is made when the task starts and deleted when it ends. A shared one stays on the instance; autoprovision makes it when the first task needs it.',
    sources: [
      { ref: 'API:DockerVolumeConfiguration.autoprovision', checked: '2026-11-26' },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, report }) {
      for (const { volume, index, at } of volumesOfKind(spec, 'docker')) {
        const { scope: written, autoprovision } = volume.dockerVolumeConfiguration ?? {}
        if (isUnknown(written)) continue
        const members = `${at}/dockerVolumeConfiguration`
        const values = { volume: volumeTitle(volume, index), scope: toText(written) }
        const set = (to: unknown) =>
          setMembers(say`Set the scope to ${toText(to)}`, id, { [`${members}/scope`]: to })
        if (!isAbsent(written) && !scope.allows(written)) {
          const meant = autoprovision ? 'shared' : scope.mend?.(written)
          report({ at: `${members}/scope`, variant: 'scope', values, ...(meant ? { fix: set(meant) } : {}) })
        } else if (autoprovision && written !== 'shared') {
          report({
            at: `${members}/autoprovision`,
            values,
            ...(isAbsent(written) && { severity: 'warning', variant: 'implied' }),
            fix: set('shared'),
          })
        }
      }
    },
    examples: () => ({
      valid: {
        'a shared volume': drawing({ task: ec2With([docker({ scope: 'shared', autoprovision: true })]) }),
        'a volume of the task': drawing({ task: ec2With([docker({ scope: 'task', autoprovision: false })]) }),
        'a scope that is a placeholder': drawing({
          task: ec2With([docker({ scope: '<scope>', autoprovision: true })]),
        }),
      },
      invalid: {
        'a volume of the task, provisioned': {
          design: drawing({ task: ec2With([docker({ scope: 'task', autoprovision: true })]) }),
          element: 'task',
          at: '/volumes/0/dockerVolumeConfiguration/autoprovision',
        },
        'no scope': {
          design: drawing({ task: ec2With([docker({ autoprovision: true })]) }),
          element: 'task',
          at: '/volumes/0/dockerVolumeConfiguration/autoprovision',
          severity: 'warning',
        },
        'a scope that does not exist': {
          design: drawing({ task: ec2With([docker({ scope: 'instance' })]) }),
          element: 'task',
          at: '/volumes/0/dockerVolumeConfiguration/scope',
        },
        'a scope in the wrong letter case': {
          design: drawing({ task: ec2With([docker({ scope: 'Task', autoprovision: true })]) }),
          element: 'task',
          at: '/volumes/0/dockerVolumeConfiguration/scope',
        },
      },
    }),
  }),
])

function docker(dockerVolumeConfiguration: Readonly<Record<string, unknown>>) {
  return { name: 'data', dockerVolumeConfiguration }
}
