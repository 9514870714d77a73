import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { say } from '../../texts/text'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'

const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]

export const capacityStrategyAndLaunchType = defineRule({
  id: 'capacity-strategy-and-launch-type',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/capacityProviderStrategy'],
  title: 'Launch type and capacity provider strategy exclude each other',
  message:
    'Choose either launch type {launchType} or the capacity provider strategy, not both; remove one of them.',
  why: 'Both say where the tasks run, and ECS takes only one answer: CreateService and RunTask refuse a request that holds a launchType beside a capacityProviderStrategy.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, report }) {
    const { launchType, capacityProviderStrategy } = spec
    if (!launchType || isAbsent(capacityProviderStrategy)) return
    // For external instances no strategy is possible at all: capacity-external-strategy.
    if (launchType === 'EXTERNAL') return
    report({
      at: '/launchType',
      values: { launchType },
      fix: removeMember(say`Remove launch type ${launchType}`, id, '/launchType'),
    })
  },
  examples: () => ({
    valid: {
      'only a strategy': drawing({
        task: fargateTask(),
        web: service({ capacityProviderStrategy: spot, networkConfiguration: inSubnets }),
      }),
      'only a launch type': drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'an empty strategy says nothing': drawing({
        task: fargateTask(),
        web: service({
          launchType: 'FARGATE',
          capacityProviderStrategy: [],
          networkConfiguration: inSubnets,
        }),
      }),
      'external instances, of which capacity-external-strategy says more': drawing({
        task: ec2Task({ requiresCompatibilities: ['EXTERNAL'] }),
        web: service({ launchType: 'EXTERNAL', capacityProviderStrategy: spot }),
      }),
    },
    invalid: {
      'on a service': {
        design: drawing({
          task: fargateTask(),
          web: service({
            launchType: 'FARGATE',
            capacityProviderStrategy: spot,
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'web',
        at: '/launchType',
      },
      'on a standalone task': {
        design: drawing({
          task: fargateTask(),
          nightly: element('task', {
            taskDefinition: '@{task}',
            launchType: 'FARGATE',
            capacityProviderStrategy: spot,
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'nightly',
        at: '/launchType',
      },
    },
  }),
})
