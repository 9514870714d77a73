import { stagesWithoutPause } from '../../aws/facts/deployments'
import { toText } from '../../basics/convert'
import { setAt, valueAt } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import { onFargate } from '../examples'
import { isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'

const HOOKS = '/deploymentConfiguration/lifecycleHooks'
const lambda = {
  hookTargetArn: 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test',
  roleArn: 'arn:aws:iam::123456789012:role/ecsHooks',
  lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
}

export const deployLifecycleHook = defineRule({
  id: 'deploy-lifecycle-hook',
  severity: 'error',
  on: [serviceKind],
  needs: ['/deploymentConfiguration'],
  title: 'A lifecycle hook says when it runs and what it calls, and a pause not while traffic moves',
  message: 'Say at which stages of the deployment the hook runs.',
  variants: {
    target: 'Give the ARN of the Lambda function that the hook calls.',
    role: 'Give the role with which ECS calls the hook’s Lambda function.',
    pause: 'A deployment can’t pause at {stage}, while traffic is moving; pause before or after it.',
  },
  why: 'ECS calls a hook at the stages that it names and waits for the answer of its function, or for somebody to continue. While traffic is moving from one revision to the other there is no state to stop in, so only functions can run there.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    spec.deploymentConfiguration?.lifecycleHooks?.forEach((hook, index) => {
      const at = `${HOOKS}/${index}`
      const written = (member: string) => isWritten(element, `${at}/${member}`)
      if (hook.lifecycleStages ? hook.lifecycleStages.length === 0 : !written('lifecycleStages')) {
        report({ at: `${at}/lifecycleStages` })
      }
      const type = hook.targetType || 'AWS_LAMBDA'
      if (type === 'AWS_LAMBDA') {
        if (!written('hookTargetArn')) report({ at: `${at}/hookTargetArn`, variant: 'target' })
        if (!written('roleArn')) report({ at: `${at}/roleArn`, variant: 'role' })
      } else if (type === 'PAUSE') {
        const stage = hook.lifecycleStages?.find((one) => stagesWithoutPause.includes(one))
        if (stage === undefined) return
        report({ at: `${at}/lifecycleStages`, values: { stage }, variant: 'pause', fix: pauseAfter(id, at) })
      }
    })
  },
  examples: () => ({
    valid: {
      'a function after the test traffic has moved': hooked(lambda),
      'a function while traffic moves': hooked({ ...lambda, lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] }),
      'a pause before traffic moves': hooked({
        targetType: 'PAUSE',
        lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'],
      }),
      placeholders: hooked({
        hookTargetArn: '<Function>',
        roleArn: '<Role>',
        lifecycleStages: '<Stages>',
      }),
    },
    invalid: {
      'no stage': {
        design: hooked({ ...lambda, lifecycleStages: [] }),
        element: 'web',
        at: `${HOOKS}/0/lifecycleStages`,
      },
      'no function': {
        design: hooked({ ...lambda, hookTargetArn: '' }),
        element: 'web',
        at: `${HOOKS}/0/hookTargetArn`,
      },
      'no role': { design: hooked({ ...lambda, roleArn: '' }), element: 'web', at: `${HOOKS}/0/roleArn` },
      'a pause while test traffic moves': {
        design: hooked({ targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT'] }),
        element: 'web',
        at: `${HOOKS}/0/lifecycleStages`,
      },
    },
  }),
})

function hooked(hook: Readonly<Record<string, unknown>>) {
  return onFargate({
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, lifecycleHooks: [hook] },
    serviceConnectConfiguration: { enabled: true, namespace: 'internal' },
  })
}

/** To each stage at which traffic moves there is one right after it. */
function pauseAfter(id: string, hook: string): Fix {
  return {
    title: 'Pause after the traffic has moved',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const stages = valueAt(spec, `${hook}/lifecycleStages`)
      if (!spec || !Array.isArray(stages)) return
      const later = stages.map((one) =>
        stagesWithoutPause.includes(toText(one)) ? `POST_${toText(one)}` : one,
      )
      setAt(spec, `${hook}/lifecycleStages`, [...new Set(later)])
    },
  }
}
