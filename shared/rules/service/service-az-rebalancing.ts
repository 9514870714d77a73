import { ZONE_ATTRIBUTE } from '../../aws/facts/services'
import { service as serviceKind } from '../../elements/service'
import { onEc2, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isKnown } from '../reading'
import { type ServiceSpec, schedulingOf } from '../rollout'
import { defineRule } from '../rule'
import { daemon } from './examples'

const AT = '/availabilityZoneRebalancing'
const enabled = { availabilityZoneRebalancing: 'ENABLED' }
const byZone = { type: 'spread', field: ZONE_ATTRIBUTE }

export const serviceAzRebalancing = defineRule({
  id: 'service-az-rebalancing',
  severity: 'error',
  on: [serviceKind],
  needs: ['/availabilityZoneRebalancing'],
  title: 'Zone rebalancing is for services that ECS may spread over zones',
  message:
    'Zone rebalancing needs “spread by Availability Zone” as the first placement strategy, or none; change the strategy, or turn rebalancing off.',
  variants: {
    daemon: 'A daemon’s tasks stay on their instances, so zone rebalancing can’t move them; turn it off.',
    external: 'External instances have no Availability Zones to balance; turn zone rebalancing off.',
    maximum:
      'Zone rebalancing starts a task before it stops another, and maximumPercent {percent} leaves no room for that; raise it, or turn rebalancing off.',
    constraint:
      'A placement constraint names the Availability Zone, so zone rebalancing can’t choose one; remove the constraint, or turn rebalancing off.',
    classic: 'Zone rebalancing does not work behind a Classic Load Balancer; turn it off.',
  },
  why: 'To even out the zones ECS starts a task in one of them and then stops one in another. A service that fixes where its tasks go, or how many there may be, leaves it no choice, and CreateService refuses ENABLED for it. Left out, ECS turns the feature on only where it fits.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:AvailabilityZoneRebalancing', checked: '2026-11-26' },
  ],
  check({ id, spec, report }) {
    if (spec.availabilityZoneRebalancing !== 'ENABLED') return
    const obstacle = obstacleOf(spec)
    if (obstacle === undefined) return
    const fix = setMembers('Turn zone rebalancing off', id, { [AT]: 'DISABLED' })
    const percent = spec.deploymentConfiguration?.maximumPercent ?? 0
    report({ at: AT, fix, values: { percent }, ...(obstacle !== 'strategy' && { variant: obstacle }) })
  },
  examples: () => ({
    valid: {
      'no placement strategy': onFargate(enabled),
      'spread by zone first, then packed': onEc2({
        ...enabled,
        placementStrategy: [byZone, { type: 'binpack', field: 'memory' }],
      }),
      'left out, whatever else is set': daemon({ placementConstraints: [{ type: 'distinctInstance' }] }),
      'a constraint on something else': onEc2({
        ...enabled,
        placementConstraints: [
          { type: 'memberOf', expression: 'attribute:ecs.instance-type =~ m7g.*' },
          { type: 'distinctInstance' },
        ],
      }),
      'a strategy that is not known yet': onEc2({ ...enabled, placementStrategy: [{ type: '<strategy>' }] }),
      'turned off': daemon({ availabilityZoneRebalancing: 'DISABLED' }),
    },
    invalid: {
      'packed first': {
        design: onEc2({ ...enabled, placementStrategy: [{ type: 'binpack', field: 'memory' }, byZone] }),
        element: 'web',
        at: AT,
      },
      'spread over instances first': {
        design: onEc2({ ...enabled, placementStrategy: [{ type: 'spread', field: 'instanceId' }] }),
        element: 'web',
        at: AT,
      },
      'a daemon': { design: daemon(enabled), element: 'web', at: AT },
      'no room for one more task': {
        design: onFargate({
          ...enabled,
          deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
        }),
        element: 'web',
        at: AT,
      },
      'a constraint on the zone': {
        design: onEc2({
          ...enabled,
          placementConstraints: [{ type: 'memberOf', expression: `${ZONE_ATTRIBUTE} == eu-west-1a` }],
        }),
        element: 'web',
        at: AT,
      },
      'behind a Classic Load Balancer': {
        design: onEc2({
          ...enabled,
          loadBalancers: [{ loadBalancerName: 'old', containerName: 'web', containerPort: 80 }],
        }),
        element: 'web',
        at: AT,
      },
      'on external instances': {
        design: onEc2({ ...enabled, launchType: 'EXTERNAL' }, { requiresCompatibilities: ['EXTERNAL'] }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

type Obstacle = 'daemon' | 'external' | 'maximum' | 'strategy' | 'constraint' | 'classic'

/** The first thing in a service that leaves ECS no choice. */
function obstacleOf(spec: ServiceSpec): Obstacle | undefined {
  const { placementStrategy = [], placementConstraints = [], loadBalancers = [] } = spec
  if (schedulingOf(spec) === 'DAEMON') return 'daemon'
  if (spec.launchType === 'EXTERNAL') return 'external'
  if ((spec.deploymentConfiguration?.maximumPercent ?? Number.POSITIVE_INFINITY) <= 100) return 'maximum'
  const [first] = placementStrategy
  if (first && isKnown(first.type) && !isByZone(first)) return 'strategy'
  if (placementConstraints.some(({ expression }) => expression?.includes(ZONE_ATTRIBUTE))) return 'constraint'
  return loadBalancers.some(({ loadBalancerName }) => !isAbsent(loadBalancerName)) ? 'classic' : undefined
}

function isByZone({
  type,
  field,
}: {
  readonly type?: string | undefined
  readonly field?: string | undefined
}) {
  return type === 'spread' && (field === ZONE_ATTRIBUTE || (field !== undefined && !isKnown(field)))
}
