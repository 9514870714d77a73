import { service as serviceKind } from '../../elements/service'
import { mostInstances } from '../../graph/capacity'
import type { Graph } from '../../graph/graph'
import { instancesFor } from '../../graph/reach'
import { runOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, element, service } from '../examples'
import { type PlacedMapping, portMappingsOf, staticHostPort } from '../ports'
import { definitionOf, networkModeOf, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { mostTasks } from '../scaling/policies'
import { dynamicPortFix } from './dynamic-port'

const AT = '/desiredCount'

export const portStaticDensity = defineRule({
  id: 'port-static-density',
  severity: 'warning',
  on: [serviceKind],
  title: 'Tasks with a fixed host port need an instance each',
  message:
    'Host port {port} is free once on each instance, so of {tasks} tasks only {instances} find a place; use dynamic ports or awsvpc.',
  why: 'A host port belongs to one task of an instance. Further tasks of the same definition wait until there are more instances, and a rollout that starts new tasks before it ends the old ones waits as well.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, graph, report }) {
    if (runOf(graph, id)?.launch !== 'EC2') return
    const definition = definitionOf(graph, id)
    const fixed = definition ? fixedPorts(definition.spec) : []
    const [first] = fixed
    const groups = first && instancesFor(graph, id)
    const instances = groups && mostInstances(groups)
    if (!definition || !first || instances === undefined) return
    const tasks = mostTasks(graph, id)
    if (tasks <= instances) return
    const port = staticHostPort(first.mapping) ?? first.mapping.containerPort ?? ''
    report({ at: AT, values: { port, tasks, instances }, ...allDynamic(graph, definition, fixed) })
  },
  examples: () => ({
    valid: {
      'as many tasks as instances': onTwo({ desiredCount: 2 }),
      'dynamic ports': onTwo({ desiredCount: 4 }, { containerPort: 80, hostPort: 0 }),
      'a daemon, one on each': onTwo({ schedulingStrategy: 'DAEMON', desiredCount: undefined }),
      'awsvpc, where each task has its own ports': onTwo(
        { desiredCount: 4 },
        { containerPort: 80, hostPort: 80 },
        'awsvpc',
      ),
      'a cluster whose instances are not drawn': drawing({
        main: element('cluster', { clusterName: 'main' }),
        task: onPort({ containerPort: 80, hostPort: 80 }),
        web: service({ cluster: '@{main}', launchType: 'EC2', desiredCount: 4 }),
      }),
    },
    invalid: {
      'four tasks on two instances': {
        design: onTwo({ desiredCount: 4 }),
        element: 'web',
        at: AT,
      },
      'host mode, where every port is fixed': {
        design: onTwo({ desiredCount: 3 }, { containerPort: 80 }, 'host'),
        element: 'web',
        at: AT,
      },
      'when scaled out': {
        design: drawing({
          ...onTwo({ desiredCount: 1 }).elements,
          scaling: element('scaling-policy', {
            PolicyName: 'scaling',
            ResourceId: '@{web.resourceId}',
            MinCapacity: 1,
            MaxCapacity: 5,
          }),
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

/** The mappings that keep a second task of the definition from an instance. */
function fixedPorts(spec: TaskDefinitionSpec): readonly PlacedMapping[] {
  const mode = networkModeOf(spec, 'EC2')
  if (mode !== 'bridge' && mode !== 'host') return []
  return portMappingsOf(spec).filter(({ mapping }) =>
    mode === 'host' ? mapping.containerPort !== undefined : staticHostPort(mapping) !== undefined,
  )
}

/** Makes all of them dynamic, where every one may be and the mode has dynamic ports. */
function allDynamic(
  graph: Graph,
  { id, spec }: { readonly id: string; readonly spec: TaskDefinitionSpec },
  fixed: readonly PlacedMapping[],
): { readonly fix?: Fix } {
  if (networkModeOf(spec, 'EC2') !== 'bridge') return {}
  const fixes = fixed.flatMap((placed) => dynamicPortFix(graph, id, placed).fix ?? [])
  const [only] = fixes
  if (!only || fixes.length < fixed.length) return {}
  if (fixes.length === 1) return { fix: only }
  return {
    fix: {
      title: say`Set all ${fixes.length} fixed host ports to 0, so that Docker picks free ones`,
      apply: (draft) => {
        for (const fix of fixes) fix.apply(draft)
      },
    },
  }
}

function onPort(mapping: Readonly<Record<string, unknown>>, networkMode?: string) {
  return ec2Task({ networkMode, containerDefinitions: [container({ memory: 512, portMappings: [mapping] })] })
}

/** A service in a cluster with two instances. */
function onTwo(
  spec: Readonly<Record<string, unknown>>,
  mapping: Readonly<Record<string, unknown>> = { containerPort: 80, hostPort: 80 },
  networkMode?: string,
) {
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    instances: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      InstanceType: 'm7i.large',
      MinCount: 2,
      MaxCount: 2,
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
    }),
    task: onPort(mapping, networkMode),
    web: service({ cluster: '@{main}', launchType: 'EC2', ...spec }),
  })
}
