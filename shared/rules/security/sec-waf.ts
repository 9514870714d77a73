import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { incoming, nameOf } from '../../graph/graph'
import { isInternetFacing } from '../../graph/traffic'
import { drawing, element, link } from '../examples'
import { defineRule } from '../rule'

export const secWaf = defineRule({
  id: 'sec-waf',
  severity: 'advice',
  on: [applicationLoadBalancer],
  title: 'A load balancer on the internet has a web ACL',
  message: 'Consider a web ACL of AWS WAF in front of “{balancer}”, which the internet reaches.',
  why: 'A web ACL refuses requests before they reach a task: known attacks, bots, too many from one address. AWS keeps rule groups for the usual ones, so the first step needs no rules of one’s own.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html',
      checked: '2026-11-21',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, element, graph, report }) {
    if (isInternetFacing(graph, id) !== true || incoming(graph, id, 'protects').length > 0) return
    // What protects a load balancer that is there already the drawing may leave out.
    if (Object.keys(element.existing ?? {}).length > 0) return
    report({ at: '', values: { balancer: nameOf(graph, id) } })
  },
  examples: () => ({
    valid: {
      'a web ACL': drawing(
        {
          front: balancer({ Scheme: 'internet-facing' }),
          acl: element('web-acl', { Name: 'web', Scope: 'REGIONAL' }),
        },
        { protection: link('acl', 'protects', 'front') },
      ),
      'an internal one': drawing({ front: balancer({ Scheme: 'internal' }) }),
      'an existing one, whose protection the drawing leaves out': drawing({
        front: element(
          'application-load-balancer',
          { Name: 'web', Scheme: 'internet-facing' },
          {
            existing: {
              arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0123456789abcdef',
            },
          },
        ),
      }),
      'a placeholder': drawing({ front: balancer({ Scheme: '<scheme>' }) }),
    },
    invalid: {
      'on the internet': {
        design: drawing({ front: balancer({ Scheme: 'internet-facing' }) }),
        element: 'front',
        at: '',
      },
      'not said, which means on the internet': {
        design: drawing({ front: balancer({}) }),
        element: 'front',
        at: '',
      },
    },
  }),
})

function balancer(spec: Readonly<Record<string, unknown>>) {
  return element('application-load-balancer', { Name: 'web', ...spec })
}
