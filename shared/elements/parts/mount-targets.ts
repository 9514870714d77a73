/** The lines from an EFS file system to the subnets of its mount targets, and to what guards these. */
import { removePruned, valueAt } from '../../basics/json'
import { type Text, term } from '../../texts/text'
import type { MutableSpec, Relation } from '../kind'
import { append, dropItem } from './editing'
import { objectsAt } from './reading'

export const mountTargetRelations: readonly Relation[] = [
  {
    path: '/MountTargets/*/SubnetId',
    to: ['subnet'],
    meaning: 'in-network',
    draw: 'line',
    connect: (spec, { reference }) => {
      const there = objectsAt(spec, '/MountTargets').some(([, target]) => target.SubnetId === reference)
      if (there) return 'It has a mount target there already.'
      return append(spec, 'MountTargets', { SubnetId: reference })
    },
    disconnect: dropItem,
    label: () => term('mount target'),
  },
  {
    path: '/MountTargets/*/SecurityGroups/*',
    to: ['security-group'],
    meaning: 'guarded-by',
    draw: 'line',
    connect: guard,
    disconnect: guardNoMore,
  },
]

/** One line guards every mount target. */
function guard(spec: MutableSpec, { reference }: { readonly reference: string }): Text | undefined {
  const targets = objectsAt(spec, '/MountTargets')
  const open = targets.filter(([, target]) => !groupsOf(target).includes(reference))
  if (targets.length === 0)
    return 'A security group guards mount targets. Connect the file system with a subnet first.'
  if (open.length === 0) return 'They are connected already.'
  for (const [, target] of open) {
    const refused = append(target, 'SecurityGroups', reference)
    if (refused) return refused
  }
  return undefined
}

/** And so erasing one takes the group from every mount target. */
function guardNoMore(spec: MutableSpec, pointer: string): void {
  const reference = valueAt(spec, pointer)
  // The last one first: a mount target that is left empty goes, and the others move.
  for (const [index, target] of objectsAt(spec, '/MountTargets').reverse()) {
    const at = groupsOf(target).indexOf(reference)
    if (at >= 0) removePruned(spec, `/MountTargets/${index}/SecurityGroups/${at}`)
  }
}

function groupsOf(target: MutableSpec): readonly unknown[] {
  return Array.isArray(target.SecurityGroups) ? target.SecurityGroups : []
}
