import { deploymentTypes } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { behindBalancer, onEc2 } from '../examples'
import { givesOwnInterface, isAbsent } from '../reading'
import { deploymentTypeOf } from '../rollout'
import { defineRule } from '../rule'

export const deployClassicStrategy = defineRule({
  id: 'deploy-classic-strategy',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers/*/loadBalancerName'],
  title: 'Moving traffic takes an Application or Network Load Balancer',
  message:
    '{deployment} moves traffic between target groups, which a Classic Load Balancer does not have; use an Application or Network Load Balancer, or a rolling update.',
  why: 'Blue and green stand in two target groups, and a listener divides the requests between them. A Classic Load Balancer knows instances only, so ECS can’t use it for any deployment but a rolling update.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    if (isAbsent(spec.loadBalancers)) return
    const type = deploymentTypeOf(spec)
    // EXTERNAL is deploy-external-fields; a task with an interface of its own is lb-classic-awsvpc.
    if (type === undefined || type === 'EXTERNAL' || deploymentTypes[type].classicLoadBalancer) return
    if (givesOwnInterface(graph, id) === true) return
    spec.loadBalancers?.forEach(({ loadBalancerName }, index) => {
      if (isAbsent(loadBalancerName)) return
      report({
        at: `/loadBalancers/${index}/loadBalancerName`,
        values: { deployment: deploymentTypes[type].name },
      })
    })
  },
  examples: () => ({
    valid: {
      'a rolling update behind a Classic Load Balancer': behindClassic({}),
      'a canary deployment behind an Application Load Balancer': behindBalancer({
        deploymentConfiguration: { strategy: 'CANARY' },
      }),
    },
    invalid: {
      'blue/green': {
        design: behindClassic({
          deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
        }),
        element: 'web',
        at: '/loadBalancers/0/loadBalancerName',
      },
      CodeDeploy: {
        design: behindClassic({ deploymentController: { type: 'CODE_DEPLOY' } }),
        element: 'web',
        at: '/loadBalancers/0/loadBalancerName',
      },
    },
  }),
})

function behindClassic(spec: Readonly<Record<string, unknown>>) {
  return onEc2({
    loadBalancers: [{ loadBalancerName: 'old-web', containerName: 'web', containerPort: 80 }],
    ...spec,
  })
}
