/** Daemons: one task on each container instance, which leaves little else to say. */
import { defaultPercents } from '../../aws/facts/deployments'
import { schedulingStrategies } from '../../aws/facts/services'
import { setAt } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { onEc2, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { limitRule, oneOfValues } from '../limits'
import { isAbsent, runsOnFargate } from '../reading'
import { schedulingOf } from '../rollout'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { daemon } from './examples'

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  checked: '2026-11-26',
}

const MAXIMUM = '/deploymentConfiguration/maximumPercent'
const MINIMUM = '/deploymentConfiguration/minimumHealthyPercent'

export const scheduling = ruleFamily([
  limitRule({
    id: 'service-scheduling-value',
    severity: 'error',
    on: [serviceKind],
    title: 'The scheduling strategy is REPLICA or DAEMON',
    message: '“{value}” is no scheduling strategy; use REPLICA or DAEMON.',
    why: 'REPLICA keeps a number of tasks running, DAEMON one on every container instance. There is no third way, and CreateService refuses other words.',
    sources: [page],
    path: '/schedulingStrategy',
    limit: oneOfValues(schedulingStrategies),
    examples: () => ({
      valid: {
        'left out, which means REPLICA': onFargate(),
        'a daemon': daemon(),
        'a placeholder': onFargate({ schedulingStrategy: '<strategy>' }),
      },
      invalid: {
        'in lower case': {
          design: daemon({ schedulingStrategy: 'daemon' }),
          element: 'web',
          at: '/schedulingStrategy',
        },
        'another word': {
          design: onFargate({ schedulingStrategy: 'SINGLETON' }),
          element: 'web',
          at: '/schedulingStrategy',
        },
      },
    }),
  }),

  defineRule({
    id: 'service-daemon-desired-count',
    severity: 'warning',
    on: [serviceKind],
    needs: ['/schedulingStrategy'],
    title: 'A daemon has no desired count',
    message: 'A daemon runs one task on each container instance; the desired count of {count} has no effect.',
    why: 'The number of a daemon’s tasks follows from the number of instances that fit. ECS looks at no other number.',
    sources: [page, { ref: 'CDK:DaemonModeLaunchesTask', checked: '2026-11-21' }],
    check({ id, spec, report }) {
      if (schedulingOf(spec) !== 'DAEMON' || spec.desiredCount === undefined) return
      report({
        at: '/desiredCount',
        values: { count: spec.desiredCount },
        fix: removeMember('Remove the desired count', id, '/desiredCount'),
      })
    },
    examples: () => ({
      valid: { 'no count': daemon(), 'a replica service': onEc2({ desiredCount: 3 }) },
      invalid: {
        'three tasks': { design: daemon({ desiredCount: 3 }), element: 'web', at: '/desiredCount' },
      },
    }),
  }),

  defineRule({
    id: 'service-daemon-max-percent',
    severity: 'error',
    on: [serviceKind],
    needs: ['/schedulingStrategy'],
    title: 'A daemon’s maximumPercent is 100',
    message: 'A daemon can’t run {percent} % of one task on an instance; set maximumPercent to {wanted}.',
    why: 'There is never a second task of a daemon on an instance, so ECS stops the old one before it starts the new one. How many instances wait for that at a time is what minimumHealthyPercent says.',
    sources: [
      { ref: 'CDK:MustBeMaximumPercentDaemon', checked: '2026-11-21' },
      { ref: 'DG-2023:ecs_services', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      const percent = spec.deploymentConfiguration?.maximumPercent
      const wanted = defaultPercents.DAEMON.maximum
      if (percent === undefined || percent === wanted || schedulingOf(spec) !== 'DAEMON') return
      // Fargate has no daemons at all: service-daemon-fargate.
      if (runsOnFargate(graph, id)) return
      report({ at: MAXIMUM, values: { percent, wanted }, fix: toMaximum(id) })
    },
    examples: () => ({
      valid: {
        'a maximum of 100': daemon({
          deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
        }),
        'left out': daemon(),
        'on Fargate, which service-daemon-fargate reports': onFargate({
          schedulingStrategy: 'DAEMON',
          desiredCount: undefined,
          deploymentConfiguration: { maximumPercent: 200 },
        }),
        'a replica service with 200': onEc2({ deploymentConfiguration: { maximumPercent: 200 } }),
      },
      invalid: {
        'a maximum of 200': {
          design: daemon({ deploymentConfiguration: { maximumPercent: 200 } }),
          element: 'web',
          at: MAXIMUM,
        },
        'with a minimum that leaves no room then': {
          design: daemon({ deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 150 } }),
          element: 'web',
          at: MAXIMUM,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-daemon-placement',
    severity: 'error',
    on: [serviceKind],
    needs: ['/schedulingStrategy'],
    title: 'A daemon has no placement strategy',
    message: 'A daemon runs on every container instance, so there is nothing to place; remove the strategy.',
    why: 'A placement strategy picks an instance for the next task. A daemon’s task goes to each of them. Placement constraints are something else: they say which instances the daemon is for.',
    sources: [page, { ref: 'CDK:CantConfigurePlacementStrategies', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.placementStrategy) || schedulingOf(spec) !== 'DAEMON') return
      // On Fargate service-placement-fargate says it.
      if (runsOnFargate(graph, id)) return
      report({
        at: '/placementStrategy',
        fix: removeMember('Remove the placement strategy', id, '/placementStrategy'),
      })
    },
    examples: () => ({
      valid: {
        'a placement constraint': daemon({
          placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }],
        }),
        'an empty list': daemon({ placementStrategy: [] }),
        'a replica service': onEc2({ placementStrategy: [{ type: 'binpack', field: 'memory' }] }),
      },
      invalid: {
        'spread by zone': {
          design: daemon({
            placementStrategy: [{ type: 'spread', field: 'attribute:ecs.availability-zone' }],
          }),
          element: 'web',
          at: '/placementStrategy',
        },
      },
    }),
  }),
])

function toMaximum(id: string): Fix {
  const { minimum, maximum } = defaultPercents.DAEMON
  return {
    title: say`Set maximumPercent to ${maximum}`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      setAt(spec, MAXIMUM, maximum)
      const { minimumHealthyPercent } = spec.deploymentConfiguration as { minimumHealthyPercent?: unknown }
      if (minimumHealthyPercent === maximum) setAt(spec, MINIMUM, minimum)
    },
  }
}
