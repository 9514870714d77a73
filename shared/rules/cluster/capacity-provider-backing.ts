/** What stands behind a capacity provider: an Auto Scaling group, or ECS Managed Instances. */
import { refer } from '../../design/references'
import { autoScalingGroup as groupKind } from '../../elements/auto-scaling-group'
import { capacityProvider } from '../../elements/capacity-provider'
import { containerInstance } from '../../elements/container-instance'
import { providersOf } from '../../graph/capacity'
import { type Graph, nameOf, onlyDrawn, sourcesOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isWritten } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { asgProvider, autoScalingGroup, instances, launchTemplate, managedProvider } from './examples'

const MANAGED = '/managedInstancesProvider'
const GROUP = '/autoScalingGroupProvider/autoScalingGroupArn'
const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
  checked: '2026-11-26',
}

export const capacityProviderBacking = ruleFamily([
  defineRule({
    id: 'capacity-provider-kind',
    severity: 'error',
    on: [capacityProvider],
    title: 'A capacity provider has an Auto Scaling group or managed instances',
    message: 'Nothing stands behind “{provider}”; give it an Auto Scaling group or managed instances.',
    variants: {
      both: '“{provider}” has an Auto Scaling group and managed instances, and can have one of them only.',
    },
    why: 'A capacity provider brings machines of one make: those of a group that you describe in EC2, or those that ECS picks and looks after. CreateCapacityProvider takes exactly one of the two.',
    sources: [page],
    check({ id, element, graph, report }) {
      if (element.existing) return
      const group = !isAbsent(element.spec.autoScalingGroupProvider)
      const managed = !isAbsent(element.spec.managedInstancesProvider)
      if (group !== managed) return
      const values = { provider: nameOf(graph, id) }
      report(group ? { at: MANAGED, variant: 'both', values } : { at: '', values })
    },
    examples: () => ({
      valid: {
        'an Auto Scaling group': drawing({ ec2: asgProvider(), workers: autoScalingGroup() }),
        'managed instances': drawing({ managed: managedProvider({ cluster: 'main' }) }),
        'one, and an empty other': drawing({
          ec2: asgProvider({ managedInstancesProvider: {} }),
          workers: autoScalingGroup(),
        }),
        'one that is in AWS already': drawing({
          ec2: element('capacity-provider', { name: 'ec2' }, { existing: { name: 'ec2' } }),
        }),
      },
      invalid: {
        neither: {
          design: drawing({ ec2: element('capacity-provider', { name: 'ec2' }) }),
          element: 'ec2',
          at: '',
        },
        both: {
          design: drawing({
            ec2: asgProvider({
              managedInstancesProvider: {
                infrastructureRoleArn: '<infrastructure-role-arn>',
                instanceLaunchTemplate: launchTemplate,
              },
            }),
            workers: autoScalingGroup(),
          }),
          element: 'ec2',
          at: MANAGED,
        },
      },
    }),
  }),

  defineRule({
    id: 'capacity-asg-required',
    severity: 'error',
    on: [capacityProvider],
    needs: ['/autoScalingGroupProvider'],
    title: 'A capacity provider names its Auto Scaling group',
    message: 'Capacity provider “{provider}” does not say which Auto Scaling group it is for; connect one.',
    why: 'The group is where the instances come from, and CreateCapacityProvider asks for its ARN or name. Where instances are drawn as those of the provider, its group is known to be there, although it is not drawn.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      if (isAbsent(spec.autoScalingGroupProvider) || element.existing || isWritten(element, GROUP)) return
      if (bringsDrawnInstances(graph, id)) return
      const fix = onlyGroup(graph, id)
      report({ at: GROUP, values: { provider: nameOf(graph, id) }, ...(fix && { fix }) })
    },
    examples: () => ({
      valid: {
        'one that is drawn': drawing({ ec2: asgProvider(), workers: autoScalingGroup() }),
        'one that is not drawn': drawing({ ec2: asgProvider({}, { autoScalingGroupArn: 'workers' }) }),
        'a placeholder': drawing({ ec2: asgProvider({}, { autoScalingGroupArn: '<arn>' }) }),
        'the instances are drawn instead': drawing({
          ec2: nameless(),
          hosts: instances({ cluster: 'main', capacityProviderName: '@{ec2}' }),
        }),
        'managed instances': drawing({ managed: managedProvider({ cluster: 'main' }) }),
      },
      invalid: {
        'beside a group that no provider uses': {
          design: drawing({ ec2: nameless(), workers: autoScalingGroup() }),
          element: 'ec2',
          at: GROUP,
        },
        'with no group to name': { design: drawing({ ec2: nameless() }), element: 'ec2', at: GROUP },
      },
    }),
  }),
])

function nameless() {
  return asgProvider({ autoScalingGroupProvider: { managedScaling: { status: 'ENABLED' } } })
}

function bringsDrawnInstances(graph: Graph, provider: string): boolean {
  return sourcesOf(graph, provider, 'provides', containerInstance.kind).length > 0
}

/** The only group that is drawn, unless another provider has it. */
function onlyGroup(graph: Graph, id: string): Fix | undefined {
  const only = onlyDrawn(graph, groupKind.kind)
  if (only === undefined || providersOf(graph, only).length > 0) return undefined
  return setMembers(say`Connect Auto Scaling group “${nameOf(graph, only)}”`, id, { [GROUP]: refer(only) })
}
