/** How far each step of a canary or linear deployment goes, and how long it lasts. */
import { stepBakeMinutes, trafficSteps } from '../../aws/facts/deployments'
import { service as serviceKind } from '../../elements/service'
import { behindBalancer } from '../examples'
import { inSteps, reportBreaches, wholeBetween } from '../limits'
import { defineRule, ruleFamily } from '../rule'

const minutes = wholeBetween(stepBakeMinutes.from, stepBakeMinutes.to)
const CANARY = '/deploymentConfiguration/canaryConfiguration'
const LINEAR = '/deploymentConfiguration/linearConfiguration'

export const deployRanges = ruleFamily([
  defineRule({
    id: 'deploy-canary-range',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentConfiguration/canaryConfiguration'],
    title: 'A canary takes 0.1 to 100 % of the traffic, for at most a day',
    message: 'The canary can take {from} to {to} % of the traffic, in steps of {step} %, not {value} %.',
    variants: { time: 'The canary can run alone for {from} to {to} minutes, not {value}.' },
    why: 'The canary is the share of the traffic that the new revision gets first; the rest follows after the bake time. The documentation of CanaryConfiguration names the limits of both; anything else is refused.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:MustBeCanaryDeploymentStepPercent', checked: '2026-11-21' },
    ],
    check(context) {
      if (!context.spec.deploymentConfiguration?.canaryConfiguration) return
      const { canary } = trafficSteps
      reportBreaches(context, `${CANARY}/canaryPercent`, inSteps(canary), { values: canary })
      reportBreaches(context, `${CANARY}/canaryBakeTimeInMinutes`, minutes, {
        values: stepBakeMinutes,
        variant: 'time',
      })
    },
    examples: () => ({
      valid: {
        'the least of each': canary({ canaryPercent: 0.1, canaryBakeTimeInMinutes: 0 }),
        'the most of each': canary({ canaryPercent: 100, canaryBakeTimeInMinutes: 1440 }),
        'a share that binary numbers only come near to': canary({ canaryPercent: 33.3 }),
      },
      invalid: {
        'no traffic': { design: canary({ canaryPercent: 0 }), element: 'web', at: `${CANARY}/canaryPercent` },
        'a share between two steps': {
          design: canary({ canaryPercent: 5.25 }),
          element: 'web',
          at: `${CANARY}/canaryPercent`,
        },
        'more than a day': {
          design: canary({ canaryPercent: 5, canaryBakeTimeInMinutes: 1441 }),
          element: 'web',
          at: `${CANARY}/canaryBakeTimeInMinutes`,
        },
      },
    }),
  }),
  defineRule({
    id: 'deploy-linear-range',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentConfiguration/linearConfiguration'],
    title: 'A linear deployment moves 3 to 100 % of the traffic at a time, at most a day apart',
    message: 'Each step can move {from} to {to} % of the traffic, in steps of {step} %, not {value} %.',
    variants: { time: 'Two steps can be {from} to {to} minutes apart, not {value}.' },
    why: 'ECS sets the share by the weights of a listener rule and moves it on step by step. The documentation of LinearConfiguration names the limits of a step and of the time between two; anything else is refused.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:MustBeLinearDeploymentStepPercent', checked: '2026-11-21' },
    ],
    check(context) {
      if (!context.spec.deploymentConfiguration?.linearConfiguration) return
      const { linear } = trafficSteps
      reportBreaches(context, `${LINEAR}/stepPercent`, inSteps(linear), { values: linear })
      reportBreaches(context, `${LINEAR}/stepBakeTimeInMinutes`, minutes, {
        values: stepBakeMinutes,
        variant: 'time',
      })
    },
    examples: () => ({
      valid: {
        'the least of each': linear({ stepPercent: 3, stepBakeTimeInMinutes: 0 }),
        'the most of each': linear({ stepPercent: 100, stepBakeTimeInMinutes: 1440 }),
        'a placeholder': linear({ stepPercent: '<StepPercent>' }),
      },
      invalid: {
        'too small a step': {
          design: linear({ stepPercent: 2.9 }),
          element: 'web',
          at: `${LINEAR}/stepPercent`,
        },
        'a step between two tenths': {
          design: linear({ stepPercent: 12.55 }),
          element: 'web',
          at: `${LINEAR}/stepPercent`,
        },
        'a negative time': {
          design: linear({ stepBakeTimeInMinutes: -1 }),
          element: 'web',
          at: `${LINEAR}/stepBakeTimeInMinutes`,
        },
      },
    }),
  }),
])

function canary(canaryConfiguration: Readonly<Record<string, unknown>>) {
  return behindBalancer({ deploymentConfiguration: { strategy: 'CANARY', canaryConfiguration } })
}

function linear(linearConfiguration: Readonly<Record<string, unknown>>) {
  return behindBalancer({ deploymentConfiguration: { strategy: 'LINEAR', linearConfiguration } })
}
