/** Sizes and selectors of what pods run on. */
import { SELECTORS } from '../../aws/facts/fargate-profiles'
import type { Spec } from '../../design/design'
import { eksFargateProfile } from '../../elements/eks-fargate-profile'
import { eksNodeGroup } from '../../elements/eks-node-group'
import { type Graph, targetOf } from '../../graph/graph'
import { DEFAULT_NAMESPACE, namespaceOf, workloadsIn } from '../../graph/pods'
import { say } from '../../texts/text'
import { element } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isKnown, isUnknown } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { eks } from './examples'

export const eksLimits = ruleFamily([
  defineRule({
    id: 'eks-node-group-size',
    severity: 'error',
    on: [eksNodeGroup],
    needs: ['/scalingConfig'],
    title: 'A node group starts between its minimum and maximum',
    message:
      'The desired size of {desired} is not between the minimum of {min} and the maximum of {max} nodes.',
    variants: { crossed: 'The minimum of {min} nodes is above the maximum of {max}.' },
    why: 'The Auto Scaling group behind a node group never has fewer nodes than the minimum or more than the maximum, so it can’t start outside. CreateNodegroup refuses such sizes.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, report }) {
      const { minSize: min, maxSize: max, desiredSize: desired } = spec.scalingConfig ?? {}
      if (min === undefined || max === undefined) return
      if (min > max) return report({ at: '/scalingConfig', values: { min, max }, variant: 'crossed' })
      if (desired === undefined || (desired >= min && desired <= max)) return
      const at = '/scalingConfig/desiredSize'
      const nearest = desired < min ? min : max
      const fix = setMembers(say`Set the desired size to ${nearest}`, id, { [at]: nearest })
      report({ at, values: { min, max, desired }, fix })
    },
    examples: () => ({
      valid: {
        between: sized({ minSize: 1, maxSize: 3, desiredSize: 2 }),
        'all the same': sized({ minSize: 2, maxSize: 2, desiredSize: 2 }),
        'no desired size': sized({ minSize: 1, maxSize: 3 }),
      },
      invalid: {
        'above the maximum': {
          design: sized({ minSize: 1, maxSize: 3, desiredSize: 4 }),
          element: 'nodes',
          at: '/scalingConfig/desiredSize',
        },
        'below the minimum': {
          design: sized({ minSize: 1, maxSize: 3, desiredSize: 0 }),
          element: 'nodes',
          at: '/scalingConfig/desiredSize',
        },
        'minimum above maximum': {
          design: sized({ minSize: 4, maxSize: 3, desiredSize: 3 }),
          element: 'nodes',
          at: '/scalingConfig',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-fargate-selectors',
    severity: 'error',
    on: [eksFargateProfile],
    title: 'A Fargate profile has one to five selectors',
    message: 'A Fargate profile takes {most} selectors at most, and here are {count}; make a second profile.',
    variants: { none: 'This Fargate profile picks no pods; add a selector with a namespace.' },
    why: 'A profile says by its selectors which pods run on Fargate: one that fits is enough. Without any it picks none, and AWS limits how many it takes.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, element, spec, graph, report }) {
      const count = spec.selectors?.length ?? 0
      const at = '/selectors'
      if (count > SELECTORS) report({ at, values: { most: SELECTORS, count } })
      // A placeholder may hold some, and of an existing profile not all is drawn.
      if (count > 0 || isUnknown(element.spec.selectors) || !isAbsent(element.existing)) return
      report({ at, variant: 'none', ...pickPods(graph, id) })
    },
    examples: () => ({
      valid: {
        one: picking(1),
        'as many as are allowed': picking(SELECTORS),
      },
      invalid: {
        none: { design: picking(0), element: 'fargate', at: '/selectors' },
        'one too many': { design: picking(SELECTORS + 1), element: 'fargate', at: '/selectors' },
      },
    }),
  }),
])

function sized(scalingConfig: Spec) {
  return eks({
    nodes: element('eks-node-group', { nodegroupName: 'nodes', clusterName: '@{shop}', scalingConfig }),
  })
}

function picking(count: number) {
  const selectors = Array.from({ length: count }, (_, i) => ({ namespace: `team-${i}` }))
  return eks({
    fargate: element('eks-fargate-profile', {
      fargateProfileName: 'fargate',
      clusterName: '@{shop}',
      selectors,
    }),
  })
}

/** The pods of its cluster, by their namespaces; those of the default one where none are drawn. */
function pickPods(graph: Graph, profile: string): { readonly fix?: Fix } {
  const home = targetOf(graph, profile, 'in-cluster')
  const pods = home === undefined ? [] : workloadsIn(graph, home)
  const drawn = pods.map((one) => namespaceOf(graph, one))
  const namespaces = [...new Set(drawn.length > 0 ? drawn : [DEFAULT_NAMESPACE])]
  if (namespaces.length > SELECTORS || !namespaces.every(isKnown)) return {}
  const title = say`Pick the pods of ${namespaces.map((namespace) => `“${namespace}”`).join(', ')}`
  const selectors = namespaces.map((namespace) => ({ namespace }))
  return { fix: setMembers(title, profile, { '/selectors': selectors }) }
}
