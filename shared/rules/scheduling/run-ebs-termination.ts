import { task as taskKind } from '../../elements/task'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { isAbsent, isWritten } from '../reading'
import { defineRule } from '../rule'
import { runTask } from './examples'

const data = { volumes: [{ name: 'data', configuredAtLaunch: true }] }
const volume = { roleArn: '<infrastructure-role-arn>', sizeInGiB: 20 }

export const runEbsTermination = defineRule({
  id: 'run-ebs-termination',
  severity: 'advice',
  on: [taskKind],
  needs: ['/volumeConfigurations'],
  title: 'It is said what becomes of a standalone task’s volume',
  message:
    'The EBS volume “{volume}” is deleted with the task; say so, or keep it with deleteOnTermination false.',
  why: 'ECS deletes the volume when the task stops, whatever was written to it. A standalone task is the one case where the volume can be kept, and then it stays, and is paid for, until somebody deletes it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeTerminationPolicy.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    spec.volumeConfigurations?.forEach(({ name, managedEBSVolume }, i) => {
      const at = `/volumeConfigurations/${i}/managedEBSVolume`
      const policy = `${at}/terminationPolicy/deleteOnTermination`
      if (isAbsent(managedEBSVolume) || isWritten(element, policy)) return
      const fix = setMembers('Say that it is deleted with the task', id, { [policy]: true })
      report({ at, values: { volume: name ?? say`number ${i + 1}` }, fix })
    })
  },
  examples: () => ({
    valid: {
      'deleted with the task': withPolicy({ deleteOnTermination: true }),
      kept: withPolicy({ deleteOnTermination: false }),
      'a placeholder': withPolicy({ deleteOnTermination: '<delete>' }),
      'no volume': runTask(),
    },
    invalid: {
      'nothing said': {
        design: withPolicy(undefined),
        element: 'nightly',
        at: '/volumeConfigurations/0/managedEBSVolume',
      },
      'an empty policy': {
        design: withPolicy({}),
        element: 'nightly',
        at: '/volumeConfigurations/0/managedEBSVolume',
      },
    },
  }),
})

function withPolicy(terminationPolicy: object | undefined) {
  const managedEBSVolume = { ...volume, ...(terminationPolicy && { terminationPolicy }) }
  return runTask({ volumeConfigurations: [{ name: 'data', managedEBSVolume }] }, data)
}
