import { service as serviceKind } from '../../elements/service'
import { onFargate } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent, isWritten } from '../reading'
import { defineRule } from '../rule'

const THRESHOLD = '/deploymentConfiguration/deploymentCircuitBreaker/thresholdConfiguration'

export const serviceCircuitBreakerThreshold = defineRule({
  id: 'service-circuit-breaker-threshold',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'A threshold of the circuit breaker has a type and a value',
  message:
    'The circuit breaker’s threshold says nothing about its {member}; give type and value, or neither.',
  variants: { negative: 'After {value} failed tasks there is nothing to count; give a threshold above 0.' },
  why: 'The value is a number of failed tasks, or a percentage of the desired count, and only the type tells which. Without a threshold of its own the circuit breaker uses half of the desired count, between 3 and 200 tasks.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    const threshold = spec.deploymentConfiguration?.deploymentCircuitBreaker?.thresholdConfiguration
    if (isAbsent(threshold)) return
    const fix = removeMember('Use the threshold of ECS', id, THRESHOLD)
    const member = ['type', 'value'].find((one) => !isWritten(element, `${THRESHOLD}/${one}`))
    if (member !== undefined) report({ at: `${THRESHOLD}/${member}`, values: { member }, fix })
    else if (threshold?.value !== undefined && threshold.value < 0) {
      report({ at: `${THRESHOLD}/value`, values: { value: threshold.value }, variant: 'negative', fix })
    }
  },
  examples: () => ({
    valid: {
      both: counting({ type: 'COUNT', value: 5 }),
      neither: counting({}),
      'a placeholder': counting({ type: 'COUNT', value: '<failures>' }),
    },
    invalid: {
      'no type': { design: counting({ value: 5 }), element: 'web', at: `${THRESHOLD}/type` },
      'no value': { design: counting({ type: 'COUNT' }), element: 'web', at: `${THRESHOLD}/value` },
      'a negative value': {
        design: counting({ type: 'COUNT', value: -1 }),
        element: 'web',
        at: `${THRESHOLD}/value`,
      },
    },
  }),
})

function counting(thresholdConfiguration: Readonly<Record<string, unknown>>) {
  return onFargate({
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true, thresholdConfiguration },
    },
  })
}
