import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { drawing, ec2Task, service } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'
import { byStrategy, FARGATE, share } from './examples'

const AT = '/capacityProviderStrategy'
const external = ec2Task({ requiresCompatibilities: ['EXTERNAL'] })

export const capacityExternalStrategy = defineRule({
  id: 'capacity-external-strategy',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind, taskKind],
  needs: ['/capacityProviderStrategy'],
  title: 'External instances have no capacity providers',
  message:
    'Capacity providers bring no external instances; keep launch type EXTERNAL, and remove the strategy.',
  why: 'External instances are machines outside AWS that were registered by hand. ECS can’t start or end them, so no capacity provider stands for them, and a launch type and a strategy exclude each other anyway.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:CapacityProvidersSupportedExternal', checked: '2026-11-21' },
    { ref: 'DG-2023:ecs-anywhere', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    if (spec.launchType !== 'EXTERNAL' || isAbsent(spec.capacityProviderStrategy)) return
    report({ at: AT, fix: removeMember('Remove the capacity provider strategy', id, AT) })
  },
  examples: () => ({
    valid: {
      'launch type EXTERNAL alone': drawing({
        task: external,
        web: service({ launchType: 'EXTERNAL' }),
      }),
      'an empty strategy says nothing': drawing({
        task: external,
        web: service({ launchType: 'EXTERNAL', capacityProviderStrategy: [] }),
      }),
      'a strategy alone': byStrategy([share(FARGATE, 1)]),
    },
    invalid: {
      'both on a service': {
        design: drawing({
          task: external,
          web: service({ launchType: 'EXTERNAL', capacityProviderStrategy: [share('on-premises', 1)] }),
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})
