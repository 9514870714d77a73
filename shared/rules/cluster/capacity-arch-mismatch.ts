import type { Architecture } from '../../aws/facts/instance-types'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf } from '../../graph/graph'
import { instancesFor } from '../../graph/reach'
import { runOf, runsOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { type Definition, definitionOf, runsWindows } from '../reading'
import { defineRule, type Fix } from '../rule'
import { cluster, instances, onInstances } from './examples'
import { demandOf, wantsWindows } from './fitting'

const AT = '/taskDefinition'
const onArm = { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }
const onX86 = { runtimePlatform: { cpuArchitecture: 'X86_64' } }

export const capacityArchMismatch = defineRule({
  id: 'capacity-arch-mismatch',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'Some instance has the processor of the task',
  message:
    '“{definition}” is built for {architecture}, and cluster “{cluster}” has {other} instances only; add matching ones, or change the architecture.',
  variants: {
    unsaid:
      '“{definition}” names no processor architecture, which means X86_64, but cluster “{cluster}” has {other} instances only; name it.',
  },
  why: 'An image runs on the processors that it was built for. ECS places a task that names its architecture on matching instances only, and on others it stays pending. One that names none may be placed, and fails unless its image is built for both.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    const groups = instancesFor(graph, id)
    const definition = groups && definitionOf(graph, id)
    const home = runOf(graph, id)?.cluster
    if (!definition || home === undefined) return
    // Windows on another processor is taskdef-windows-arm.
    if (runsWindows(definition.spec) && definition.spec.runtimePlatform?.cpuArchitecture === 'ARM64') return
    const { architecture } = demandOf(definition.spec)
    const [other] = groups.map((group) => group.architecture)
    if (architecture === undefined || other === undefined || other === architecture) return
    if (!groups.every((group) => group.architecture === other)) return
    const fix = changeFix(graph, definition, other)
    report({
      at: AT,
      values: { definition: nameOf(graph, definition.id), architecture, other, cluster: nameOf(graph, home) },
      // It is placed, and runs if its image is built for several architectures.
      ...(!definition.spec.runtimePlatform?.cpuArchitecture && { variant: 'unsaid', severity: 'warning' }),
      ...(fix && { fix }),
    })
  },
  examples: () => ({
    valid: {
      'ARM64 on Graviton': onInstances({ hosts: instances({ InstanceType: 'm7g.large' }) }, {}, onArm),
      'nothing said, on x86 instances': onInstances({ hosts: instances() }),
      'one of two fits': onInstances(
        { hosts: instances(), others: instances({ InstanceType: 'c7g.large' }) },
        {},
        onArm,
      ),
      'an instance type that is not known yet': onInstances(
        { hosts: instances({ InstanceType: '<instance-type>' }) },
        {},
        onArm,
      ),
      'a cluster with instances that are not drawn': onInstances(
        { main: cluster({ capacityProviders: ['graviton'] }), hosts: instances() },
        {},
        onArm,
      ),
    },
    invalid: {
      'ARM64 on x86 instances': {
        design: onInstances({ hosts: instances({ InstanceType: 'm5.large' }) }, {}, onArm),
        element: 'web',
        at: AT,
      },
      'X86_64 on Graviton': {
        design: onInstances({ hosts: instances({ InstanceType: 'm7g.large' }) }, {}, onX86),
        element: 'web',
        at: AT,
      },
      'nothing said, on Graviton': {
        design: onInstances({ hosts: instances({ InstanceType: 't4g.medium' }) }),
        element: 'web',
        at: AT,
        severity: 'warning',
      },
    },
  }),
})

/** Only where nothing else runs the definition, for which the change could be wrong. */
function changeFix(graph: Graph, { id, spec }: Definition, architecture: Architecture): Fix | undefined {
  if (runsOf(graph, id).length > 1) return undefined
  if (architecture === 'ARM64' && wantsWindows(demandOf(spec)) !== false) return undefined
  return setMembers(say`Change the architecture of “${nameOf(graph, id)}” to ${architecture}`, id, {
    '/runtimePlatform/cpuArchitecture': architecture,
  })
}
