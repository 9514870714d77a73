/** What a service must say about its tasks: which they are, and how many. */
import { refer } from '../../design/references'
import { service as serviceKind } from '../../elements/service'
import { nameOf, onlyDrawn } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, ec2Task, fargateTask, inSubnets, onEc2, onFargate, service } from '../examples'
import { setMembers } from '../fixes'
import { LEAST_TASKS } from '../fixes-scaling'
import { isWritten } from '../reading'
import { controllerOf, schedulingOf } from '../rollout'
import { defineRule, ruleFamily } from '../rule'

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  checked: '2026-11-26',
}

export const serviceRequired = ruleFamily([
  defineRule({
    id: 'service-task-definition',
    severity: 'error',
    on: [serviceKind],
    title: 'A service runs one task definition',
    message: 'The service has no task definition, so there is nothing to run; connect one.',
    why: 'A service keeps copies of one task definition running. Only with an external deployment controller do its task sets name theirs.',
    sources: [page],
    check({ id, element, spec, graph, report }) {
      if (isWritten(element, '/taskDefinition') || element.existing) return
      const controller = controllerOf(spec)
      if (controller === undefined || controller === 'EXTERNAL') return
      const only = onlyDrawn(graph, 'task-definition')
      report({
        at: '/taskDefinition',
        ...(only !== undefined && {
          fix: setMembers(say`Run “${nameOf(graph, only)}”`, id, { '/taskDefinition': refer(only) }),
        }),
      })
    },
    examples: () => ({
      valid: {
        'one that is drawn': onFargate(),
        'one that is not drawn': onFargate({ taskDefinition: 'web:7' }),
        'an external controller, whose task sets name it': onFargate({
          deploymentController: { type: 'EXTERNAL' },
          taskDefinition: undefined,
        }),
        'a placeholder': onFargate({ taskDefinition: '<task definition>' }),
      },
      invalid: {
        'with a single one on the canvas': {
          design: onFargate({ taskDefinition: undefined }),
          element: 'web',
          at: '/taskDefinition',
        },
        'with two to choose from': {
          design: drawing({
            one: fargateTask({ family: 'one' }),
            two: ec2Task({ family: 'two' }),
            web: service({ taskDefinition: '', launchType: 'FARGATE', networkConfiguration: inSubnets }),
          }),
          element: 'web',
          at: '/taskDefinition',
        },
      },
    }),
  }),
  defineRule({
    id: 'service-desired-count',
    severity: 'error',
    on: [serviceKind],
    title: 'A replica service says how many tasks it keeps running',
    message: 'Say how many tasks the service keeps running; 0 is allowed.',
    variants: { negative: 'A service can’t run {count} tasks; give 0 or more.' },
    why: 'REPLICA means a number of tasks, and CreateService asks for it. A daemon needs none: it runs one task on each container instance.',
    sources: [page],
    check({ id, element, spec, report }) {
      const at = '/desiredCount'
      const fix = setMembers(say`Keep ${LEAST_TASKS} tasks running`, id, { [at]: LEAST_TASKS })
      const count = spec.desiredCount
      if (count !== undefined && count < 0) report({ at, values: { count }, variant: 'negative', fix })
      if (isWritten(element, at) || element.existing) return
      const controller = controllerOf(spec)
      if (controller === undefined || controller === 'EXTERNAL' || schedulingOf(spec) !== 'REPLICA') return
      report({ at, fix })
    },
    examples: () => ({
      valid: {
        'two tasks': onFargate({ desiredCount: 2 }),
        'no task for now': onFargate({ desiredCount: 0 }),
        'a daemon': onEc2({ schedulingStrategy: 'DAEMON', desiredCount: undefined }),
        'a placeholder': onFargate({ desiredCount: '<number of tasks>' }),
      },
      invalid: {
        'no number': { design: onFargate({ desiredCount: undefined }), element: 'web', at: '/desiredCount' },
        'a negative number': { design: onFargate({ desiredCount: -1 }), element: 'web', at: '/desiredCount' },
      },
    }),
  }),
])
