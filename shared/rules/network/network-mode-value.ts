import { allNetworkModes, WINDOWS_NETWORK } from '../../aws/facts/network-modes'
import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { oneOfValues } from '../limits'
import { isKnown } from '../reading'
import { defineRule } from '../rule'

const modes = oneOfValues(allNetworkModes)

export const networkModeValue = defineRule({
  id: 'network-mode-value',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/networkMode'],
  title: 'The network mode is awsvpc, bridge, host or none',
  message: '“{value}” is no network mode; use awsvpc, bridge, host or none.',
  variants: {
    nat: 'The API does not list network mode “{value}”; leave the mode out, and Windows tasks get that network by themselves.',
  },
  why: 'ECS knows four modes, and spells them in lower case. For the network that Windows has of its own it has no name: a definition that names no mode gets it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'API:NetworkMode', checked: '2026-11-26' },
  ],
  check({ id, spec, report }) {
    const value = spec.networkMode
    if (!isKnown(value) || modes.allows(value)) return
    const at = '/networkMode'
    if (value === WINDOWS_NETWORK) {
      // CDK writes it for Windows and deploys it, so it is not refused.
      const fix = removeMember('Leave the network mode out', id, at)
      report({ at, values: { value }, variant: 'nat', severity: 'warning', fix })
      return
    }
    const mended = modes.mend?.(value)
    report({
      at,
      values: { value },
      ...(mended !== undefined && {
        fix: setMembers(say`Change ${value} to ${toText(mended)}`, id, { [at]: mended }),
      }),
    })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: fargateTask() }),
      'left out': drawing({ task: ec2Task() }),
      'an empty text, which says nothing': drawing({ task: ec2Task({ networkMode: '' }) }),
      'a placeholder': drawing({ task: fargateTask({ networkMode: '$$$NETWORK_MODE$$$' }) }),
    },
    invalid: {
      'in capitals': {
        design: drawing({ task: fargateTask({ networkMode: 'AWSVPC' }) }),
        element: 'task',
        at: '/networkMode',
      },
      'a mode of Docker’s own': {
        design: drawing({ task: ec2Task({ networkMode: 'overlay' }) }),
        element: 'task',
        at: '/networkMode',
      },
      'Docker’s name of the Windows network': {
        design: drawing({
          task: ec2Task({
            networkMode: 'nat',
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          }),
        }),
        element: 'task',
        at: '/networkMode',
        severity: 'warning',
      },
    },
  }),
})
