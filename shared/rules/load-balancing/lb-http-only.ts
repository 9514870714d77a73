import { toText } from '../../basics/convert'
import { sameJson, setAt } from '../../basics/json'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { objectsAt } from '../../elements/parts/reading'
import { nameOf } from '../../graph/graph'
import { isInternetFacing } from '../../graph/traffic'
import { behindBalancer } from '../examples'
import { defineRule, type Fix } from '../rule'
import { differing, listener } from './examples'
import { actionsOf, type Listener, listenersOf } from './listeners'
import { NEW_CERTIFICATE } from './new-balancer'

const HTTPS_PORT = 443
const REDIRECT = {
  Type: 'redirect',
  RedirectConfig: { Protocol: 'HTTPS', Port: toText(HTTPS_PORT), StatusCode: 'HTTP_301' },
}
const certificate = { Certificates: [{ CertificateArn: '<certificate>' }] }

export const lbHttpOnly = defineRule({
  id: 'lb-http-only',
  severity: 'warning',
  on: [applicationLoadBalancer],
  needs: ['/Listeners'],
  title: 'Traffic from the internet is encrypted',
  message:
    'Traffic from the internet to “{name}” is not encrypted; add an HTTPS listener and let HTTP redirect to it.',
  why: 'Everybody on the way can read and change plain HTTP, passwords and cookies included. A certificate of AWS Certificate Manager costs nothing, and an HTTP listener can send everybody to HTTPS.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const listeners = listenersOf(spec)
    const plain = listeners.filter(forwards)
    if (plain.length === 0 || !listeners.every(({ protocol }) => protocol === 'HTTP')) return
    if (isInternetFacing(graph, id) !== true) return
    report({ at: '/Listeners', values: { name: nameOf(graph, id) }, ...encrypt(id, listeners, plain) })
  },
  examples: () => ({
    valid: {
      'HTTPS, with HTTP as a redirect': balanced(
        listener('HTTP', 80, { DefaultActions: [REDIRECT] }),
        listener('HTTPS', HTTPS_PORT, certificate),
      ),
      'HTTPS beside HTTP': balanced(listener('HTTP', 80), listener('HTTPS', HTTPS_PORT, certificate)),
      'an internal load balancer': differing(behindBalancer(), { balancer: { Scheme: 'internal' } }),
      'HTTP that only redirects': balanced(listener('HTTP', 80, { DefaultActions: [REDIRECT] })),
      'a placeholder for the scheme': differing(behindBalancer(), { balancer: { Scheme: '<scheme>' } }),
    },
    invalid: {
      'HTTP only, with the scheme left out': {
        design: behindBalancer(),
        element: 'balancer',
        at: '/Listeners',
      },
      'a rule that forwards': {
        design: balanced(
          listener('HTTP', 80, {
            DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
            Rules: [
              {
                Priority: 1,
                Conditions: [{ Field: 'path-pattern', Values: ['/*'] }],
                Actions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }],
              },
            ],
          }),
        ),
        element: 'balancer',
        at: '/Listeners',
      },
      'two ports': {
        design: balanced(listener('HTTP', 80), listener('HTTP', 8080)),
        element: 'balancer',
        at: '/Listeners',
      },
      'HTTP on the port of HTTPS': {
        design: balanced(listener('HTTP', HTTPS_PORT)),
        element: 'balancer',
        at: '/Listeners',
      },
    },
  }),
})

function balanced(...Listeners: readonly Readonly<Record<string, unknown>>[]) {
  return differing(behindBalancer(), { balancer: { Listeners } })
}

function forwards(listener: Listener): boolean {
  return actionsOf(listener).some((action) => action.Type === 'forward')
}

/** The first plain listener moves to HTTPS, with all that it does; a redirect stays where it was. */
function encrypt(
  id: string,
  listeners: readonly Listener[],
  plain: readonly Listener[],
): { readonly fix?: Fix } {
  const old = plain.find(({ port }) => port === 80) ?? plain[0]
  if (!old || listeners.some(({ port }) => port === HTTPS_PORT)) return {}
  return {
    fix: {
      title: 'Add an HTTPS listener, and let HTTP redirect to it',
      apply: (draft) => {
        const spec = draft.elements[id]?.spec
        const all = objectsAt(spec, '/Listeners')
        const moved = all.find(([index]) => `/Listeners/${index}` === old.at)?.[1]
        const done =
          all.some(([, { Port }]) => Port === HTTPS_PORT) || sameJson(moved?.DefaultActions, [REDIRECT])
        if (!spec || !moved || done) return
        setAt(spec, '/Listeners/-', {
          ...moved,
          Protocol: 'HTTPS',
          Port: HTTPS_PORT,
          Certificates: [{ CertificateArn: NEW_CERTIFICATE }],
        })
        moved.DefaultActions = [REDIRECT]
        delete moved.Rules
      },
    },
  }
}
