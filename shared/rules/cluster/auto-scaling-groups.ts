/** Auto Scaling groups behind capacity providers, and how ECS sets their size. */
import type { Spec } from '../../design/design'
import { autoScalingGroup as groupKind } from '../../elements/auto-scaling-group'
import { capacityProvider } from '../../elements/capacity-provider'
import { providersOf } from '../../graph/capacity'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing } from '../examples'
import { setMembers } from '../fixes'
import { isUnknownAt } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { asgProvider, autoScalingGroup } from './examples'

const STATUS = '/autoScalingGroupProvider/managedScaling/status'
const sizePage = {
  ref: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html',
  checked: '2026-11-24',
}

export const autoScalingGroups = ruleFamily([
  defineRule({
    id: 'capacity-termination-protection',
    severity: 'error',
    on: [capacityProvider],
    needs: ['/autoScalingGroupProvider'],
    title: 'Managed termination protection comes with managed scaling',
    message:
      'Managed termination protection works with managed scaling only; turn the scaling on, or the protection off.',
    why: 'ECS protects instances that run tasks while it scales the group in. Where it does not scale the group itself, AWS documents, the protection does not work.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:CannotEnableManaged', checked: '2026-11-21' },
    ],
    check({ id, element, spec, report }) {
      const group = spec.autoScalingGroupProvider
      if (group?.managedTerminationProtection !== 'ENABLED') return
      const status = group.managedScaling?.status
      if (status === 'ENABLED' || isUnknownAt(element, STATUS)) return
      report({
        at: '/autoScalingGroupProvider/managedTerminationProtection',
        fix: setMembers('Turn managed scaling on', id, { [STATUS]: 'ENABLED' }),
      })
    },
    examples: () => ({
      valid: {
        'both on': provider({
          managedTerminationProtection: 'ENABLED',
          managedScaling: { status: 'ENABLED' },
        }),
        'both off': provider({
          managedTerminationProtection: 'DISABLED',
          managedScaling: { status: 'DISABLED' },
        }),
        'a status that is not known yet': provider({
          managedTerminationProtection: 'ENABLED',
          managedScaling: { status: '<status>' },
        }),
      },
      invalid: {
        'scaling off': {
          design: provider({
            managedTerminationProtection: 'ENABLED',
            managedScaling: { status: 'DISABLED' },
          }),
          element: 'ec2',
          at: '/autoScalingGroupProvider/managedTerminationProtection',
        },
        'nothing said about scaling': {
          design: provider({ managedTerminationProtection: 'ENABLED' }),
          element: 'ec2',
          at: '/autoScalingGroupProvider/managedTerminationProtection',
        },
      },
    }),
  }),

  defineRule({
    id: 'capacity-asg-max-zero',
    severity: 'warning',
    on: [groupKind],
    needs: ['/MaxSize'],
    yieldsTo: ['capacity-asg-size-order'],
    title: 'The group of a capacity provider can have instances',
    message:
      'Auto Scaling group “{group}” never starts an instance, because its maximum size is 0; raise it.',
    why: 'ECS asks the group for instances when tasks wait for room, and the group never goes beyond its maximum size. With 0 the tasks wait for ever.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (spec.MaxSize !== 0 || providersOf(graph, id).length === 0) return
      const wanted = Math.max(1, spec.MinSize ?? 0, spec.DesiredCapacity ?? 0)
      report({
        at: '/MaxSize',
        values: { group: nameOf(graph, id) },
        fix: setMembers(say`Set the maximum size to ${wanted}`, id, { '/MaxSize': wanted }),
      })
    },
    examples: () => ({
      valid: {
        'four at most': group({ MaxSize: 4 }),
        'none for now, but some to come': group({ MinSize: 0, MaxSize: 1, DesiredCapacity: 0 }),
        'a group that no capacity provider uses': drawing({ workers: autoScalingGroup({ MaxSize: 0 }) }),
      },
      invalid: {
        'none at most': { design: group({ MaxSize: 0 }), element: 'workers', at: '/MaxSize' },
      },
    }),
  }),

  defineRule({
    id: 'capacity-asg-size-order',
    severity: 'error',
    on: [groupKind],
    needs: ['/MaxSize'],
    title: 'The sizes of an Auto Scaling group are in order',
    message: 'The minimum size {least} is above the maximum size {most}; raise the maximum.',
    variants: {
      desired: 'The desired capacity {desired} is not between the sizes {least} and {most}; change it.',
    },
    why: 'An Auto Scaling group keeps its desired capacity between its minimum and its maximum size, and is refused when that can’t be. With managed scaling ECS changes the desired capacity later, within the same bounds.',
    sources: [sizePage],
    check({ id, spec, report }) {
      const { MinSize: least = 0, MaxSize: most, DesiredCapacity: desired } = spec
      if (most === undefined) return
      if (least > most) {
        const fix = setMembers(say`Set the maximum size to ${least}`, id, { '/MaxSize': least })
        return report({ at: '/MaxSize', values: { least, most }, fix })
      }
      if (desired === undefined || (desired >= least && desired <= most)) return
      const nearest = Math.min(most, Math.max(least, desired))
      report({
        at: '/DesiredCapacity',
        variant: 'desired',
        values: { desired, least, most },
        fix: setMembers(say`Set the desired capacity to ${nearest}`, id, { '/DesiredCapacity': nearest }),
      })
    },
    examples: () => ({
      valid: {
        'all the same': group({ MinSize: 2, MaxSize: 2, DesiredCapacity: 2 }),
        'nothing said about the minimum, which means 0': group({ MinSize: undefined, MaxSize: 3 }),
        'a placeholder': group({ MinSize: '<min>', MaxSize: 1 }),
      },
      invalid: {
        'a minimum above the maximum': {
          design: group({ MinSize: 5, MaxSize: 4 }),
          element: 'workers',
          at: '/MaxSize',
        },
        'more wanted than there may be': {
          design: group({ MinSize: 1, MaxSize: 4, DesiredCapacity: 6 }),
          element: 'workers',
          at: '/DesiredCapacity',
        },
        'fewer wanted than there must be': {
          design: group({ MinSize: 2, MaxSize: 4, DesiredCapacity: 1 }),
          element: 'workers',
          at: '/DesiredCapacity',
        },
      },
    }),
  }),
])

function provider(autoScalingGroupProvider: Spec) {
  return drawing({ ec2: asgProvider({}, autoScalingGroupProvider), workers: autoScalingGroup() })
}

function group(spec: Spec) {
  return drawing({ ec2: asgProvider(), workers: autoScalingGroup(spec) })
}
