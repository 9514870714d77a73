/** What a listener is made of: protocol, port, certificates and what it does with a request. */
import { balancerProtocols, encryptedProtocols } from '../../aws/facts/load-balancers'
import { valueAt } from '../../basics/json'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { classicLoadBalancer } from '../../elements/classic-load-balancer'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { behindBalancer, drawing, element } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent, isKnown, isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { behindNetworkBalancer, differing, ELSEWHERE, forwardTo, listener } from './examples'
import { listenersOf } from './listeners'

const FIRST = '/Listeners/0'
const createListener = {
  ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  checked: '2026-11-26',
}
const certificate = {
  Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d' }],
}

export const listenerMembers = ruleFamily([
  defineRule({
    id: 'lb-https-certificate',
    severity: 'error',
    on: [applicationLoadBalancer, networkLoadBalancer, classicLoadBalancer],
    needs: ['/Listeners'],
    title: 'A listener that decrypts has a certificate',
    message: 'Listener {listener} decrypts and has no certificate; give it one.',
    why: 'With HTTPS and TLS the load balancer itself answers the handshake, and it needs a certificate to prove who it is. The listener can’t be made without one.',
    sources: [
      createListener,
      { ref: 'E3676', checked: '2026-11-21' },
      { ref: 'CDK:TlsProtocolRequiresCertificates', checked: '2026-11-21' },
    ],
    check({ element, spec, report }) {
      const classic = element.kind === classicLoadBalancer.kind
      for (const { at, protocol, name, members } of listenersOf(spec)) {
        if (protocol === undefined || !encryptedProtocols.includes(protocol.toUpperCase())) continue
        const place = `${at}/${classic ? 'SSLCertificateId' : 'Certificates'}`
        if (classic ? isWritten(element, place) : hasCertificate(members.Certificates)) continue
        // A placeholder for the whole list is left out of the view, and is one nevertheless.
        if (!classic && members.Certificates === undefined && isWritten(element, place)) continue
        report({ at: place, values: { listener: name } })
      }
    },
    examples: () => ({
      valid: {
        HTTPS: balanced(listener('HTTPS', 443, certificate)),
        'HTTP, which needs none': behindBalancer(),
        'TCP on port 443, which the tasks decrypt': behindNetworkBalancer('TCP', 443),
        'a placeholder': balanced(listener('HTTPS', 443, { Certificates: '<certificates>' })),
        'a Classic Load Balancer': classic({ SSLCertificateId: '<certificate>' }),
      },
      invalid: {
        HTTPS: {
          design: balanced(listener('HTTPS', 443)),
          element: 'balancer',
          at: `${FIRST}/Certificates`,
        },
        'TLS, with an empty list': {
          design: differing(behindNetworkBalancer(), {
            balancer: { Listeners: [listener('TLS', 443, { Certificates: [] })] },
          }),
          element: 'balancer',
          at: `${FIRST}/Certificates`,
        },
        'a certificate without its ARN': {
          design: balanced(listener('HTTPS', 443, { Certificates: [{ IsDefault: true }] })),
          element: 'balancer',
          at: `${FIRST}/Certificates`,
        },
        'a Classic Load Balancer': { design: classic({}), element: 'front', at: `${FIRST}/SSLCertificateId` },
      },
    }),
  }),

  defineRule({
    id: 'lb-certificate-needless',
    severity: 'warning',
    on: [applicationLoadBalancer, networkLoadBalancer],
    needs: ['/Listeners'],
    title: 'Only listeners that decrypt have certificates',
    message:
      'Listener {listener} does not decrypt, so its certificate has no effect; use HTTPS or TLS, or remove it.',
    why: 'A certificate belongs to the handshake of HTTPS or TLS. Beside another protocol it looks as if traffic were encrypted, which it is not; AWS’s own tools refuse it.',
    sources: [createListener, { ref: 'CDK:CertificatesRequireTlsProtocol', checked: '2026-11-21' }],
    check({ id, element, spec, report }) {
      const { listener: spoken } =
        balancerProtocols[element.kind === networkLoadBalancer.kind ? 'network' : 'application']
      for (const { at, protocol, name, members } of listenersOf(spec)) {
        // One that the load balancer does not speak is lb-listener-protocol.
        if (!isKnown(protocol) || !spoken.some((one) => one === protocol)) continue
        if (encryptedProtocols.includes(protocol)) continue
        if (!hasCertificate(members.Certificates)) continue
        const place = `${at}/Certificates`
        report({
          at: place,
          values: { listener: name },
          fix: removeMember(say`Remove the certificate of listener ${name}`, id, place),
        })
      }
    },
    examples: () => ({
      valid: {
        'HTTPS with a certificate': balanced(listener('HTTPS', 443, certificate)),
        'HTTP with an empty list': balanced(listener('HTTP', 80, { Certificates: [] })),
        'a placeholder for the protocol': balanced(listener('<protocol>', 443, certificate)),
      },
      invalid: {
        HTTP: {
          design: balanced(listener('HTTP', 80, certificate)),
          element: 'balancer',
          at: `${FIRST}/Certificates`,
        },
        TCP: {
          design: differing(behindNetworkBalancer(), {
            balancer: { Listeners: [listener('TCP', 6379, certificate)] },
          }),
          element: 'balancer',
          at: `${FIRST}/Certificates`,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-listener-members',
    severity: 'error',
    on: [applicationLoadBalancer, networkLoadBalancer],
    needs: ['/Listeners'],
    title: 'A listener has a protocol, a port and a default action',
    message: 'Listener {listener} has no default action; say where its requests go.',
    variants: {
      protocol: 'Listener {listener} has no protocol; give it one.',
      port: 'Listener {listener} has no port; give it one.',
    },
    why: 'A listener waits for connections of one protocol on one port, and its default action says what becomes of what no rule matches. CreateListener needs all three for Application and Network Load Balancers.',
    sources: [createListener],
    check({ element, spec, report }) {
      if (element.existing) return
      for (const { at, name } of listenersOf(spec)) {
        const values = { listener: name }
        const lacks = (member: string) => !isWritten(element, `${at}/${member}`)
        if (lacks('Protocol')) report({ at: `${at}/Protocol`, values, variant: 'protocol' })
        if (lacks('Port')) report({ at: `${at}/Port`, values, variant: 'port' })
        if (isAbsent(valueAt(element.spec, `${at}/DefaultActions`))) {
          report({ at: `${at}/DefaultActions`, values })
        }
      }
    },
    examples: () => ({
      valid: {
        'all three': behindBalancer(),
        'a fixed answer': balanced({
          Protocol: 'HTTP',
          Port: 80,
          DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
        }),
        placeholders: balanced({ Protocol: '<protocol>', Port: '<port>', DefaultActions: '<actions>' }),
        'a load balancer that exists, and is drawn in part': drawing({
          balancer: element(
            'application-load-balancer',
            { Name: 'web', Listeners: [{ Protocol: 'HTTP', Port: 80 }] },
            { existing: { arn: ELSEWHERE } },
          ),
        }),
      },
      invalid: {
        'no default action': {
          design: balanced({ Protocol: 'HTTP', Port: 80 }),
          element: 'balancer',
          at: `${FIRST}/DefaultActions`,
        },
        'no port': {
          design: balanced({ Protocol: 'HTTP', DefaultActions: [forwardTo('targets')] }),
          element: 'balancer',
          at: `${FIRST}/Port`,
        },
        'no protocol': {
          design: balanced({ Port: 80, DefaultActions: [forwardTo('targets')] }),
          element: 'balancer',
          at: `${FIRST}/Protocol`,
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-listener-port-duplicate',
    severity: 'error',
    on: [applicationLoadBalancer, networkLoadBalancer],
    needs: ['/Listeners'],
    title: 'A load balancer has one listener on a port',
    message: '“{name}” has a listener on port {port} already; choose another port, or make them one.',
    variants: {
      both: '“{name}” has a listener on port {port} already; for TCP and UDP on one port there is the protocol TCP_UDP.',
    },
    why: 'A connection to a port of the load balancer goes to the listener there. CreateListener refuses a second one on the same port, also when it has another protocol.',
    sources: [
      createListener,
      {
        ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const first = new Map<number, string | undefined>()
      for (const { at, port, protocol } of listenersOf(spec)) {
        if (port === undefined) continue
        if (!first.has(port)) {
          first.set(port, protocol)
          continue
        }
        const pair = [first.get(port), protocol]
        const both = pair.includes('TCP') && pair.includes('UDP')
        report({
          at: `${at}/Port`,
          values: { name: nameOf(graph, id), port },
          ...(both && { variant: 'both' }),
        })
      }
    },
    examples: () => ({
      valid: {
        'two ports': balanced(listener('HTTP', 80), listener('HTTPS', 443, certificate)),
        'placeholders for ports': balanced(
          listener('HTTP', 80, { Port: '<port>' }),
          listener('HTTP', 80, { Port: '<port>' }),
        ),
      },
      invalid: {
        'HTTP and HTTPS on one port': {
          design: balanced(listener('HTTP', 443), listener('HTTPS', 443, certificate)),
          element: 'balancer',
          at: '/Listeners/1/Port',
        },
        'TCP and UDP': {
          design: differing(behindNetworkBalancer('TCP_UDP', 53), {
            balancer: { Listeners: [listener('TCP', 53), listener('UDP', 53)] },
          }),
          element: 'balancer',
          at: '/Listeners/1/Port',
        },
      },
    }),
  }),
])

function hasCertificate(certificates: unknown): boolean {
  return Array.isArray(certificates) && certificates.some((one) => !isAbsent(one?.CertificateArn))
}

function balanced(...Listeners: readonly Readonly<Record<string, unknown>>[]) {
  return differing(behindBalancer(), { balancer: { Listeners } })
}

function classic(rest: Readonly<Record<string, unknown>>) {
  return drawing({
    front: element('classic-load-balancer', {
      LoadBalancerName: 'web',
      Listeners: [{ Protocol: 'HTTPS', LoadBalancerPort: 443, InstancePort: 8080, ...rest }],
    }),
  })
}
