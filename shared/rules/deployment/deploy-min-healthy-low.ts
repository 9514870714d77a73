import { defaultPercents } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { behindBalancer, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent } from '../reading'
import { deploymentTypeOf, schedulingOf } from '../rollout'
import { defineRule } from '../rule'

const MINIMUM = '/deploymentConfiguration/minimumHealthyPercent'
const MAXIMUM = '/deploymentConfiguration/maximumPercent'

export const deployMinHealthyLow = defineRule({
  id: 'deploy-min-healthy-low',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'A service behind a load balancer keeps some tasks while it is deployed',
  message:
    'A deployment may stop every task at once, and users get errors; set minimumHealthyPercent to {minimum}.',
  why: 'With a minimum of 0 ECS may stop all old tasks before the first new one runs. With 100, and a maximum of 200, it starts the new ones first, for which the cluster must have room.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    if (spec.deploymentConfiguration?.minimumHealthyPercent !== 0 || isAbsent(spec.loadBalancers)) return
    if (deploymentTypeOf(spec) !== 'ROLLING' || schedulingOf(spec) !== 'REPLICA') return
    if (spec.desiredCount === undefined || spec.desiredCount < 1) return
    const { minimum, maximum } = defaultPercents.REPLICA
    report({
      at: MINIMUM,
      values: { minimum },
      fix: setMembers(say`Keep ${minimum} % of the tasks, and allow ${maximum} %`, id, {
        [MINIMUM]: minimum,
        [MAXIMUM]: maximum,
      }),
    })
  },
  examples: () => ({
    valid: {
      'half of the tasks stay': behindBalancer({ deploymentConfiguration: { minimumHealthyPercent: 50 } }),
      'left out, which means 100': behindBalancer(),
      'a worker that nobody waits for': onFargate({ deploymentConfiguration: { minimumHealthyPercent: 0 } }),
      'no task wanted': behindBalancer({
        desiredCount: 0,
        deploymentConfiguration: { minimumHealthyPercent: 0 },
      }),
    },
    invalid: {
      'none stays': {
        design: behindBalancer({
          deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
        }),
        element: 'web',
        at: MINIMUM,
      },
    },
  }),
})
