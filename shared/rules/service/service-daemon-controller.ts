import { deploymentTypes } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { toRolling } from '../deployment/to-rolling'
import { onFargate } from '../examples'
import { controllerOf, deploymentTypeOf, schedulingOf } from '../rollout'
import { defineRule, type Fix } from '../rule'
import { daemon } from './examples'

const CONTROLLER = '/deploymentController/type'
const STRATEGY = '/deploymentConfiguration/strategy'

export const serviceDaemonController = defineRule({
  id: 'service-daemon-controller',
  severity: 'error',
  on: [serviceKind],
  needs: ['/schedulingStrategy'],
  title: 'A daemon is deployed by a rolling update of ECS',
  message: '{deployment} needs a number of tasks, which a daemon does not have; use a rolling update of ECS.',
  why: 'All other ways of deployment put a second set of tasks beside the first one. A daemon has exactly one task on an instance, so ECS can only replace it in place.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    { ref: 'E3044', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const type = deploymentTypeOf(spec)
    if (schedulingOf(spec) !== 'DAEMON' || type === undefined || deploymentTypes[type].daemon) return
    const byEcs = controllerOf(spec) === 'ECS'
    report({
      at: byEcs ? STRATEGY : CONTROLLER,
      values: { deployment: deploymentTypes[type].name },
      // What an external tool would bring by itself, such as the task definition, may be missing then.
      ...(type !== 'EXTERNAL' && { fix: rollingByEcs(id) }),
    })
  },
  examples: () => ({
    valid: {
      'a rolling update': daemon({ deploymentController: { type: 'ECS' } }),
      'a replica service with blue/green': onFargate({
        deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
      }),
    },
    invalid: {
      CodeDeploy: {
        design: daemon({ deploymentController: { type: 'CODE_DEPLOY' } }),
        element: 'web',
        at: CONTROLLER,
      },
      'an external controller': {
        design: daemon({ deploymentController: { type: 'EXTERNAL' } }),
        element: 'web',
        at: CONTROLLER,
      },
      'a canary deployment': {
        design: daemon({
          deploymentConfiguration: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 5 } },
        }),
        element: 'web',
        at: STRATEGY,
      },
    },
  }),
})

function rollingByEcs(id: string): Fix {
  return {
    title: 'Let ECS deploy it by a rolling update',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      delete spec.deploymentController
      if (spec.deploymentConfiguration !== undefined) toRolling(draft, id)
    },
  }
}
