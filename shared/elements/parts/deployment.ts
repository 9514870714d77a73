/** How a service is rolled out: `DeploymentConfiguration` and `DeploymentController`. */
import {
  controllers,
  hookTargets,
  lifecycleStages,
  revisionCleanups,
  strategies,
  thresholdTypes,
  timeoutActions,
} from '../../aws/facts/deployments'
import { choice, decimal, flag, group, item, json, line, list, oneOf, text, whole } from '../fields'

const circuitBreaker = () =>
  group(
    'Deployment circuit breaker',
    'Notices a rollout whose tasks never become healthy.',
    {
      enable: flag('Enabled', 'Stops such a rollout.', { main: true }),
      rollback: flag('Roll back', 'Returns to the last revision that worked.', { main: true }),
      resetOnHealthyTask: flag('Reset on healthy task', 'A healthy task starts the count anew.'),
      thresholdConfiguration: group('Threshold', 'How many failed tasks it takes.', {
        type: choice('Type', 'How the value is meant.', thresholdTypes),
        value: whole('Value', 'Tasks, or percent of the desired count.'),
      }),
    },
    { main: true },
  )

const lifecycleHook = item({
  targetType: choice('Type', 'A function, or a pause for people.', hookTargets),
  hookTargetArn: text('Function ARN', 'Lambda function that decides whether the rollout goes on.'),
  roleArn: text('Role', 'Lets ECS call the function.', { control: 'reference' }),
  lifecycleStages: list('Stages', 'When it runs.', oneOf(lifecycleStages)),
  hookDetails: json('Details', 'Passed to the function.'),
  timeoutConfiguration: group('Timeout', 'How long a hook may take.', {
    timeoutInMinutes: whole('Timeout', 'How long to wait.', { unit: 'minutes' }),
    action: choice('Action', 'What happens then.', timeoutActions),
  }),
})

export const deploymentOptions = {
  deploymentConfiguration: group(
    'Deployment options',
    'How many tasks are replaced at a time, and when a rollout has failed.',
    {
      strategy: choice('Deployment strategy', 'How traffic moves to the new revision.', strategies, {
        default: 'ROLLING',
        main: true,
      }),
      minimumHealthyPercent: whole('Minimum running tasks', 'Of the desired count, during a rollout.', {
        unit: '%',
        default: '100',
        main: true,
      }),
      maximumPercent: whole('Maximum running tasks', 'Of the desired count, during a rollout.', {
        unit: '%',
        default: '200',
        main: true,
      }),
      deploymentCircuitBreaker: circuitBreaker(),
      alarms: group('CloudWatch alarms', 'Alarms that stop a rollout.', {
        alarmNames: list('Alarms', 'Names of the alarms.', line),
        enable: flag('Enabled', 'Whether they are watched.'),
        rollback: flag('Roll back', 'Returns to the last revision that worked.'),
      }),
      bakeTimeInMinutes: whole(
        'Bake time',
        'Both revisions keep running that long after the traffic has moved.',
        {
          unit: 'minutes',
        },
      ),
      lifecycleHooks: list('Lifecycle hooks', 'Checks at the stages of a rollout.', lifecycleHook),
      linearConfiguration: group('Linear', 'For the strategy LINEAR.', {
        stepPercent: decimal('Step', 'Traffic that moves in each step.', { unit: '%' }),
        stepBakeTimeInMinutes: whole('Step bake time', 'Time between two steps.', { unit: 'minutes' }),
      }),
      canaryConfiguration: group('Canary', 'For the strategy CANARY.', {
        canaryPercent: decimal('Canary', 'Traffic that moves first.', { unit: '%' }),
        canaryBakeTimeInMinutes: whole('Canary bake time', 'Time before the rest follows.', {
          unit: 'minutes',
        }),
      }),
      earlySuccessCriteria: group('Early success', 'Ends a rollout before every task has been replaced.', {
        enable: flag('Enabled', 'Whether it may end early.'),
        healthyPercent: whole('Healthy tasks', 'Of the desired count, that are enough.', { unit: '%' }),
        sourceServiceRevisionCleanup: choice(
          'Clean-up',
          'Whether the end waits for the old tasks.',
          revisionCleanups,
        ),
      }),
    },
    { main: true, group: 'Deployment options' },
  ),
  deploymentController: group(
    'Deployment controller',
    'Who carries out rollouts.',
    {
      type: choice('Type', 'ECS itself, CodeDeploy, or your own tool.', controllers, {
        default: 'ECS',
      }),
    },
    { group: 'Deployment options' },
  ),
}
