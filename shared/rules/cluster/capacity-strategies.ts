/** How a capacity provider strategy shares tasks out, on services, tasks and clusters. */
import { strategyLimits } from '../../aws/facts/capacity-providers'
import type { Spec } from '../../design/design'
import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { ownStrategy, type StrategyItem, strategyAt } from '../../graph/strategy'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { reportBreaches, wholeBetween } from '../limits'
import { isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { byStrategy, cluster, FARGATE, SPOT, share } from './examples'

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  checked: '2026-11-26',
}

const AT = '/capacityProviderStrategy'
const DEFAULT = '/defaultCapacityProviderStrategy'
const weight = wholeBetween(strategyLimits.weight.min, strategyLimits.weight.max)
const base = wholeBetween(strategyLimits.base.min, strategyLimits.base.max)

export const capacityStrategies = ruleFamily([
  defineRule({
    id: 'capacity-strategy-too-many',
    severity: 'error',
    on: [serviceKind, taskKind, clusterKind],
    needs: ['/capacityProviderStrategy', '/defaultCapacityProviderStrategy'],
    title: 'A strategy lists at most 20 capacity providers',
    message: 'The strategy lists {count} capacity providers, and ECS takes {most}; leave {over} out.',
    why: 'Twenty is as far as ECS goes. A strategy shares the tasks out by weight, and so many shares are rarely worth it: most strategies do with two.',
    sources: [page],
    check({ id, element, graph, report }) {
      const count = ownStrategy(graph, id).length
      const most = strategyLimits.providers
      if (count <= most) return
      report({ at: strategyAt[element.kind] ?? '', values: { count, most, over: count - most } })
    },
    examples: () => ({
      valid: { 'as many as there may be': many(20), 'a single one': byStrategy([share(FARGATE, 1)]) },
      invalid: { 'one too many': { design: many(21), element: 'nightly', at: AT } },
    }),
  }),

  defineRule({
    id: 'capacity-strategy-range',
    severity: 'error',
    on: [serviceKind, taskKind, clusterKind],
    needs: ['/capacityProviderStrategy', '/defaultCapacityProviderStrategy'],
    title: 'Weights go up to 1000, bases up to 100000',
    message: 'A weight is {min} to {max}, not {value}; what counts is its share of all weights.',
    variants: { base: 'A base is {min} to {max} tasks, not {value}.' },
    why: 'The base is how many tasks go to a provider before all others, the weight its share of the rest. The API names the limits of both, and refuses other numbers.',
    sources: [page],
    check(context) {
      const at = strategyAt[context.element.kind]
      if (ownStrategy(context.graph, context.id).length === 0) return
      reportBreaches(context, `${at}/*/weight`, weight, { values: strategyLimits.weight })
      reportBreaches(context, `${at}/*/base`, base, { values: strategyLimits.base, variant: 'base' })
    },
    examples: () => ({
      valid: {
        'the most of each': byStrategy([share(FARGATE, 1000, 100_000), share(SPOT, 1)]),
        'the least of each': byStrategy([share(FARGATE, 1, 0), share(SPOT, 0)]),
        'a placeholder': byStrategy([{ capacityProvider: FARGATE, weight: '<weight>' }]),
      },
      invalid: {
        'a weight too great': {
          design: byStrategy([share(FARGATE, 1001), share(SPOT, 1)]),
          element: 'web',
          at: `${AT}/0/weight`,
        },
        'a negative base': {
          design: byStrategy([share(FARGATE, 1), share(SPOT, 1, -1)]),
          element: 'web',
          at: `${AT}/1/base`,
        },
        'in a cluster’s default': {
          design: byDefault([share(FARGATE, 5000)]),
          element: 'main',
          at: `${DEFAULT}/0/weight`,
        },
      },
    }),
  }),

  defineRule({
    id: 'capacity-strategy-multiple-base',
    severity: 'error',
    on: [serviceKind, taskKind, clusterKind],
    needs: ['/capacityProviderStrategy', '/defaultCapacityProviderStrategy'],
    title: 'One capacity provider of a strategy has a base',
    message: '{count} capacity providers have a base, and only one may; set the others to 0.',
    why: 'The base is where the first tasks go. With two providers that both want them first, ECS could not tell which; it refuses the strategy.',
    sources: [page, { ref: 'CDK:OnlyCapacityProviderCapacity', checked: '2026-11-26' }],
    check({ id, element, graph, report }) {
      const items = ownStrategy(graph, id)
      const bases = items.map((item) => item.base ?? 0)
      const count = bases.filter((one) => one > 0).length
      if (count < 2) return
      const at = strategyAt[element.kind] ?? ''
      const kept = bases.indexOf(Math.max(...bases))
      const others = bases.flatMap((one, i) => (one > 0 && i !== kept ? [[`${at}/${i}/base`, 0]] : []))
      const name = items[kept]?.capacityProvider ?? ''
      const title = say`Keep the base of ${bases[kept] ?? 0} on ${name} only`
      report({ at, values: { count }, fix: setMembers(title, id, Object.fromEntries(others)) })
    },
    examples: () => ({
      valid: {
        'one base': byStrategy([share(FARGATE, 1, 2), share(SPOT, 3)]),
        'a base of 0 is none': byStrategy([share(FARGATE, 1, 2), share(SPOT, 3, 0)]),
      },
      invalid: {
        'two bases': {
          design: byStrategy([share(FARGATE, 1, 1), share(SPOT, 1, 2)]),
          element: 'web',
          at: AT,
        },
        'in a cluster’s default': {
          design: byDefault([share(FARGATE, 1, 1), share(SPOT, 1, 1)]),
          element: 'main',
          at: DEFAULT,
        },
      },
    }),
  }),

  defineRule({
    id: 'capacity-strategy-zero-weights',
    severity: 'error',
    on: [serviceKind, taskKind, clusterKind],
    needs: ['/capacityProviderStrategy', '/defaultCapacityProviderStrategy'],
    title: 'At least one capacity provider of a strategy has a weight',
    message: 'All providers of the strategy have weight 0, so no task can be placed; give one a weight.',
    why: 'A weight that is left out is 0 to the API, although the console writes 1. Providers without a weight get no tasks, and with several of them ECS refuses to run anything.',
    sources: [page],
    check({ id, element, graph, report }) {
      const items = ownStrategy(graph, id)
      const at = strategyAt[element.kind] ?? ''
      const none = (item: StrategyItem, i: number) =>
        item.weight === undefined ? !isWritten(element, `${at}/${i}/weight`) : item.weight === 0
      if (items.length < 2 || !items.every(none)) return
      const title = say`Give ${items[0]?.capacityProvider ?? 'the first one'} the weight 1`
      report({ at, fix: setMembers(title, id, { [`${at}/0/weight`]: 1 }) })
    },
    examples: () => ({
      valid: {
        'one with a weight': byStrategy([share(FARGATE, 1), share(SPOT)]),
        'a single provider without one': byStrategy([share(FARGATE)]),
        'a placeholder': byStrategy([{ capacityProvider: FARGATE, weight: '{{weight}}' }, share(SPOT, 0)]),
      },
      invalid: {
        'left out': { design: byStrategy([share(FARGATE), share(SPOT)]), element: 'web', at: AT },
        'a base, but no weight': {
          design: byStrategy([share(FARGATE, 0, 2), share(SPOT, 0)]),
          element: 'web',
          at: AT,
        },
        'in a cluster’s default': {
          design: byDefault([share(FARGATE), share(SPOT)]),
          element: 'main',
          at: DEFAULT,
        },
      },
    }),
  }),
])

/** A standalone task with a strategy of so many providers of its cluster. */
function many(count: number) {
  const names = Array.from({ length: count }, (_, i) => `group-${i + 1}`)
  return drawing({
    main: cluster({ capacityProviders: names }),
    nightly: element('task', {
      cluster: '@{main}',
      capacityProviderStrategy: names.map((name) => share(name, 1)),
    }),
  })
}

function byDefault(defaultCapacityProviderStrategy: readonly Spec[]) {
  return drawing({
    main: cluster({ capacityProviders: [FARGATE, SPOT], defaultCapacityProviderStrategy }),
  })
}
