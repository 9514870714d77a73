import { ALL_AT_ONCE, stepwiseConfigs } from '../../aws/facts/deployments'
import { codedeployDeploymentGroup } from '../../elements/codedeploy-deployment-group'
import { nameOf, outgoing } from '../../graph/graph'
import { frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, drawing, element, registered } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'

const AT = '/deploymentConfigName'
const CANARY = 'CodeDeployDefault.ECSCanary10Percent5Minutes'

export const deployCodedeployNlb = defineRule({
  id: 'deploy-codedeploy-nlb',
  severity: 'warning',
  on: [codedeployDeploymentGroup],
  needs: ['/deploymentConfigName'],
  title: 'Behind a Network Load Balancer CodeDeploy moves all traffic at once',
  message:
    'Service “{service}” is behind a Network Load Balancer, where CodeDeploy can’t move traffic in steps; use {wanted}, or let ECS deploy it.',
  why: 'For steps CodeDeploy divides the requests of a listener between two target groups, which it does with Application Load Balancers only. ECS’s own strategies CANARY and LINEAR work with both.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    const config = spec.deploymentConfigName
    if (!isKnown(config) || !stepwiseConfigs.some((part) => config.includes(part))) return
    const service = outgoing(graph, id, 'deploys').find(({ to }) =>
      frontsOf(graph, to).some(({ kind }) => kind === 'network'),
    )?.to
    if (service === undefined) return
    report({
      at: AT,
      values: { service: nameOf(graph, service), wanted: ALL_AT_ONCE },
      fix: setMembers(say`Use ${ALL_AT_ONCE}`, id, { [AT]: ALL_AT_ONCE }),
    })
  },
  examples: () => ({
    valid: {
      'all at once': deployedBy(ALL_AT_ONCE, 'TCP'),
      'a canary at an Application Load Balancer': deployedBy(CANARY, 'HTTP'),
      'a configuration of one’s own, whose steps are not known': deployedBy('our-config', 'TCP'),
    },
    invalid: {
      'a canary': { design: deployedBy(CANARY, 'TCP'), element: 'group', at: AT },
    },
  }),
})

function deployedBy(deploymentConfigName: string, Protocol: string) {
  const { elements } = behindBalancer({
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [registered],
  })
  const { balancer: _, ...rest } = elements
  return drawing({
    ...rest,
    targets: element('target-group', { Name: 'web', TargetType: 'ip', Protocol, Port: 80 }),
    group: element('codedeploy-deployment-group', {
      deploymentGroupName: 'web',
      deploymentConfigName,
      ecsServices: [{ serviceName: '@{web}' }],
    }),
  })
}
