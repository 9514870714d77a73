import { type InstanceType, instanceType } from '../../aws/facts/instance-types'
import { UNITS_PER_VCPU } from '../../aws/facts/task-size'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { nameOf } from '../../graph/graph'
import { instancesFor } from '../../graph/reach'
import { type Reserved, reservedBy } from '../../graph/reserved'
import { container } from '../examples'
import { definitionOf, isAbsent } from '../reading'
import { defineRule } from '../rule'
import { asgProvider, autoScalingGroup, cluster, instances, onInstances } from './examples'

const AT = '/taskDefinition'
const small = instances({ InstanceType: 't3.small' })

export const capacityTaskDoesNotFit = defineRule({
  id: 'capacity-task-does-not-fit',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'Some instance has room for a task',
  message:
    'A task of “{definition}” needs {cpu} CPU units and {memory} MiB, and {type}, the largest instance type in reach, has {units} and {most} MiB; take a larger one, or make the task smaller.',
  variants: {
    full: 'A task of “{definition}” needs all {memory} MiB of {type}, of which the system keeps some; take a larger type, or make the task smaller.',
  },
  why: 'ECS places a task on an instance that has its CPU and memory left; the soft limit counts where there is one. A task that is larger than every instance is never placed. Instances register less memory than their type has, because the kernel and the agent need some.',
  sources: [
    { ref: 'DG-2023:memory-management', checked: '2026-11-26' },
    { ref: 'DG-2023:task-cpu-memory-error', checked: '2026-11-21' },
  ],
  check({ id, element, graph, report }) {
    const groups = instancesFor(graph, id)
    const definition = groups && definitionOf(graph, id)
    // Overrides can change every size.
    if (!definition || !isAbsent(element.spec.overrides)) return
    const types = groups.flatMap((group) => (group.types.length > 0 ? group.types : [''])).map(instanceType)
    const known = types.filter((type) => type !== undefined)
    const need = reservedBy(definition.spec)
    if (known.length < types.length || known.some((type) => fits(type, need, false))) return
    const full = known.find((type) => fits(type, need, true))
    const largest = full ?? known.reduce((best, type) => (type.memory > best.memory ? type : best))
    const { cpu = 0, memory = 0 } = need
    report({
      at: AT,
      values: {
        definition: nameOf(graph, definition.id),
        cpu,
        memory,
        type: largest.name,
        units: largest.vcpus * UNITS_PER_VCPU,
        most: largest.memory,
      },
      ...(full && { variant: 'full', severity: 'warning' }),
    })
  },
  examples: () => ({
    valid: {
      'a gibibyte of two': onInstances({ hosts: small }, {}, { memory: '1024' }),
      'just below all of it': onInstances({ hosts: small }, {}, { memory: '2047', cpu: '2048' }),
      'the soft limit counts': onInstances(
        { hosts: small },
        {},
        { containerDefinitions: [container({ memory: 4096, memoryReservation: 512 })] },
      ),
      'one of two types has room': onInstances(
        { hosts: small, others: instances({ InstanceType: 'm7i.xlarge' }) },
        {},
        { memory: '8192' },
      ),
      'a type that the table does not hold': onInstances(
        { hosts: instances({ InstanceType: 'x2iedn.xlarge' }) },
        {},
        { memory: '65536' },
      ),
      'types that are not drawn': onInstances(
        {
          main: cluster({ capacityProviders: ['@{ec2}'] }),
          ec2: asgProvider(),
          workers: autoScalingGroup({ LaunchTemplateData: undefined }),
          hosts: small,
        },
        {},
        { memory: '8192' },
      ),
      'a size that is not known yet': onInstances({ hosts: small }, {}, { memory: '<memory>' }),
    },
    invalid: {
      'four times the memory': {
        design: onInstances({ hosts: small }, {}, { memory: '8 GB' }),
        element: 'web',
        at: AT,
      },
      'more processors than there are': {
        design: onInstances({ hosts: small }, {}, { cpu: '4 vCPU', memory: '512' }),
        element: 'web',
        at: AT,
      },
      'containers that are too much together, on the group of a capacity provider': {
        design: onInstances(
          {
            main: cluster({ capacityProviders: ['@{ec2}'] }),
            ec2: asgProvider(),
            workers: autoScalingGroup(),
          },
          { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: '@{ec2}', weight: 1 }] },
          {
            containerDefinitions: [container({ memory: 6144 }), container({ name: 'cache', memory: 6144 })],
          },
        ),
        element: 'web',
        at: AT,
      },
      'all of the memory': {
        design: onInstances({ hosts: small }, {}, { memory: '2048' }),
        element: 'web',
        at: AT,
        severity: 'warning',
      },
    },
  }),
})

/** What can't be read takes no room. `all`: even if nothing is left for the system. */
function fits(type: InstanceType, { cpu = 0, memory = 0 }: Reserved, all: boolean): boolean {
  return cpu <= type.vcpus * UNITS_PER_VCPU && (all ? memory <= type.memory : memory < type.memory)
}
