import { service as serviceKind } from '../../elements/service'
import { container, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { defineRule } from '../rule'
import { portNamed } from './port-names'

const SERVICES = '/serviceConnectConfiguration/services'
const MEMBERS = ['idleTimeoutSeconds', 'perRequestTimeoutSeconds'] as const

export const serviceConnectTimeouts = defineRule({
  id: 'service-connect-timeouts',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'Service Connect times requests only where it knows what a request is',
  message: 'A timeout of {seconds} seconds makes no sense; give 0, which turns it off, or more.',
  variants: {
    request:
      'The proxy can’t tell requests apart on port “{port}”, which has no appProtocol; remove the request timeout, or set http, http2 or grpc.',
  },
  why: 'Without appProtocol the proxy passes bytes on and knows when a connection is idle, but not where a request begins and ends.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const connect = spec.serviceConnectConfiguration
    if (connect?.enabled !== true) return
    connect.services?.forEach(({ timeout, portName }, index) => {
      if (!timeout) return
      const place = `${SERVICES}/${index}/timeout`
      for (const member of MEMBERS) {
        const seconds = timeout[member] ?? 0
        const at = `${place}/${member}`
        if (seconds < 0) report({ at, values: { seconds }, fix: removeMember('Remove the timeout', id, at) })
      }
      const named = portNamed(graph, id, portName ?? '')
      if ((timeout.perRequestTimeoutSeconds ?? 0) <= 0 || !named || named.mapping.appProtocol) return
      const at = `${place}/perRequestTimeoutSeconds`
      const fix = removeMember('Remove the request timeout', id, at)
      report({ at, values: { port: portName ?? '' }, variant: 'request', fix })
    })
  },
  examples: () => ({
    valid: {
      'a request timeout with http': timed({ perRequestTimeoutSeconds: 15 }, { appProtocol: 'http' }),
      'an idle timeout without appProtocol': timed({ idleTimeoutSeconds: 3600 }),
      'a request timeout that is turned off': timed({ perRequestTimeoutSeconds: 0 }),
      'a port that is not there, which service-connect-port-name reports': timed(
        { perRequestTimeoutSeconds: 15 },
        { name: 'admin' },
      ),
    },
    invalid: {
      'a request timeout without appProtocol': {
        design: timed({ perRequestTimeoutSeconds: 15 }),
        element: 'web',
        at: `${SERVICES}/0/timeout/perRequestTimeoutSeconds`,
      },
      'a negative timeout': {
        design: timed({ idleTimeoutSeconds: -1 }),
        element: 'web',
        at: `${SERVICES}/0/timeout/idleTimeoutSeconds`,
      },
    },
  }),
})

function timed(timeout: Readonly<Record<string, number>>, mapping: Readonly<Record<string, unknown>> = {}) {
  const services = [{ portName: 'http', clientAliases: [{ port: 80 }], timeout }]
  return onFargate(
    { serviceConnectConfiguration: { enabled: true, namespace: 'internal', services } },
    {
      containerDefinitions: [container({ portMappings: [{ containerPort: 80, name: 'http', ...mapping }] })],
    },
  )
}
