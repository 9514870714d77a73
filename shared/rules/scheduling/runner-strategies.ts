/** Placement strategies: how an instance is picked for the next task. */
import {
  ATTRIBUTE,
  MAX_STRATEGIES,
  packedBy,
  spreadOver,
  placementStrategies as types,
} from '../../aws/facts/placement'
import { ZONE_ATTRIBUTE } from '../../aws/facts/services'
import { isObject } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { launchOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { onEc2, onFargate } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { oneOfValues, reportBreaches } from '../limits'
import { isAbsent, isUnknown, runsOnFargate } from '../reading'
import { schedulingOf } from '../rollout'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { runOnEc2 } from './examples'

const LIST = '/placementStrategy'
const byZone = { type: 'spread', field: ZONE_ATTRIBUTE }
const byMemory = { type: 'binpack', field: 'memory' }
const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html',
  checked: '2026-11-26',
}

export const runnerStrategies = ruleFamily([
  defineRule({
    id: 'placement-strategy-type',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/placementStrategy'],
    title: 'A placement strategy is spread, binpack or random',
    message: '“{value}” is no placement strategy; use spread, binpack or random.',
    why: 'The strategy spread evens tasks out over a field, binpack fills one instance after the other, random does neither. CreateService and RunTask refuse other words.',
    sources: [page],
    check(context) {
      // On Fargate all of them have to go: service-placement-fargate.
      if (isAbsent(context.spec.placementStrategy) || runsOnFargate(context.graph, context.id)) return
      reportBreaches(context, `${LIST}/*/type`, oneOfValues(types))
    },
    examples: () => ({
      valid: {
        'spread, then binpack': placed([byZone, byMemory]),
        random: placed([{ type: 'random' }]),
        'a placeholder': placed([{ type: '<strategy>' }]),
        'on Fargate, where service-placement-fargate reports it': onFargate({
          placementStrategy: [{ type: 'pack' }],
        }),
      },
      invalid: {
        'another word': {
          design: placed([{ type: 'pack', field: 'memory' }]),
          element: 'web',
          at: `${LIST}/0/type`,
        },
        'in capitals': {
          design: placed([byMemory, { type: 'RANDOM' }]),
          element: 'web',
          at: `${LIST}/1/type`,
        },
      },
    }),
  }),

  defineRule({
    id: 'placement-strategy-field',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/placementStrategy'],
    title: 'The strategies spread and binpack name a field that they know',
    message: 'Tasks can’t be spread over “{field}”; use instanceId, host, or attribute: and a name.',
    variants: {
      pack: 'Tasks can’t be packed by “{field}”; use cpu or memory.',
      spreadless: 'Say over what tasks are spread, such as Availability Zones.',
      packless: 'Say by what tasks are packed: cpu or memory.',
    },
    why: 'The strategy spread puts equally many tasks on each value of a field: the instance, or one of its attributes such as the zone; binpack takes the instance with the least cpu or memory left. Neither knows other fields.',
    sources: [page, { ref: 'CDK:SpreadAcrossGiveAtLeastOneField', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.placementStrategy) || runsOnFargate(graph, id)) return
      spec.placementStrategy?.forEach(({ type, field = '' }, i) => {
        const packs = type === 'binpack'
        if ((!packs && type !== 'spread') || isUnknown(field)) return
        if (packs ? packedBy.includes(field.toLowerCase()) : canSpread(field)) return
        const wanted = packs ? 'memory' : spreadFieldLike(field)
        const variant = field === '' ? (packs ? 'packless' : 'spreadless') : packs ? 'pack' : undefined
        report({
          at: field === '' ? `${LIST}/${i}` : `${LIST}/${i}/field`,
          values: { field },
          ...(variant !== undefined && { variant }),
          fix: setMembers(say`Set the field to ${wanted}`, id, { [`${LIST}/${i}/field`]: wanted }),
        })
      })
    },
    examples: () => ({
      valid: {
        'by zone and memory': placed([byZone, byMemory]),
        'over instances, in either way': placed([
          { type: 'spread', field: 'instanceId' },
          { type: 'spread', field: 'host' },
        ]),
        'an attribute of one’s own': placed([{ type: 'spread', field: 'attribute:rack' }]),
        'in capitals': placed([{ type: 'binpack', field: 'CPU' }]),
        'a placeholder': placed([{ type: 'spread', field: '{{field}}' }]),
        'random, which needs none': placed([{ type: 'random' }]),
      },
      invalid: {
        'packed by instance': {
          design: placed([{ type: 'binpack', field: 'instanceId' }]),
          element: 'web',
          at: `${LIST}/0/field`,
        },
        'packed by nothing': { design: placed([{ type: 'binpack' }]), element: 'web', at: `${LIST}/0` },
        'spread over memory': {
          design: placed([{ type: 'spread', field: 'memory' }]),
          element: 'web',
          at: `${LIST}/0/field`,
        },
        'an attribute without its prefix': {
          design: runOnEc2({ placementStrategy: [{ type: 'spread', field: 'ecs.instance-type' }] }),
          element: 'nightly',
          at: `${LIST}/0/field`,
        },
        'spread over nothing': { design: placed([{ type: 'spread' }]), element: 'web', at: `${LIST}/0` },
      },
    }),
  }),

  defineRule({
    id: 'placement-random-field',
    severity: 'warning',
    on: [serviceKind, taskKind],
    needs: ['/placementStrategy'],
    title: 'The random strategy has no field',
    message:
      'The random strategy looks at no field, so “{field}” has no effect; remove it, or use another strategy.',
    why: 'This strategy takes any instance with room. A field beside it suggests an order that there is not.',
    sources: [page],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.placementStrategy) || runsOnFargate(graph, id)) return
      spec.placementStrategy?.forEach(({ type, field }, i) => {
        const at = `${LIST}/${i}/field`
        if (type !== 'random' || !field) return
        report({ at, values: { field }, fix: removeMember('Remove the field', id, at) })
      })
    },
    examples: () => ({
      valid: {
        'without a field': placed([{ type: 'random' }]),
        'an empty one': placed([{ type: 'random', field: '' }]),
      },
      invalid: {
        'with a field': {
          design: placed([{ type: 'random', field: 'cpu' }]),
          element: 'web',
          at: `${LIST}/0/field`,
        },
      },
    }),
  }),

  defineRule({
    id: 'placement-strategy-max',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/placementStrategy'],
    title: 'There are at most five placement strategies',
    message: '{count} placement strategies are more than the {most} that ECS takes; remove {over}.',
    why: 'Strategies are applied one after the other, each to the instances that the one before finds equally good. After the second there is rarely anything left to decide.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const count = spec.placementStrategy?.length ?? 0
      if (count <= MAX_STRATEGIES || runsOnFargate(graph, id)) return
      report({ at: LIST, values: { count, most: MAX_STRATEGIES, over: count - MAX_STRATEGIES } })
    },
    examples: () => ({
      valid: { five: placed(spreads(5)), one: placed([byZone]) },
      invalid: { six: { design: placed(spreads(6)), element: 'web', at: LIST } },
    }),
  }),

  defineRule({
    id: 'placement-binpack-only',
    severity: 'advice',
    on: [serviceKind],
    needs: ['/placementStrategy'],
    title: 'Packed tasks are spread over zones first',
    message: 'With binpack alone every task may end up in one Availability Zone; spread them by zone first.',
    why: 'The strategy binpack fills one instance before it takes the next, which saves instances and puts all copies together. With spread by zone before it, each zone gets its share and is packed by itself.',
    sources: [page, { ref: 'DG-2023:task-placement-strategies', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      const strategies = spec.placementStrategy ?? []
      if (strategies.length === 0 || !strategies.every(({ type }) => type === 'binpack')) return
      if ((spec.desiredCount ?? 0) < 2 || schedulingOf(spec) !== 'REPLICA') return
      if (launchOf(graph, id) !== 'EC2') return
      const room = strategies.length < MAX_STRATEGIES
      report({ at: LIST, ...(room && { fix: spreadFirst(id) }) })
    },
    examples: () => ({
      valid: {
        'spread by zone first': placed([byZone, byMemory]),
        'a single task': placed([byMemory], { desiredCount: 1 }),
        'on external instances, which have no zones': onEc2(
          { launchType: 'EXTERNAL', placementStrategy: [byMemory] },
          { requiresCompatibilities: ['EXTERNAL'] },
        ),
      },
      invalid: {
        'binpack alone': { design: placed([byMemory]), element: 'web', at: LIST },
        'by cpu and memory': {
          design: placed([{ type: 'binpack', field: 'cpu' }, byMemory], { desiredCount: 4 }),
          element: 'web',
          at: LIST,
        },
      },
    }),
  }),
])

function placed(placementStrategy: readonly object[], web: object = {}) {
  return onEc2({ placementStrategy, ...web })
}

function spreads(count: number) {
  return Array.from({ length: count }, (_, i) => ({ type: 'spread', field: `attribute:level-${i + 1}` }))
}

function canSpread(field: string): boolean {
  const plain = field.toLowerCase()
  return spreadOver.includes(plain) || (plain.startsWith(ATTRIBUTE) && plain.length > ATTRIBUTE.length)
}

/** AWS's own attributes are often written without the prefix; whatever else it was, zones are what matters most. */
function spreadFieldLike(field: string): string {
  return field.startsWith('ecs.') ? `${ATTRIBUTE}${field}` : ZONE_ATTRIBUTE
}

function spreadFirst(id: string): Fix {
  return {
    title: 'Spread by Availability Zone first',
    apply: (draft) => {
      const list = draft.elements[id]?.spec.placementStrategy
      if (!Array.isArray(list) || list.some((one) => isObject(one) && one.type === 'spread')) return
      list.unshift({ ...byZone })
    },
  }
}
