import { systemOf } from '../../aws/facts/fargate-sizes'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import type { InstanceGroup } from '../../graph/capacity'
import { nameOf } from '../../graph/graph'
import { instancesFor } from '../../graph/reach'
import { runOf } from '../../graph/runs'
import { definitionOf, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { asgProvider, autoScalingGroup, cluster, instances, managedProvider, onInstances } from './examples'
import { type Demand, demandOf } from './fitting'

const AT = '/taskDefinition'
const runs = (operatingSystemFamily: string) => ({ runtimePlatform: { operatingSystemFamily } })
const windows = (release: string) =>
  instances({
    ImageId: `resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-${release}-English-Core-ECS_Optimized/image_id`,
  })

export const capacityOsMismatch = defineRule({
  id: 'capacity-os-mismatch',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'Some instance runs the operating system of the task',
  message:
    'No instance in cluster “{cluster}” runs {os}, which “{definition}” is made for; add one, or change its operating system family.',
  variants: {
    unsaid:
      '“{definition}” names no operating system, which means Linux, but all instances in cluster “{cluster}” run Windows; name the release.',
  },
  why: 'A container shares the kernel of its instance: Linux containers run on Linux only, and Windows containers on the release of Windows Server that they are built for. ECS places a task on no other instance, so it stays pending.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:task-placement-constraints', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const groups = instancesFor(graph, id)
    const definition = groups && definitionOf(graph, id)
    const home = runOf(graph, id)?.cluster
    // An operating system that there is not is taskdef-os-value.
    if (!definition || home === undefined || runsWindows(definition.spec) === undefined) return
    const demand = demandOf(definition.spec)
    if (!groups.every((group) => runsAnother(group, demand))) return
    const said = Boolean(definition.spec.runtimePlatform?.operatingSystemFamily)
    report({
      at: AT,
      values: {
        cluster: nameOf(graph, home),
        os: demand.family ?? '',
        definition: nameOf(graph, definition.id),
      },
      // Before there was a member for it, Windows tasks were told apart by placement constraints alone.
      ...(!said && { variant: 'unsaid', severity: 'warning' }),
    })
  },
  examples: () => ({
    valid: {
      'Linux on Linux': onInstances({ hosts: instances() }),
      'Windows on the same release': onInstances(
        { hosts: windows('2022') },
        {},
        runs('WINDOWS_SERVER_2022_FULL'),
      ),
      'one of two fits': onInstances(
        { hosts: instances(), others: windows('2019') },
        {},
        runs('WINDOWS_SERVER_2019_CORE'),
      ),
      'an AMI that says nothing': onInstances(
        { hosts: instances({ ImageId: 'ami-0a1b2c3d4e5f60718' }) },
        {},
        runs('WINDOWS_SERVER_2022_CORE'),
      ),
      'an operating system that is not known yet': onInstances({ hosts: instances() }, {}, runs('<os>')),
      'a strategy for other instances than those': onInstances(
        {
          main: cluster({ capacityProviders: ['@{ec2}'] }),
          ec2: asgProvider(),
          workers: autoScalingGroup({
            LaunchTemplateData: {
              InstanceType: 'm7i.large',
              ImageId:
                'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id',
            },
          }),
          hosts: instances(),
        },
        { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: '@{ec2}', weight: 1 }] },
        runs('WINDOWS_SERVER_2022_CORE'),
      ),
    },
    invalid: {
      'Windows on Linux instances': {
        design: onInstances({ hosts: instances() }, {}, runs('WINDOWS_SERVER_2022_CORE')),
        element: 'web',
        at: AT,
      },
      'another release of Windows, beside managed instances, which a launch type does not reach': {
        design: onInstances(
          { hosts: windows('2019'), managed: managedProvider() },
          {},
          runs('WINDOWS_SERVER_2022_CORE'),
        ),
        element: 'web',
        at: AT,
      },
      'nothing said, on Windows instances': {
        design: onInstances({ hosts: windows('2022') }),
        element: 'web',
        at: AT,
        severity: 'warning',
      },
    },
  }),
})

/** Surely: what is not known fits. */
function runsAnother({ os, release }: InstanceGroup, demand: Demand): boolean {
  if (os === undefined || demand.family === undefined) return false
  if (os !== systemOf(demand.family)) return true
  return release !== undefined && demand.release !== undefined && release !== demand.release
}
