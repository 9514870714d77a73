import type { Compatibility } from '../../aws/facts/compatibilities'
import { taskDefinition } from '../../elements/task-definition'
import { runsOf } from '../../graph/runs'
import { inWords, say } from '../../texts/text'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'
import { isDrawnWhole } from './drawn'

/** These run only what keeps to their own rules, so that a check when registering finds something. */
const DEMANDING: readonly Compatibility[] = ['FARGATE', 'MANAGED_INSTANCES']

export const taskdefCompatMissing = defineRule({
  id: 'taskdef-compat-missing',
  severity: 'warning',
  on: [taskDefinition],
  title: 'A task definition names the launch types it is for',
  message:
    'Add {launch} to requiresCompatibilities, so that mistakes are found when the definition is registered.',
  why: 'ECS checks a definition against the launch types that it claims to be fit for. Without any it registers nearly everything, and what Fargate or a managed instance cannot run fails only when a task is started.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'E3054', checked: '2026-11-21' },
  ],
  check({ id, element, graph, report }) {
    if (!isAbsent(element.spec.requiresCompatibilities) || !isDrawnWhole(element)) return
    const launches = [...new Set(runsOf(graph, id).flatMap(({ launch }) => launch ?? []))]
    const demanding = DEMANDING.filter((one) => launches.includes(one))
    if (demanding.length === 0) return
    report({
      at: '/requiresCompatibilities',
      values: { launch: inWords(demanding, 'and') },
      fix: setMembers(say`Add ${inWords(launches, 'and')} to the compatibilities`, id, {
        '/requiresCompatibilities': launches,
      }),
    })
  },
  examples: () => ({
    valid: {
      named: drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'on EC2, which is what ECS takes anyway': drawing({
        task: ec2Task({ requiresCompatibilities: undefined }),
        web: service({ launchType: 'EC2' }),
      }),
      'a registered definition of which nothing else is drawn': drawing({
        task: element(
          'task-definition',
          {},
          { existing: { arn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7' } },
        ),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'run by nobody': drawing({ task: fargateTask({ requiresCompatibilities: [] }) }),
    },
    invalid: {
      'a service on Fargate': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: undefined }),
          web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/requiresCompatibilities',
      },
      'managed instances, by the service’s strategy, and EC2': {
        design: drawing({
          managed: element('capacity-provider', { name: 'managed', managedInstancesProvider: {} }),
          task: fargateTask({ requiresCompatibilities: [] }),
          web: service({
            capacityProviderStrategy: [{ capacityProvider: '@{managed}', weight: 1 }],
            networkConfiguration: inSubnets,
          }),
          api: service({ serviceName: 'api', launchType: 'EC2', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/requiresCompatibilities',
      },
    },
  }),
})
