/** Changing a task definition to awsvpc, where that asks for no further decision. */
import { windowsWithoutAwsvpc } from '../../aws/facts/network-modes'
import { targetTypes } from '../../aws/facts/target-types'
import { isObject } from '../../basics/json'
import { service } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import { task } from '../../elements/task'
import type { Graph } from '../../graph/graph'
import { launchTypesOf, type Run, runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf } from '../../graph/traffic'
import { portMappingsOf, protocolOf } from '../ports'
import { isAbsent, type TaskDefinitionSpec } from '../reading'
import type { Fix } from '../rule'

/**
 * Would everything else still be right with awsvpc? Services need subnets then, and other target groups; external
 * instances have no awsvpc; and its containers share one network, without links or host names of their own.
 */
export function canBecomeAwsvpc(graph: Graph, id: string, spec: TaskDefinitionSpec): boolean {
  if (launchTypesOf(graph, id).has('EXTERNAL')) return false
  if (windowsWithoutAwsvpc.includes(spec.runtimePlatform?.operatingSystemFamily ?? '')) return false
  return sharesOneNetwork(spec) && runsOf(graph, id).every((run) => isReady(graph, run))
}

/** Do its containers get by with one network for all of them, without links or host names of their own? */
export function sharesOneNetwork(spec: TaskDefinitionSpec): boolean {
  const containers = spec.containerDefinitions ?? []
  const apart = containers.some(
    ({ links, hostname, extraHosts }) => !isAbsent(links) || !isAbsent(hostname) || !isAbsent(extraHosts),
  )
  const ports = portMappingsOf(spec).map(({ mapping }) => `${mapping.containerPort} ${protocolOf(mapping)}`)
  return !apart && new Set(ports).size === ports.length
}

/** Fargate has no other mode. Elsewhere subnets must be named, and targets be registered by their addresses. */
function isReady(graph: Graph, { runner, launch }: Run): boolean {
  if (launch === 'FARGATE') return true
  const asService = specOf(graph, service, runner)
  const { networkConfiguration } = asService ?? specOf(graph, task, runner) ?? {}
  return (
    !isAbsent(networkConfiguration?.awsvpcConfiguration?.subnets) &&
    frontsOf(graph, runner).every((front) => takesAddresses(graph, front))
  )
}

/** Are tasks with addresses of their own what a load balancer's entry registers already? */
function takesAddresses(graph: Graph, { targetGroup: group }: Front): boolean {
  return specOf(graph, targetGroup, group)?.TargetType === targetTypes.awsvpc
}

/** Sets the mode, and takes away host ports that it doesn't have. */
export function awsvpcFix(id: string): Fix {
  return {
    title: 'Set the network mode to awsvpc, with host ports equal to container ports',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      spec.networkMode = 'awsvpc'
      for (const mapping of mappingsOf(spec)) {
        if (mapping.hostPort !== mapping.containerPort) delete mapping.hostPort
      }
    },
  }
}

/** The port mappings of a mutable spec, whatever shape the rest of it has. */
function mappingsOf(spec: Record<string, unknown>): Record<string, unknown>[] {
  const containers = Array.isArray(spec.containerDefinitions) ? spec.containerDefinitions : []
  return containers
    .filter(isObject)
    .flatMap(({ portMappings }) => (Array.isArray(portMappings) ? portMappings.filter(isObject) : []))
}
