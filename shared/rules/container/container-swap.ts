import { swappiness as range } from '../../aws/facts/container-limits'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isWritten, runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { linuxContainersOf } from './containers'

export const containerSwap = defineRule({
  id: 'container-swap',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/linuxParameters'],
  title: 'Swappiness is a percentage and counts together with maxSwap',
  message: 'Swappiness {swappiness} of container “{container}” is out of range; set {min} to {max}.',
  variants: {
    negative: 'Container “{container}” can’t have {maxSwap} MiB of swap; 0 turns swap off.',
    ignored: 'Swappiness counts only together with maxSwap, which container “{container}” does not set.',
  },
  why: 'Docker hands both values to the kernel: maxSwap is how much may be swapped out, in MiB, and swappiness how eagerly, from 0 to 100. Without maxSwap the container swaps as its container instance is set up to, and ECS ignores swappiness.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeSwappinessIntegerBetween', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      const { maxSwap, swappiness } = container.linuxParameters ?? {}
      // Fargate takes neither: container-linux-params-fargate.
      if ((maxSwap ?? swappiness) === undefined || runsOnFargate(graph, id)) continue
      const maxSwapAt = `${at}/linuxParameters/maxSwap`
      const swappinessAt = `${at}/linuxParameters/swappiness`
      if (maxSwap !== undefined && maxSwap < 0) {
        const fix = setMembers('Set maxSwap to 0', id, { [maxSwapAt]: 0 })
        report({ at: maxSwapAt, variant: 'negative', values: { container: called, maxSwap }, fix })
      }
      if (swappiness === undefined) continue
      const nearest = Math.min(range.max, Math.max(range.min, swappiness))
      if (swappiness !== nearest) {
        const fix = setMembers(say`Set swappiness to ${nearest}`, id, { [swappinessAt]: nearest })
        report({ at: swappinessAt, values: { container: called, swappiness, ...range }, fix })
      } else if (!isWritten(element, maxSwapAt)) {
        const fix = removeMember('Remove swappiness', id, swappinessAt)
        report({
          at: swappinessAt,
          variant: 'ignored',
          severity: 'warning',
          values: { container: called },
          fix,
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'both, at the end of the range': swapping({ maxSwap: 512, swappiness: 100 }),
      'no swap at all': swapping({ maxSwap: 0, swappiness: 0 }),
      'a placeholder for maxSwap': swapping({ maxSwap: '<swap>', swappiness: 60 }),
      'on Fargate, where container-linux-params-fargate reports both': drawing({
        task: fargateTask({
          containerDefinitions: [container({ linuxParameters: { maxSwap: -1, swappiness: 120 } })],
        }),
      }),
    },
    invalid: {
      'more than 100': {
        design: swapping({ maxSwap: 512, swappiness: 120 }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/swappiness',
      },
      'a negative amount of swap': {
        design: swapping({ maxSwap: -1 }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/maxSwap',
      },
      'swappiness alone': {
        design: swapping({ swappiness: 60 }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/swappiness',
        severity: 'warning',
      },
    },
  }),
})

function swapping(linuxParameters: Spec) {
  return drawing({
    task: ec2Task({ containerDefinitions: [container({ memory: 512, linuxParameters })] }),
  })
}
