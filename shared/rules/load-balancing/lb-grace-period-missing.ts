import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { behindBalancer, onFargate } from '../examples'
import { giveGracePeriod } from '../fixes-load-balancing'
import { isAbsent, isWritten } from '../reading'
import { defineRule } from '../rule'

const AT = '/healthCheckGracePeriodSeconds'

export const lbGracePeriodMissing = defineRule({
  id: 'lb-grace-period-missing',
  severity: 'advice',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Tasks behind a load balancer get time to start',
  message:
    'New tasks of “{service}” that are slow to start may be ended before they are ready; set a health check grace period.',
  why: 'The load balancer checks a task from its first second, and ECS ends one that fails. A slow starter is ended and started again for ever; during the grace period failed checks don’t count.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const seconds = spec.healthCheckGracePeriodSeconds
    // An external instance has no load balancer: lb-external.
    if (isAbsent(spec.loadBalancers) || spec.launchType === 'EXTERNAL') return
    if (seconds === undefined ? isWritten(element, AT) : seconds !== 0) return
    report({ at: AT, values: { service: nameOf(graph, id) }, fix: giveGracePeriod(graph, id) })
  },
  examples: () => ({
    valid: {
      'one second': behindBalancer({ healthCheckGracePeriodSeconds: 1 }),
      'no load balancer': onFargate(),
      'a placeholder': behindBalancer({ healthCheckGracePeriodSeconds: '<seconds>' }),
    },
    invalid: {
      'left out': { design: behindBalancer(), element: 'web', at: AT },
      'no time': { design: behindBalancer({ healthCheckGracePeriodSeconds: 0 }), element: 'web', at: AT },
    },
  }),
})
