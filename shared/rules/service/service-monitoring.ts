import { serviceMetrics } from '../../aws/facts/services'
import { service as serviceKind } from '../../elements/service'
import { inWords } from '../../texts/text'
import { onFargate } from '../examples'
import { type Limit, oneOfValues, reportBreaches } from '../limits'
import { defineRule } from '../rule'

const METRICS = '/monitoring/metricConfigurations'
const { names, resolutions } = serviceMetrics

const resolution: Limit = {
  allows: (value) => typeof value !== 'number' || resolutions.some((one) => one === value),
  mend: () => Math.max(...resolutions),
}

export const serviceMonitoring = defineRule({
  id: 'service-monitoring',
  severity: 'error',
  on: [serviceKind],
  needs: ['/monitoring'],
  title: 'A service’s metrics come every 20 or 60 seconds',
  message: 'ECS reports metrics every {resolutions} seconds, not every {value}; choose one of these.',
  variants: { name: 'ECS sets no resolution for “{value}”; the metrics are {names}.' },
  why: 'A service reports the use of CPU and memory every minute, or every 20 seconds so that scaling can follow faster. Other steps and other metrics have no such setting.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MetricConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check(context) {
    if (!context.spec.monitoring) return
    reportBreaches(context, `${METRICS}/*/resolutionSeconds`, resolution, {
      values: { resolutions: inWords(resolutions, 'or') },
    })
    reportBreaches(context, `${METRICS}/*/metricNames/*`, oneOfValues(names), {
      values: { names: inWords(names, 'and') },
      variant: 'name',
    })
  },
  examples: () => ({
    valid: {
      'every 20 seconds': measured(['CPUUtilization'], 20),
      'both every minute': measured(['CPUUtilization', 'MemoryUtilization'], 60),
      'a placeholder': measured(['CPUUtilization'], '<seconds>'),
    },
    invalid: {
      'every 30 seconds': {
        design: measured(['CPUUtilization'], 30),
        element: 'web',
        at: `${METRICS}/0/resolutionSeconds`,
      },
      'a metric in lower case': {
        design: measured(['cpuutilization'], 60),
        element: 'web',
        at: `${METRICS}/0/metricNames/0`,
      },
      'a metric of something else': {
        design: measured(['MemoryUtilization', 'RequestCount'], 60),
        element: 'web',
        at: `${METRICS}/0/metricNames/1`,
      },
    },
  }),
})

function measured(metricNames: readonly string[], resolutionSeconds: unknown) {
  return onFargate({ monitoring: { metricConfigurations: [{ metricNames, resolutionSeconds }] } })
}
