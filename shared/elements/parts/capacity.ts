/** On what tasks run: launch type, capacity provider strategy and placement, for clusters, services and tasks. */

import { toText } from '../../basics/convert'
import { valueAt } from '../../basics/json'
import { say } from '../../texts/text'
import { choice, item, list, text, whole } from '../fields'
import type { FreeLink, Relation } from '../kind'
import { append, dropItem } from './editing'
import { above } from './reading'

/** `CapacityProviderStrategyItem`. */
export const strategyItem = item({
  capacityProvider: text('Capacity provider', 'FARGATE, FARGATE_SPOT, or a provider of the cluster.', {
    main: true,
    control: 'reference',
  }),
  base: whole('Base', 'How many tasks run there at least; one provider of a strategy may have it.', {
    default: '0',
    main: true,
  }),
  weight: whole('Weight', 'Share of the remaining tasks.', { default: '0', main: true }),
})

/** The members that CreateService and RunTask have in common. */
export const computeOptions = {
  launchType: choice(
    'Launch type',
    'Either this or a capacity provider strategy.',
    ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'],
    { main: true, group: 'Compute configuration' },
  ),
  capacityProviderStrategy: list(
    'Capacity provider strategy',
    'Spreads tasks over capacity providers; the cluster’s default strategy when neither is given.',
    strategyItem,
    { main: true, group: 'Compute configuration' },
  ),
  platformVersion: text('Platform version', 'Of Fargate, such as LATEST or 1.4.0.', {
    default: 'LATEST',
    main: true,
    group: 'Compute configuration',
  }),
  placementConstraints: list(
    'Placement constraints',
    'Container instances that tasks may be placed on; not on Fargate.',
    item({
      type: choice('Type', 'One task per instance, or only matching instances.', [
        'distinctInstance',
        'memberOf',
      ]),
      expression: text('Expression', 'In the cluster query language, for memberOf.'),
    }),
    { group: 'Task placement' },
  ),
  placementStrategy: list(
    'Placement strategy',
    'How tasks are spread over container instances; not on Fargate.',
    item({
      type: choice('Type', 'How an instance is picked.', ['spread', 'binpack', 'random']),
      field: text('Field', 'Such as attribute:ecs.availability-zone, instanceId, cpu or memory.'),
    }),
    { group: 'Task placement' },
  ),
}

/** A strategy of services and tasks that names a capacity provider. */
export const strategyRelation: Relation = {
  path: '/capacityProviderStrategy/*/capacityProvider',
  to: ['capacity-provider'],
  meaning: 'provides',
  draw: 'line',
  flow: 'in',
  connect: (spec, { reference }) =>
    append(spec, 'capacityProviderStrategy', { capacityProvider: reference, weight: 1 }),
  disconnect: dropItem,
  label: (spec, pointer) => {
    const share = valueAt(spec, above(pointer)) as { base?: unknown; weight?: unknown } | undefined
    const base = share?.base ? say`base ${toText(share.base)}` : undefined
    const weight = share?.weight ? say`weight ${toText(share.weight)}` : undefined
    return base && weight ? say`${base} · ${weight}` : (base ?? weight)
  },
}

/** ECS finds the instances by itself and no spec names them. It can be drawn, and a rule says where it can't be so. */
export const runsOnInstances: FreeLink = {
  meaning: 'provides',
  to: ['container-instance', 'auto-scaling-group'],
}
