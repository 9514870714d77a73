import { balancerNames } from '../../aws/facts/load-balancers'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { classicLoadBalancer } from '../../elements/classic-load-balancer'
import { gatewayLoadBalancer } from '../../elements/gateway-load-balancer'
import { knownKind } from '../../elements/kinds'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { textAt } from '../../elements/parts/reading'
import { targetGroup } from '../../elements/target-group'
import { say } from '../../texts/text'
import { behindBalancer, drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { differing } from './examples'
import { balancerName, isBalancerName, isReservedName } from './names'

const { max, reserved } = balancerNames
const longest = 'a'.repeat(max)

export const lbNameInvalid = defineRule({
  id: 'lb-name-invalid',
  severity: 'error',
  on: [applicationLoadBalancer, networkLoadBalancer, gatewayLoadBalancer, classicLoadBalancer, targetGroup],
  title: 'Names of load balancers and target groups are short and plain',
  message:
    '“{name}” can’t be its name; use at most {max} letters, digits and hyphens, without a hyphen at either end.',
  variants: { reserved: 'A load balancer’s name can’t begin with {reserved}; “{name}” does.' },
  why: 'The name becomes a part of the load balancer’s DNS name, which has no place for other characters. AWS itself puts internal- before the names of internal load balancers.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    const at = knownKind(element.kind).name ?? '/Name'
    const name = textAt(spec, at)
    if (!isKnown(name)) return
    const bad = !isBalancerName(name)
    if (!bad && (element.kind === targetGroup.kind || !isReservedName(name))) return
    const mended = balancerName(isReservedName(name) ? name.slice(reserved.length) : name)
    report({
      at,
      values: { name, max, reserved },
      ...(bad ? {} : { variant: 'reserved' }),
      ...(mended && { fix: setMembers(say`Call it “${mended}”`, id, { [at]: mended }) }),
    })
  },
  examples: () => ({
    valid: {
      'letters, digits and hyphens': behindBalancer(),
      'the longest name': differing(behindBalancer(), { balancer: { Name: longest } }),
      'a target group may begin like that': differing(behindBalancer(), {
        targets: { Name: 'internal-web' },
      }),
      'a word that only begins alike': differing(behindBalancer(), { balancer: { Name: 'internalweb' } }),
      'a placeholder': differing(behindBalancer(), { balancer: { Name: '<name>_alb' } }),
    },
    invalid: {
      'one character too long': {
        design: differing(behindBalancer(), { balancer: { Name: `${longest}a` } }),
        element: 'balancer',
        at: '/Name',
      },
      'an underscore': {
        design: differing(behindBalancer(), { targets: { Name: 'web_targets' } }),
        element: 'targets',
        at: '/Name',
      },
      'a hyphen at the end': {
        design: drawing({ front: element('classic-load-balancer', { LoadBalancerName: 'web-' }) }),
        element: 'front',
        at: '/LoadBalancerName',
      },
      'the reserved word': {
        design: differing(behindBalancer(), { balancer: { Name: 'internal-web' } }),
        element: 'balancer',
        at: '/Name',
      },
      'nothing that could be kept': {
        design: drawing({ front: element('network-load-balancer', { Name: '-_-' }) }),
        element: 'front',
        at: '/Name',
      },
    },
  }),
})
