/** How ECS notices that a deployment has failed: the circuit breaker and alarms. */
import { toText } from '../../basics/convert'
import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { behindBalancer, onFargate } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isAbsent, isWritten } from '../reading'
import { controllerOf, deploymentTypeOf, type ServiceSpec } from '../rollout'
import { defineRule, type RuleContext, ruleFamily } from '../rule'

const DEPLOYMENT = '/deploymentConfiguration'
const BREAKER = `${DEPLOYMENT}/deploymentCircuitBreaker`
const ALARMS = `${DEPLOYMENT}/alarms`

export const circuitBreaker = ruleFamily([
  defineRule({
    id: 'service-circuit-breaker',
    severity: 'advice',
    on: [serviceKind],
    title: 'A rolling update has a circuit breaker',
    message: 'A bad release would be started again and again; turn on the circuit breaker, with rollback.',
    why: 'Without it ECS keeps starting tasks that never become healthy until somebody notices. With it ECS gives up after some failures and returns to the last revision that worked.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:shouldUseCircuitBreaker', checked: '2026-11-21' },
    ],
    check({ id, element, spec, report }) {
      const breaker = spec.deploymentConfiguration?.deploymentCircuitBreaker
      if (breaker?.enable === true || deploymentTypeOf(spec) !== 'ROLLING') return
      // A placeholder may turn it on, and of a service in AWS little may be known.
      if (breaker?.enable === undefined && isWritten(element, `${BREAKER}/enable`)) return
      if (element.existing && !spec.deploymentConfiguration) return
      report({
        at: DEPLOYMENT,
        fix: setMembers('Turn on the circuit breaker with rollback', id, {
          [`${BREAKER}/enable`]: true,
          [`${BREAKER}/rollback`]: true,
        }),
      })
    },
    examples: () => ({
      valid: {
        'turned on': breaking({ enable: true, rollback: true }),
        'turned on without rollback': breaking({ enable: true, rollback: false }),
        'blue/green, which it is not for': behindBalancer({
          deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
        }),
        'a placeholder': breaking({ enable: '<breaker>', rollback: true }),
      },
      invalid: {
        'not said': { design: onFargate(), element: 'web', at: DEPLOYMENT },
        'turned off': {
          design: breaking({ enable: false, rollback: false }),
          element: 'web',
          at: DEPLOYMENT,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-circuit-breaker-controller',
    severity: 'error',
    on: [serviceKind],
    needs: ['/deploymentConfiguration'],
    title: 'Circuit breaker and alarms are complete, and belong to the ECS controller',
    message:
      'The circuit breaker works for deployments by ECS only, and here the controller is {controller}; remove it.',
    variants: {
      alarms:
        'ECS watches alarms for its own deployments only, and here the controller is {controller}; remove them.',
      names: 'Alarms are turned on, but none is named; name one, or remove the setting.',
      incomplete: 'The circuit breaker says nothing about {member}; set it to true or false.',
      incompleteAlarms: 'The alarms say nothing about {member}; set it to true or false.',
    },
    why: 'Both are ways in which ECS stops its own deployment. CodeDeploy and external tools have their own. AWS wants each of the settings said: whether it is on, and whether to roll back.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:RequiresDeploymentAlarmsRequires', checked: '2026-11-21' },
    ],
    check(context) {
      const { deploymentCircuitBreaker, alarms } = context.spec.deploymentConfiguration ?? {}
      if (isAbsent(deploymentCircuitBreaker) && isAbsent(alarms)) return
      const controller = controllerOf(context.spec)
      if (controller === 'ECS') reportIncomplete(context)
      else if (controller !== undefined) reportForeign(context, controller)
    },
    examples: () => ({
      valid: {
        'complete, with the ECS controller': complete({}),
        'turned off with CodeDeploy, as AWS prints it': behindBalancer({
          deploymentController: { type: 'CODE_DEPLOY' },
          deploymentConfiguration: {
            deploymentCircuitBreaker: { enable: false, rollback: false },
            alarms: { alarmNames: [], enable: false, rollback: false },
          },
        }),
        'no alarm while they are off': complete({
          alarms: { alarmNames: [], enable: false, rollback: false },
        }),
        placeholders: complete({
          deploymentCircuitBreaker: { enable: '<on>', rollback: '<rollback>' },
          alarms: { alarmNames: '<names>', enable: true, rollback: true },
        }),
      },
      invalid: {
        'a circuit breaker with CodeDeploy': {
          design: behindBalancer({
            deploymentController: { type: 'CODE_DEPLOY' },
            deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
          }),
          element: 'web',
          at: BREAKER,
        },
        'alarms with CodeDeploy': {
          design: behindBalancer({
            deploymentController: { type: 'CODE_DEPLOY' },
            deploymentConfiguration: { alarms: { alarmNames: ['errors'], enable: true, rollback: true } },
          }),
          element: 'web',
          at: ALARMS,
        },
        'no alarm named': {
          design: complete({ alarms: { alarmNames: [], enable: true, rollback: true } }),
          element: 'web',
          at: `${ALARMS}/alarmNames`,
        },
        'a circuit breaker that leaves rollback open': {
          design: complete({ deploymentCircuitBreaker: { enable: true } }),
          element: 'web',
          at: `${BREAKER}/rollback`,
        },
        'alarms that leave open whether they are on': {
          design: complete({ alarms: { alarmNames: ['errors'], rollback: true } }),
          element: 'web',
          at: `${ALARMS}/enable`,
        },
      },
    }),
  }),
])

function breaking(deploymentCircuitBreaker: Readonly<Record<string, unknown>>) {
  return onFargate({ deploymentConfiguration: { deploymentCircuitBreaker } })
}

function complete(settings: Readonly<Record<string, unknown>>) {
  return onFargate({
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { alarmNames: ['errors'], enable: true, rollback: true },
      ...settings,
    },
  })
}

type Context = RuleContext<ServiceSpec>

function reportForeign({ id, spec, report }: Context, controller: string): void {
  const { deploymentCircuitBreaker, alarms } = spec.deploymentConfiguration ?? {}
  const values = { controller }
  if (deploymentCircuitBreaker?.enable === true) {
    report({ at: BREAKER, values, fix: removeMember('Remove the circuit breaker', id, BREAKER) })
  }
  if (alarms?.enable === true) {
    report({ at: ALARMS, values, variant: 'alarms', fix: removeMember('Remove the alarms', id, ALARMS) })
  }
}

function reportIncomplete(context: Context): void {
  const { id, element, spec, report } = context
  const { deploymentCircuitBreaker, alarms } = spec.deploymentConfiguration ?? {}
  if (!isAbsent(deploymentCircuitBreaker)) reportOpen(context, BREAKER, true)
  if (isAbsent(alarms)) return
  const at = `${ALARMS}/alarmNames`
  const named = alarms?.alarmNames ? alarms.alarmNames.length > 0 : isWritten(element, at)
  reportOpen(context, ALARMS, named)
  if (alarms?.enable !== true || named) return
  report({ at, variant: 'names', fix: removeMember('Remove the alarms', id, ALARMS) })
}

/** Says which of the two switches are left open; `turnOn` is what they are best set to. */
function reportOpen({ id, element, report }: Context, setting: string, turnOn: boolean): void {
  for (const member of ['enable', 'rollback']) {
    const at = `${setting}/${member}`
    if (isWritten(element, at)) continue
    report({
      at,
      values: { member },
      variant: setting === BREAKER ? 'incomplete' : 'incompleteAlarms',
      fix: setMembers(say`Set ${member} to ${toText(turnOn)}`, id, { [at]: turnOn }),
    })
  }
}
