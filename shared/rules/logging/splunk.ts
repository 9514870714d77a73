/** What the splunk driver needs, and what should not stand among its options. */
import { splunkNeeds } from '../../aws/facts/log-options'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { moveToSecret } from '../fixes-secrets'
import { isUnknown, isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { lacks, loggersWith } from './loggers'

const [URL, TOKEN] = splunkNeeds
const url = { [URL]: 'https://splunk.example.com:8088' }
const inSecret = [{ name: TOKEN, valueFrom: '<token-arn>' }]

const api = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  checked: '2026-11-26',
}

export const splunkRules = ruleFamily([
  defineRule({
    id: 'log-splunk-options',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration'],
    title: 'The splunk driver needs a URL and a token',
    message:
      'Container “{container}” logs with splunk, which needs splunk-url and splunk-token; put the token into secretOptions.',
    variants: {
      url: 'Container “{container}” logs with splunk, but splunk-url is missing; set the address of the collector.',
      token:
        'Container “{container}” logs with splunk, but splunk-token is missing; put it into secretOptions.',
    },
    why: 'The driver sends each line to the HTTP Event Collector at that URL, which lets nobody in without a token. RegisterTaskDefinition asks for both; the token may be a secret.',
    sources: [api, { ref: 'CDK:ProvideTokenSecretToken', checked: '2026-11-21' }],
    check({ element, spec, report }) {
      for (const logger of loggersWith(spec, 'splunk')) {
        const noUrl = lacks(logger, URL, element.spec)
        const noToken = lacks(logger, TOKEN, element.spec)
        if (!noUrl && !noToken) continue
        const options = `${logger.at}/options`
        report({
          at: isWritten(element, options) ? `${options}/${noUrl ? URL : TOKEN}` : options,
          values: { container: logger.container },
          ...(noUrl !== noToken && { variant: noUrl ? 'url' : 'token' }),
        })
      }
    },
    examples: () => ({
      valid: {
        'the token in a secret': drawing({ task: splunk(url, inSecret) }),
        'a placeholder for the token': drawing({ task: splunk({ ...url, [TOKEN]: '<token>' }) }),
        'another driver': drawing({ task: ec2Task() }),
      },
      invalid: {
        'no token': {
          design: drawing({ task: splunk(url) }),
          element: 'task',
          at: `/containerDefinitions/0/logConfiguration/options/${TOKEN}`,
        },
        'no URL': {
          design: drawing({ task: splunk({ 'splunk-source': 'web' }, inSecret) }),
          element: 'task',
          at: `/containerDefinitions/0/logConfiguration/options/${URL}`,
        },
        'no options at all': {
          design: drawing({ task: splunk(undefined) }),
          element: 'task',
          at: '/containerDefinitions/0/logConfiguration/options',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-splunk-plain-token',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/logConfiguration'],
    title: 'The Splunk token is a secret option',
    message:
      'The Splunk token of container “{container}” is in plain text; store it in a secret and name that in secretOptions.',
    why: 'Whoever may read the task definition can read its log options, and every revision keeps them. A secret option is read from Secrets Manager or Parameter Store when the task starts.',
    sources: [
      api,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, report }) {
      for (const { at, container, options } of loggersWith(spec, 'splunk')) {
        const token = options[TOKEN]?.trim()
        if (!token || isUnknown(token)) continue
        report({
          at: `${at}/options/${TOKEN}`,
          values: { container },
          fix: moveToSecret(id, TOKEN, { from: `${at}/options/${TOKEN}`, into: `${at}/secretOptions` }),
        })
      }
    },
    examples: () => ({
      valid: {
        'in a secret': drawing({ task: splunk(url, inSecret) }),
        'a placeholder': drawing({ task: splunk({ ...url, [TOKEN]: '{{splunk_token}}' }) }),
      },
      invalid: {
        'in plain text': {
          design: drawing({ task: splunk({ ...url, [TOKEN]: '11111111-2222-3333-4444-555555555555' }) }),
          element: 'task',
          at: `/containerDefinitions/0/logConfiguration/options/${TOKEN}`,
        },
      },
    }),
  }),
])

function splunk(
  options?: Readonly<Record<string, string>>,
  secretOptions?: readonly Readonly<Record<string, string>>[],
) {
  const logConfiguration = {
    logDriver: 'splunk',
    ...(options && { options }),
    ...(secretOptions && { secretOptions }),
  }
  return fargateTask({
    ...(secretOptions && { executionRoleArn: '<execution-role-arn>' }),
    containerDefinitions: [container({ logConfiguration })],
  })
}
