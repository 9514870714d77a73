/** Between how many tasks a service is scaled. */
import { DISCOVERED_TASKS } from '../../aws/facts/scaling'
import { scalingPolicy } from '../../elements/scaling-policy'
import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { onEc2, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent } from '../reading'
import { type ServiceSpec, schedulingOf } from '../rollout'
import { defineRule, ruleFamily } from '../rule'
import { cpuPolicy, scaled } from './examples'
import { type PolicySpec, policiesOf, scaledBy } from './policies'

const MIN = '/MinCapacity'
const MAX = '/MaxCapacity'
const DESIRED = '/desiredCount'

const scalableTarget = {
  ref: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
  checked: '2026-11-26',
}
const practice = { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' }
const discovered = { serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }

export const scalingLimits = ruleFamily([
  defineRule({
    id: 'scale-min-max',
    severity: 'error',
    on: [scalingPolicy],
    needs: ['/MinCapacity'],
    title: 'The minimum of tasks is not above the maximum, and not below zero',
    message: 'The minimum of {min} tasks is above the maximum of {max}; swap them.',
    variants: { negative: 'The minimum can’t be {min} tasks; give 0 or more.' },
    why: 'The policy may move the desired count between the two. RegisterScalableTarget refuses a minimum above the maximum, and a number of tasks below zero.',
    sources: [scalableTarget, practice],
    check({ id, spec, report }) {
      const { MinCapacity: min, MaxCapacity: max } = spec
      if (min !== undefined && min < 0) {
        const fix = setMembers('Set the minimum to 0', id, {
          [MIN]: 0,
          ...(max !== undefined && max < 0 && { [MAX]: 0 }),
        })
        report({ at: MIN, values: { min }, variant: 'negative', fix })
      } else if (min !== undefined && max !== undefined && min > max) {
        const swapped = max < 0 ? { [MAX]: min } : { [MIN]: max, [MAX]: min }
        report({ at: MIN, values: { min, max }, fix: setMembers('Swap minimum and maximum', id, swapped) })
      }
    },
    examples: () => ({
      valid: {
        'less than the maximum': limited(2, 10),
        'a fixed number': limited(3, 3),
        'none at all': limited(0, 10),
        placeholders: limited('<min>', 1),
      },
      invalid: {
        'the wrong way round': { design: limited(10, 2), element: 'policy', at: MIN },
        'below zero': { design: limited(-1, 10), element: 'policy', at: MIN },
        'a maximum below zero': { design: limited(2, -1), element: 'policy', at: MIN },
      },
    }),
  }),

  defineRule({
    id: 'scale-desired-outside',
    severity: 'warning',
    on: [serviceKind],
    title: 'The desired count lies within the scaling limits',
    message:
      'The desired count of {count} lies outside the limits of {min} to {max} tasks; set it to {nearest}.',
    why: 'Auto scaling moves the desired count into its limits as soon as it is registered. What the service says is then not what runs, and each deployment sets it back.',
    sources: [practice, scalableTarget],
    check({ id, spec, graph, report }) {
      const count = spec.desiredCount
      // A daemon has no count that counts.
      if (count === undefined || count < 0 || schedulingOf(spec) === 'DAEMON') return
      for (const { spec: policy } of policiesOf(graph, id)) {
        const { MinCapacity: min = 0, MaxCapacity: max } = policy
        if (max === undefined || min > max || min < 0 || (count >= min && count <= max)) continue
        const nearest = count < min ? min : max
        const fix = setMembers(say`Set the desired count to ${nearest}`, id, { [DESIRED]: nearest })
        report({ at: DESIRED, values: { count, min, max, nearest }, fix })
        return
      }
    },
    examples: () => ({
      valid: {
        'just the minimum': scaled(onFargate({ desiredCount: 2 })),
        'just the maximum': scaled(onFargate({ desiredCount: 10 })),
        'no limits': onFargate({ desiredCount: 20 }),
        'limits the wrong way round, which scale-min-max reports': limited(10, 3),
      },
      invalid: {
        'below the minimum': { design: scaled(onFargate({ desiredCount: 1 })), element: 'web', at: DESIRED },
        'above the maximum': { design: scaled(onFargate({ desiredCount: 11 })), element: 'web', at: DESIRED },
      },
    }),
  }),

  defineRule({
    id: 'scale-limits-differ',
    severity: 'warning',
    on: [scalingPolicy],
    title: 'All policies of a service have the same limits',
    message:
      'This policy says {min} to {max} tasks, and “{other}” of the same service {otherMin} to {otherMax}; give both the same limits.',
    why: 'The limits belong to the service, not to the policy: the call that is made last decides for all of them.',
    sources: [scalableTarget],
    check({ id, spec, graph, report }) {
      const service = scaledBy(graph, id)
      const first = service && policiesOf(graph, service.id)[0]
      if (!first || first.id === id) return
      const { MinCapacity: min, MaxCapacity: max } = spec
      const { MinCapacity: otherMin, MaxCapacity: otherMax } = first.spec
      if (min === undefined || max === undefined || otherMin === undefined || otherMax === undefined) return
      if (min === otherMin && max === otherMax) return
      report({
        at: min === otherMin ? MAX : MIN,
        values: { min, max, other: nameOf(graph, first.id), otherMin, otherMax },
        fix: setMembers(say`Set the limits to ${otherMin} and ${otherMax}`, id, {
          [MIN]: otherMin,
          [MAX]: otherMax,
        }),
      })
    },
    examples: () => ({
      valid: {
        'one policy': scaled(onFargate()),
        'two with the same limits': two({}),
        'a placeholder': two({ MinCapacity: '<min>' }),
      },
      invalid: {
        'another minimum': { design: two({ MinCapacity: 1 }), element: 'second', at: MIN },
        'another maximum': { design: two({ MaxCapacity: 20 }), element: 'second', at: MAX },
      },
    }),
  }),

  defineRule({
    id: 'scale-discovery-limit',
    severity: 'warning',
    on: [scalingPolicy, serviceKind],
    needs: ['/MaxCapacity', '/serviceRegistries', '/serviceConnectConfiguration'],
    title: 'Services that are found by name have a limited number of tasks',
    message:
      'Cloud Map finds at most {limit} tasks of a service, and “{service}” may have {count}; lower the number, or divide the service.',
    why: 'Service discovery and Service Connect register every task with AWS Cloud Map, which has a quota for each service. Tasks beyond it can’t be registered, and don’t start.',
    sources: [
      { ref: 'DG-2023:service-quotas', checked: '2026-11-21' },
      { ref: 'https://docs.aws.amazon.com/general/latest/gr/cloud_map.html', checked: '2026-11-26' },
    ],
    check({ id, spec, graph, report }) {
      const asService = specOf(graph, serviceKind, id)
      const service = asService ? { id, spec: asService } : scaledBy(graph, id)
      const count = asService ? asService.desiredCount : (spec as PolicySpec).MaxCapacity
      if (!service || count === undefined || count <= DISCOVERED_TASKS || !isDiscovered(service.spec)) return
      const at = asService ? DESIRED : MAX
      report({
        at,
        values: { limit: DISCOVERED_TASKS, service: nameOf(graph, service.id), count },
        fix: setMembers(say`Lower it to ${DISCOVERED_TASKS}`, id, { [at]: DISCOVERED_TASKS }),
      })
    },
    examples: () => ({
      valid: {
        'just as many': scaled(onFargate(discovered), { MaxCapacity: DISCOVERED_TASKS }),
        'more, of a service that nobody looks up': scaled(onFargate(), { MaxCapacity: 1500 }),
        'Service Connect that is turned off': onFargate({
          serviceConnectConfiguration: { enabled: false },
          desiredCount: 1500,
        }),
      },
      invalid: {
        'Service Connect': {
          design: scaled(onFargate(discovered), { MaxCapacity: 1500 }),
          element: 'policy',
          at: MAX,
        },
        'service discovery, without a policy': {
          design: onEc2({
            desiredCount: DISCOVERED_TASKS + 1,
            serviceRegistries: [
              {
                registryArn: 'arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-0123456789abcdef',
                containerName: 'web',
                containerPort: 80,
              },
            ],
          }),
          element: 'web',
          at: DESIRED,
        },
      },
    }),
  }),
])

function limited(MinCapacity: number | string, MaxCapacity: number) {
  return scaled(onFargate({ desiredCount: 2 }), { MinCapacity, MaxCapacity })
}

function two(spec: Readonly<Record<string, unknown>>) {
  const design = scaled(onFargate())
  return { ...design, elements: { ...design.elements, second: cpuPolicy({ PolicyName: 'second', ...spec }) } }
}

function isDiscovered({ serviceRegistries, serviceConnectConfiguration }: ServiceSpec): boolean {
  return !isAbsent(serviceRegistries) || serviceConnectConfiguration?.enabled === true
}
