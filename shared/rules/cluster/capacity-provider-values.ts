/** What single members of a capacity provider may say. */
import { managedScalingLimits, providerName, scaleInAfter } from '../../aws/facts/capacity-providers'
import { toText } from '../../basics/convert'
import type { Spec } from '../../design/design'
import { capacityProvider } from '../../elements/capacity-provider'
import { drawing } from '../examples'
import { type Limit, limitRule, ofCharacters, wholeBetween } from '../limits'
import { ruleFamily } from '../rule'
import { asgProvider, autoScalingGroup, launchTemplate, managedProvider } from './examples'

const SCALING = '/autoScalingGroupProvider/managedScaling'
const SCALE_IN = '/managedInstancesProvider/infrastructureOptimization/scaleInAfter'

const scalingPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html',
  checked: '2026-11-26',
}

const characters = ofCharacters(providerName.max, providerName.character)
const isReserved = (value: unknown) => providerName.reserved.some((one) => toText(value).startsWith(one))

/** Allowed characters, and not beginning like AWS's own. */
const ownName: Limit = {
  allows: (value) => characters.allows(value) && !isReserved(value),
  mend: (value) => characters.mend?.(isReserved(value) ? `cp-${toText(value)}` : value),
}

export const capacityProviderValues = ruleFamily([
  limitRule({
    id: 'capacity-provider-name-invalid',
    severity: 'error',
    on: [capacityProvider],
    path: '/name',
    limit: ownName,
    title: 'Names of capacity providers do not begin with aws, ecs or fargate',
    message:
      '“{value}” can’t name a capacity provider; use at most 255 letters, digits, hyphens and underscores, and don’t begin with aws, ecs or fargate.',
    why: 'Names that begin so are kept for capacity providers of AWS, such as FARGATE_SPOT. CreateCapacityProvider refuses them, and characters that would not fit in an ARN.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:InvalidCapacityProvider', checked: '2026-11-26' },
    ],
    examples: () => ({
      valid: {
        'a name of one’s own': named('prod-asg_2'),
        'a reserved word further back': named('my-ecs'),
        'the longest': named('x'.repeat(providerName.max)),
        'a placeholder': named('<ecs provider>'),
      },
      invalid: {
        'a reserved beginning': { design: named('ecs-prod'), element: 'ec2', at: '/name' },
        'a blank': { design: named('prod asg'), element: 'ec2', at: '/name' },
        'a reserved beginning, and too long': {
          design: named(`aws${'x'.repeat(providerName.max)}`),
          element: 'ec2',
          at: '/name',
        },
      },
    }),
  }),
  limitRule({
    id: 'capacity-target-capacity-range',
    severity: 'error',
    on: [capacityProvider],
    path: `${SCALING}/targetCapacity`,
    limit: wholeBetween(managedScalingLimits.targetCapacity.min, managedScalingLimits.targetCapacity.max),
    title: 'The target capacity is 1 to 100 %',
    message:
      'The target capacity is 1 to 100 percent of the group, not {value}; 100 leaves no instance spare.',
    why: 'It says how full ECS keeps the Auto Scaling group: with 90, a tenth of the instances stays free for tasks to come. Nothing can be fuller than full, and 0 would never be reached.',
    sources: [scalingPage],
    examples: () => ({
      valid: {
        full: scaling({ targetCapacity: 100 }),
        'the least': scaling({ targetCapacity: 1 }),
        'a placeholder': scaling({ targetCapacity: '<target>' }),
      },
      invalid: {
        nothing: { design: scaling({ targetCapacity: 0 }), element: 'ec2', at: `${SCALING}/targetCapacity` },
        'more than full': {
          design: scaling({ targetCapacity: 101 }),
          element: 'ec2',
          at: `${SCALING}/targetCapacity`,
        },
      },
    }),
  }),
  limitRule({
    id: 'capacity-warmup-range',
    severity: 'error',
    on: [capacityProvider],
    path: `${SCALING}/instanceWarmupPeriod`,
    limit: wholeBetween(
      managedScalingLimits.instanceWarmupPeriod.min,
      managedScalingLimits.instanceWarmupPeriod.max,
    ),
    title: 'Instances warm up for at most 10000 seconds',
    message: 'The warm-up of instances is 0 to 10000 seconds, not {value}.',
    why: 'So long a new instance does not count yet when ECS measures how full the group is. Longer than the time until it takes tasks only delays scaling; 300 seconds is the default.',
    sources: [scalingPage, { ref: 'CDK:MustBeInstanceWarmupPeriodBetween10000', checked: '2026-11-21' }],
    examples: () => ({
      valid: {
        'five minutes': scaling({ instanceWarmupPeriod: 300 }),
        'no time at all': scaling({ instanceWarmupPeriod: 0 }),
        'the longest': scaling({ instanceWarmupPeriod: 10_000 }),
      },
      invalid: {
        'too long': {
          design: scaling({ instanceWarmupPeriod: 20_000 }),
          element: 'ec2',
          at: `${SCALING}/instanceWarmupPeriod`,
        },
      },
    }),
  }),
  limitRule({
    id: 'capacity-managed-scale-in-range',
    severity: 'error',
    on: [capacityProvider],
    path: SCALE_IN,
    limit: wholeBetween(scaleInAfter.min, scaleInAfter.max),
    title: 'Idle managed instances end after at most an hour, or never',
    message: 'Managed instances may be idle for 0 to 3600 seconds, or for ever with -1, not {value}.',
    why: 'After that time ECS moves tasks together and ends what is not needed. A longer time means fewer cold starts and a higher bill. The API takes up to an hour, and -1 to leave the instances alone.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InfrastructureOptimization.html',
        checked: '2026-11-26',
      },
    ],
    examples: () => ({
      valid: {
        never: idle(-1),
        'at once': idle(0),
        'an hour': idle(3600),
        'AWS’s own choice': drawing({ managed: managedProvider() }),
      },
      invalid: {
        'two hours': { design: idle(7200), element: 'managed', at: SCALE_IN },
        'another negative number': { design: idle(-2), element: 'managed', at: SCALE_IN },
      },
    }),
  }),
])

function named(name: string) {
  return drawing({ ec2: asgProvider({ name }), workers: autoScalingGroup() })
}

function scaling(managedScaling: Spec) {
  return drawing({ ec2: asgProvider({}, { managedScaling }), workers: autoScalingGroup() })
}

function idle(scaleInAfter: number) {
  const managedInstancesProvider = {
    infrastructureRoleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
    instanceLaunchTemplate: launchTemplate,
    infrastructureOptimization: { scaleInAfter },
  }
  return drawing({ managed: managedProvider({ cluster: 'main', managedInstancesProvider }) })
}
