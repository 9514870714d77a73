import { accessLogFormats, proxyLogLevels, queryParameters } from '../../aws/facts/service-connect'
import { service as serviceKind } from '../../elements/service'
import { inWords } from '../../texts/text'
import { onFargate } from '../examples'
import { removeMember } from '../fixes'
import { oneOfValues, reportBreaches } from '../limits'
import { defineRule } from '../rule'

const CONNECT = '/serviceConnectConfiguration'
const ACCESS_LOG = `${CONNECT}/accessLogConfiguration`
const SETTINGS = `${CONNECT}/containerConfigurations`

export const serviceConnectProxySettings = defineRule({
  id: 'service-connect-proxy-settings',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'Settings of the Service Connect proxy are given once, in words that ECS knows',
  message: 'The proxy’s {setting} is set twice; keep one of the two.',
  variants: { value: 'The proxy does not know “{value}”; use one of {values}.' },
  why: 'ECS adds the proxy to each task and takes a few settings for it: one object for each setting, and each setting once.',
  sources: [
    { ref: 'API:ServiceConnectConfiguration.containerConfigurations', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectAccessLogConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check(context) {
    const { id, spec, report } = context
    const connect = spec.serviceConnectConfiguration
    if (connect?.enabled !== true) return
    const oneOf = (path: string, values: readonly string[]) =>
      reportBreaches(context, path, oneOfValues(values), {
        values: { values: inWords(values, 'or') },
        variant: 'value',
      })
    oneOf(`${ACCESS_LOG}/format`, accessLogFormats)
    oneOf(`${ACCESS_LOG}/includeQueryParameters`, queryParameters)
    oneOf(`${SETTINGS}/*/logLevel`, proxyLogLevels)
    const seen = new Set<string>()
    connect.containerConfigurations?.forEach((settings, index) => {
      for (const setting of Object.keys(settings)) {
        const at = `${SETTINGS}/${index}`
        if (seen.has(setting))
          report({ at, values: { setting }, fix: removeMember('Remove this one', id, at) })
        seen.add(setting)
      }
    })
  },
  examples: () => ({
    valid: {
      'a log level': proxied({ containerConfigurations: [{ logLevel: 'debug' }] }),
      'none at all': proxied({}),
      'a placeholder': proxied({ containerConfigurations: [{ logLevel: '<level>' }] }),
    },
    invalid: {
      'two log levels': {
        design: proxied({ containerConfigurations: [{ logLevel: 'info' }, { logLevel: 'debug' }] }),
        element: 'web',
        at: `${SETTINGS}/1`,
      },
      'a log level in capitals': {
        design: proxied({ containerConfigurations: [{ logLevel: 'DEBUG' }] }),
        element: 'web',
        at: `${SETTINGS}/0/logLevel`,
      },
      'a format that is none': {
        design: proxied({
          accessLogConfiguration: { format: 'CSV' },
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/web',
              'awslogs-region': 'eu-west-1',
              'awslogs-stream-prefix': 'proxy',
            },
          },
        }),
        element: 'web',
        at: `${ACCESS_LOG}/format`,
      },
    },
  }),
})

function proxied(connect: Readonly<Record<string, unknown>>) {
  return onFargate({ serviceConnectConfiguration: { enabled: true, namespace: 'internal', ...connect } })
}
