import { targetTypes, typesWithoutTasks } from '../../aws/facts/target-types'
import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { behindBalancer, ec2Task, marked, registered, service } from '../examples'
import { setTargetType } from '../fixes-load-balancing'
import { givesOwnInterface } from '../reading'
import { defineRule } from '../rule'
import { bridgeBehindBalancer, differing, ELSEWHERE, GROUP, mapped, withElements } from './examples'
import { registeredGroups, registersOnly, targetTypeOf } from './target-groups'

export const lbTargetTypeAwsvpc = defineRule({
  id: 'lb-target-type-awsvpc',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Tasks in awsvpc mode need a target group of type ip',
  message:
    'Target group “{group}” has target type {type}; tasks in awsvpc mode are registered by address: use ip.',
  why: 'A task in awsvpc mode has an address of its own and no port on an instance, so ECS registers the address. A target group of another type can’t take it, and CreateService refuses the pair. The type can’t be changed later: a target group that exists has to be made anew.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers || givesOwnInterface(graph, id) !== true) return
    for (const { id: group, at } of registeredGroups(graph, id)) {
      const type = targetTypeOf(graph, group)
      // Groups that can hold no task at all are lb-target-type-other.
      if (type === undefined || type === targetTypes.awsvpc || typesWithoutTasks.includes(type)) continue
      report({
        at,
        values: { group: nameOf(graph, group), type },
        ...(registersOnly(graph, group, 'addresses') && {
          fix: setTargetType(graph, group, targetTypes.awsvpc),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'type ip': behindBalancer(),
      'instance targets for bridge tasks': bridgeBehindBalancer(),
      'an existing target group whose type the drawing does not know': marked(typed(undefined), 'targets', {
        existing: { arn: ELSEWHERE },
      }),
      'a placeholder': typed('<target-type>'),
      'a Lambda function’s, which lb-target-type-other reports': typed('lambda'),
    },
    invalid: {
      instance: { design: typed('instance'), element: 'web', at: GROUP },
      'left out, which means instance': { design: typed(undefined), element: 'web', at: GROUP },
      'the alternate of a blue/green deployment': {
        design: alternate(),
        element: 'web',
        at: '/loadBalancers/0/advancedConfiguration/alternateTargetGroupArn',
      },
      'shared with bridge tasks': {
        design: withElements(typed(undefined), {
          'old-task': ec2Task({ family: 'old', containerDefinitions: [mapped({ containerPort: 80 })] }),
          old: service({
            serviceName: 'old',
            taskDefinition: '@{old-task}',
            launchType: 'EC2',
            loadBalancers: [registered],
          }),
        }),
        element: 'web',
        at: GROUP,
      },
    },
  }),
})

function typed(TargetType: string | undefined) {
  return differing(behindBalancer(), { targets: { TargetType } })
}

function alternate() {
  const advancedConfiguration = { alternateTargetGroupArn: '@{green}' }
  const design = behindBalancer({ loadBalancers: [{ ...registered, advancedConfiguration }] })
  const { targets } = typed('instance').elements
  return targets ? withElements(design, { green: targets }) : design
}
