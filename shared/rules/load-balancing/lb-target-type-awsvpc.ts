import { defaultTargetType, targetTypes } from '../../aws/facts/target-types'
import { referencesIn } from '../../design/references'
import { service as serviceKind } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import { viewOf } from '../../elements/view'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { givesOwnInterface, isKnown } from '../reading'
import { defineRule } from '../rule'

const withPort = container({ portMappings: [{ containerPort: 80 }] })
const entry = { targetGroupArn: '@{targets}', containerName: 'web', containerPort: 80 }

export const lbTargetTypeAwsvpc = defineRule({
  id: 'lb-target-type-awsvpc',
  severity: 'error',
  on: [serviceKind],
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
    if (givesOwnInterface(graph, id) !== true) return
    spec.loadBalancers?.forEach(({ targetGroupArn }, index) => {
      const group = referencesIn(targetGroupArn ?? '')[0]?.id
      const type = group === undefined ? undefined : targetTypeOf(graph, group)
      if (group === undefined || type === undefined || type === targetTypes.awsvpc) return
      report({
        at: `/loadBalancers/${index}/targetGroupArn`,
        values: { group: nameOf(graph, group), type },
        ...(onlyAddresses(graph, group) && {
          fix: setMembers(`Set the target type of “${nameOf(graph, group)}” to ip`, group, {
            '/TargetType': targetTypes.awsvpc,
          }),
        }),
      })
    })
  },
  examples: {
    valid: {
      'type ip': behind({ TargetType: 'ip' }),
      'instance targets for bridge tasks': drawing({
        task: ec2Task({
          containerDefinitions: [container({ memory: 512, portMappings: [{ containerPort: 80 }] })],
        }),
        targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80 }),
        web: service({ launchType: 'EC2', loadBalancers: [entry] }),
      }),
      'an existing target group whose type the drawing does not know': behind(
        {},
        { arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef' },
      ),
      'a placeholder': behind({ TargetType: '<target-type>' }),
    },
    invalid: {
      instance: {
        design: behind({ TargetType: 'instance' }),
        element: 'web',
        at: '/loadBalancers/0/targetGroupArn',
      },
      'left out, which means instance': {
        design: behind({}),
        element: 'web',
        at: '/loadBalancers/0/targetGroupArn',
      },
      'shared with bridge tasks': {
        design: drawing({
          task: fargateTask({ containerDefinitions: [withPort] }),
          'old-task': ec2Task({ family: 'old', containerDefinitions: [{ ...withPort, memory: 512 }] }),
          targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80 }),
          web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets, loadBalancers: [entry] }),
          old: service({ taskDefinition: '@{old-task}', launchType: 'EC2', loadBalancers: [entry] }),
        }),
        element: 'web',
        at: '/loadBalancers/0/targetGroupArn',
      },
    },
  },
})

function behind(spec: Readonly<Record<string, unknown>>, existing?: Record<string, string>) {
  return drawing({
    task: fargateTask({ containerDefinitions: [withPort] }),
    targets: element(
      'target-group',
      { Name: 'web', Protocol: 'HTTP', Port: 80, ...spec },
      existing === undefined ? {} : { existing },
    ),
    web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets, loadBalancers: [entry] }),
  })
}

/** Undefined for what can't be judged: no target group, a placeholder, or a group in AWS that is drawn without its type. */
function targetTypeOf(graph: Graph, id: string): string | undefined {
  const element = graph.design.elements[id]
  if (element?.kind !== targetGroup.kind) return undefined
  const type = viewOf(targetGroup, element.spec).spec.TargetType
  if (type === undefined) return element.existing ? undefined : defaultTargetType
  return isKnown(type) ? type : undefined
}

/** Does every service that registers in a target group register addresses? */
function onlyAddresses(graph: Graph, group: string): boolean {
  return incoming(graph, group, 'registers').every(({ from }) => givesOwnInterface(graph, from) === true)
}
