import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import type { Graph } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { removeMember } from '../fixes'
import { definitionOf, givesOwnInterface, isAbsent } from '../reading'
import { defineRule } from '../rule'

const AT = '/networkConfiguration'

export const networkConfigNotAwsvpc = defineRule({
  id: 'network-config-not-awsvpc',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/networkConfiguration/awsvpcConfiguration'],
  title: 'Only tasks in awsvpc mode take a network configuration',
  message:
    'These tasks get no network interface of their own, so they take no network configuration; remove it.',
  why: 'Subnets and security groups of a service belong to the interfaces that ECS makes for tasks in awsvpc mode. In the other modes tasks use the network of their instance, and CreateService and RunTask refuse the configuration.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:muya/amazon-ecs-run-task#7', checked: '2026-11-26' },
  ],
  check({ id, spec, graph, report }) {
    if (isAbsent(spec.networkConfiguration?.awsvpcConfiguration)) return
    if (givesOwnInterface(graph, id) !== false) return
    // Where the mode itself is wrong network-managed-mode says so, and mends it.
    if (runOf(graph, id)?.launch === 'MANAGED_INSTANCES' && modeOf(graph, id) === 'bridge') return
    report({ at: AT, fix: removeMember('Remove the network configuration', id, AT) })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'bridge, with an empty configuration': drawing({
        task: ec2Task(),
        web: service({ launchType: 'EC2', networkConfiguration: { awsvpcConfiguration: {} } }),
      }),
      'no mode and no launch type: it can’t be told': drawing({
        task: ec2Task({ requiresCompatibilities: undefined }),
        web: service({ networkConfiguration: inSubnets }),
      }),
      'bridge on managed instances, which network-managed-mode reports': drawing({
        managed: element('capacity-provider', { name: 'managed', managedInstancesProvider: {} }),
        task: ec2Task({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'bridge' }),
        web: service({
          capacityProviderStrategy: [{ capacityProvider: '@{managed}', weight: 1 }],
          networkConfiguration: inSubnets,
        }),
      }),
      'bridge on Fargate, which network-fargate-awsvpc reports': drawing({
        task: fargateTask({ networkMode: 'bridge' }),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
    },
    invalid: {
      'a service in bridge mode': {
        design: drawing({
          task: ec2Task(),
          web: service({ launchType: 'EC2', networkConfiguration: inSubnets }),
        }),
        element: 'web',
        at: AT,
      },
      'a task in host mode': {
        design: drawing({
          task: ec2Task({ networkMode: 'host' }),
          nightly: element('task', {
            taskDefinition: '@{task}',
            launchType: 'EC2',
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'nightly',
        at: AT,
      },
      'on external instances': {
        design: drawing({
          task: ec2Task({ requiresCompatibilities: ['EXTERNAL'] }),
          web: service({ launchType: 'EXTERNAL', networkConfiguration: inSubnets }),
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

function modeOf(graph: Graph, runner: string): string | undefined {
  return definitionOf(graph, runner)?.spec.networkMode
}
