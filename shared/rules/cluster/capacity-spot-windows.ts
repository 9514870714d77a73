import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { nameOf } from '../../graph/graph'
import { strategyOf } from '../../graph/strategy'
import { drawing, element, fargateTask, inSubnets, service } from '../examples'
import { definitionOf, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { byStrategy, cluster, FARGATE, SPOT, share } from './examples'
import { STRATEGY, spotAt, usesSpot, withoutSpot } from './spot'

const windows = {
  cpu: '1024',
  memory: '2048',
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
}

export const capacitySpotWindows = defineRule({
  id: 'capacity-spot-windows',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'Fargate Spot runs Linux tasks only',
  message: 'Fargate Spot runs no Windows tasks, which “{definition}” makes; use FARGATE for it.',
  why: 'Fargate Spot is spare capacity of Fargate, at a lower price, and AWS offers it for Linux tasks only. What runs on Windows has to run on FARGATE.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:fargate-capacity-providers', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    if (!usesSpot(strategyOf(graph, id))) return
    const definition = definitionOf(graph, id)
    if (!definition || runsWindows(definition.spec) !== true) return
    report({
      at: spotAt(graph, id),
      values: { definition: nameOf(graph, definition.id) },
      fix: withoutSpot(id),
    })
  },
  examples: () => ({
    valid: {
      'Windows on Fargate': byStrategy([share(FARGATE, 1)], {}, windows),
      'Linux on Fargate Spot': byStrategy([share(SPOT, 1)]),
      'an operating system that is not known yet': byStrategy(
        [share(SPOT, 1)],
        {},
        { runtimePlatform: { operatingSystemFamily: '<os>' } },
      ),
    },
    invalid: {
      'Windows on Fargate Spot': {
        design: byStrategy([share(SPOT, 1)], {}, windows),
        element: 'web',
        at: `${STRATEGY}/0/capacityProvider`,
      },
      'on both': {
        design: byStrategy([share(FARGATE, 0, 1), share(SPOT, 1)], {}, windows),
        element: 'web',
        at: `${STRATEGY}/1/capacityProvider`,
      },
      'by the cluster’s default, on a cluster without Fargate': {
        design: drawing({
          main: cluster({
            capacityProviders: [SPOT],
            defaultCapacityProviderStrategy: [share(SPOT, 1)],
          }),
          task: fargateTask(windows),
          web: service({ cluster: '@{main}', networkConfiguration: inSubnets }),
        }),
        element: 'web',
        at: STRATEGY,
      },
      'a standalone task': {
        design: drawing({
          task: fargateTask(windows),
          nightly: element('task', {
            taskDefinition: '@{task}',
            capacityProviderStrategy: [share(SPOT, 1)],
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'nightly',
        at: `${STRATEGY}/0/capacityProvider`,
      },
    },
  }),
})
