import { service as serviceKind } from '../../elements/service'
import { behindBalancer, drawing, element, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isWritten } from '../reading'
import { controllerOf } from '../rollout'
import { defineRule } from '../rule'
import { policiesOf } from '../scaling/policies'
import { mustStayUp } from './workloads'

const DEPLOYMENT = '/deploymentConfiguration'
const ALARMS = `${DEPLOYMENT}/alarms`

export const archNoAutorecovery = defineRule({
  id: 'arch-no-autorecovery',
  severity: 'advice',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Alarms watch a service that users depend on',
  message:
    'Nothing tells when this service is in trouble; add CloudWatch alarms, which can also roll a deployment back.',
  why: 'ECS restarts what has died, but sees neither errors nor slowness. Alarms on failed requests, unhealthy targets, CPU or memory do, and named in the deployment configuration they stop a bad release.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    // With another controller alarms are set there, and a scaling policy brings alarms of its own.
    if (controllerOf(spec) !== 'ECS' || !mustStayUp(graph, id, spec) || element.existing) return
    if (!isAbsent(spec.deploymentConfiguration?.alarms?.alarmNames)) return
    if (isWritten(element, `${ALARMS}/alarmNames/0`) || policiesOf(graph, id).length > 0) return
    report({
      at: DEPLOYMENT,
      fix: setMembers('Watch an alarm during deployments', id, {
        [ALARMS]: { alarmNames: ['<alarm-name>'], enable: true, rollback: true },
      }),
    })
  },
  examples: () => ({
    valid: {
      'an alarm': behindBalancer({
        deploymentConfiguration: { alarms: { alarmNames: ['errors'], enable: true, rollback: true } },
      }),
      'scaled by its use of CPU, which takes alarms': drawing({
        ...behindBalancer().elements,
        policy: element('scaling-policy', {
          PolicyName: 'cpu',
          ResourceId: '@{web.resourceId}',
          MinCapacity: 2,
          MaxCapacity: 4,
        }),
      }),
      'a worker': onFargate(),
    },
    invalid: {
      'no alarm': { design: behindBalancer(), element: 'web', at: DEPLOYMENT },
      'a list without any': {
        design: behindBalancer({
          deploymentConfiguration: { alarms: { alarmNames: [], enable: false, rollback: false } },
        }),
        element: 'web',
        at: DEPLOYMENT,
      },
    },
  }),
})
