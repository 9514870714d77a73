import { targetTypes } from '../../aws/facts/target-types'
import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { behindBalancer } from '../examples'
import { setTargetType } from '../fixes-load-balancing'
import { givesOwnInterface } from '../reading'
import { defineRule } from '../rule'
import { bridgeBehindBalancer, differing, GROUP, mapped } from './examples'
import { networkModeOfService } from './served'
import { registeredGroups, registersOnly, targetTypeOf } from './target-groups'

export const lbTargetTypeBridge = defineRule({
  id: 'lb-target-type-bridge',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Tasks in bridge or host mode need a target group of type instance',
  message:
    'Target group “{group}” has target type ip, and in {mode} mode tasks are reached by their instance; use instance.',
  why: 'Without a network interface of its own a task has no address. ECS registers the container instance and a host port, which a target group of type ip refuses. The type can’t be changed later: a target group that exists has to be made anew.',
  sources: [
    { ref: 'ERR:hashicorp/terraform-provider-aws#12252', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    // An external instance is no target at all: lb-external.
    if (!spec.loadBalancers || spec.launchType === 'EXTERNAL' || givesOwnInterface(graph, id) !== false)
      return
    const mode = networkModeOfService(graph, id)
    // Without a network it is lb-network-none.
    if (mode === undefined || mode === 'none') return
    // Managed instances have no bridge, whatever the target type is: network-managed-mode.
    if (mode === 'bridge' && runOf(graph, id)?.launch === 'MANAGED_INSTANCES') return
    for (const { id: group, at } of registeredGroups(graph, id)) {
      if (targetTypeOf(graph, group) !== targetTypes.awsvpc) continue
      report({
        at,
        values: { group: nameOf(graph, group), mode },
        ...(registersOnly(graph, group, 'instances') && {
          fix: setTargetType(graph, group, targetTypes.bridge),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      instance: bridgeBehindBalancer(),
      'left out, which means instance': differing(bridgeBehindBalancer(), {
        targets: { TargetType: undefined },
      }),
      'ip targets for awsvpc tasks': behindBalancer(),
      'bridge mode on managed instances, which network-managed-mode reports': differing(ip(), {
        web: { launchType: 'MANAGED_INSTANCES' },
        task: { requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'bridge' },
      }),
      'a placeholder for the network mode': differing(ip(), { task: { networkMode: '<mode>' } }),
    },
    invalid: {
      'in bridge mode, the default': { design: ip(), element: 'web', at: GROUP },
      'in host mode': {
        design: differing(ip(), {
          task: { networkMode: 'host', containerDefinitions: [mapped({ containerPort: 80 })] },
        }),
        element: 'web',
        at: GROUP,
      },
    },
  }),
})

function ip() {
  return differing(bridgeBehindBalancer(), { targets: { TargetType: 'ip' } })
}
