import { PROXY_MEMORY } from '../../aws/facts/service-connect'
import { parseMemory } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import { service as serviceKind } from '../../elements/service'
import { runOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { container, onEc2, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { type ContainerSpec, definitionOf } from '../reading'
import { defineRule } from '../rule'

const AT = '/serviceConnectConfiguration'
const connect = { serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }

export const serviceConnectTaskMemory = defineRule({
  id: 'service-connect-task-memory',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'With Service Connect a task has memory for the proxy',
  message:
    'The task definition limits the memory of its containers, but not that of the task, which the Service Connect proxy lives on; set the task memory to {wanted} MiB or more.',
  variants: {
    full: 'The containers may take all of the task’s {memory} MiB, and nothing is left for the Service Connect proxy; set the task memory to {wanted} MiB or more.',
  },
  why: 'ECS adds the proxy to each task as one more container. It lives on what the task’s limits leave after the containers’ own, so on EC2, too, the task needs a limit, and one above the sum of the containers.',
  sources: [{ ref: 'DG-2023:service-connect', checked: '2026-11-26' }],
  check({ id, spec, graph, report }) {
    if (spec.serviceConnectConfiguration?.enabled !== true || runOf(graph, id)?.launch !== 'EC2') return
    const definition = definitionOf(graph, id)
    const containers = definition?.spec.containerDefinitions ?? []
    // A container without any size is an error of its own while the task has none either.
    if (!definition || containers.length === 0) return
    const limits = sum(containers, ({ memory }) => memory)
    const written = definition.spec.memory
    const memory = written ? parseMemory(written) : undefined
    if (written ? memory === undefined || limits < memory : !containers.every(hasSize)) return
    const wanted =
      sum(containers, ({ memory, memoryReservation }) => memory || memoryReservation) + PROXY_MEMORY
    report({
      at: AT,
      values: { wanted, memory: memory ?? 0 },
      ...(written && { variant: 'full' }),
      fix: setMembers(say`Set the task memory to ${wanted} MiB`, definition.id, {
        '/memory': toText(wanted),
      }),
    })
  },
  examples: () => ({
    valid: {
      'room for the proxy': onEc2(connect, { memory: '640' }),
      'a container that may use what is left': onEc2(connect, {
        memory: '512',
        containerDefinitions: [container({ memoryReservation: 512 })],
      }),
      'on Fargate, where every task has a size': onFargate(connect),
      'a placeholder': onEc2(connect, { memory: '<memory>' }),
      'no Service Connect': onEc2(),
    },
    invalid: {
      'no task memory': { design: onEc2(connect), element: 'web', at: AT },
      'all of it for the containers': {
        design: onEc2(connect, {
          memory: '1 GB',
          containerDefinitions: [container({ memory: 512 }), container({ name: 'cache', memory: 512 })],
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

function sum(
  containers: readonly ContainerSpec[],
  of: (container: ContainerSpec) => number | undefined,
): number {
  return containers.reduce((total, one) => total + (of(one) ?? 0), 0)
}

function hasSize({ memory, memoryReservation }: ContainerSpec): boolean {
  return Boolean(memory || memoryReservation)
}
