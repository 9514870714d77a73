import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { drawing, element, fargateTask, inSubnets, onEc2, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent, runsOnFargate } from '../reading'
import { defineRule } from '../rule'

const byZone = [{ type: 'spread', field: 'attribute:ecs.availability-zone' }]

export const servicePlacementFargate = defineRule({
  id: 'service-placement-fargate',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/placementStrategy', '/placementConstraints'],
  title: 'Fargate has no placement strategies or constraints',
  message: 'Fargate finds a place for every task by itself; remove the placement strategy.',
  variants: {
    constraints: 'Fargate finds a place for every task by itself; remove the placement constraints.',
  },
  why: 'Strategies and constraints choose among container instances, and on Fargate there are none to choose from. Fargate spreads tasks over the zones of the subnets that they are given. CreateService and RunTask refuse both members there.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html',
      checked: '2026-11-26',
    },
    { ref: 'DG:ecs_service-options', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const strategy = !isAbsent(spec.placementStrategy)
    const constraints = !isAbsent(spec.placementConstraints)
    if (!(strategy || constraints) || !runsOnFargate(graph, id)) return
    if (strategy) {
      const at = '/placementStrategy'
      report({ at, fix: removeMember('Remove the placement strategy', id, at) })
    }
    if (constraints) {
      const at = '/placementConstraints'
      report({ at, variant: 'constraints', fix: removeMember('Remove the placement constraints', id, at) })
    }
  },
  examples: () => ({
    valid: {
      'spread by zone on EC2': onEc2({ placementStrategy: byZone }),
      'empty lists': onFargate({ placementStrategy: [], placementConstraints: [] }),
      'nothing says where it runs': onEc2(
        { launchType: undefined, placementStrategy: byZone },
        { requiresCompatibilities: undefined },
      ),
    },
    invalid: {
      'a strategy': {
        design: onFargate({ placementStrategy: byZone }),
        element: 'web',
        at: '/placementStrategy',
      },
      constraints: {
        design: onFargate({ placementConstraints: [{ type: 'distinctInstance' }] }),
        element: 'web',
        at: '/placementConstraints',
      },
      'on a standalone task with a Fargate capacity provider': {
        design: drawing({
          task: fargateTask(),
          nightly: element('task', {
            taskDefinition: '@{task}',
            capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
            networkConfiguration: inSubnets,
            placementStrategy: byZone,
          }),
        }),
        element: 'nightly',
        at: '/placementStrategy',
      },
    },
  }),
})
