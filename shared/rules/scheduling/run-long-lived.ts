import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, marked } from '../examples'
import { LEAST_TASKS } from '../fixes-scaling'
import { portMappingsOf, protocolOf } from '../ports'
import { definitionOf, isAbsent, isSaid, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { toService } from './convert'
import { runTask } from './examples'

const listens = {
  containerDefinitions: [
    { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', portMappings: [{ containerPort: 80 }] },
  ],
}

export const runLongLived = defineRule({
  id: 'run-long-lived',
  severity: 'warning',
  on: [taskKind],
  yieldsTo: ['lb-standalone-task'],
  title: 'What must stay up runs as a service',
  message: 'Nobody restarts a standalone task, and “{definition}” is meant to stay up; run it as a service.',
  variants: {
    ports:
      'Nobody restarts a standalone task, and “{definition}” waits for requests at a port; run it as a service.',
  },
  why: 'A standalone task is started and then left alone: when it ends, or its instance does, it is gone. A service keeps a number of tasks running, puts new ones in the place of failed ones, and rolls out new revisions.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    const definition = definitionOf(graph, id)
    if (!definition || isSaid(graph, id, 'batch')) return
    const stays = isSaid(graph, id, 'long-running')
    if (!stays && (isOneOff(graph, definition.id, spec) || !waitsForRequests(graph, id, definition.spec)))
      return
    const plain =
      isAbsent(spec.overrides) && isAbsent(spec.containerInstances) && isAbsent(spec.volumeConfigurations)
    report({
      at: '',
      values: { definition: nameOf(graph, definition.id) },
      ...(!stays && { variant: 'ports' }),
      ...(plain && { fix: serviceFix(graph, id, definition.id) }),
    })
  },
  examples: () => ({
    valid: {
      'a job that listens nowhere': runTask({ count: 3 }),
      'a job, although it has a port': marked(runTask({}, listens), 'nightly', { traits: ['batch'] }),
      'a command of its own, run with the definition of a service': runTask(
        { overrides: { containerOverrides: [{ name: 'web', command: ['migrate'] }] } },
        listens,
      ),
      'a port of a sidecar': runTask(
        {},
        {
          containerDefinitions: [
            { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27' },
            {
              name: 'xray',
              image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.12',
              essential: false,
              portMappings: [{ containerPort: 2000, protocol: 'udp' }],
            },
          ],
        },
      ),
      'beside a service that runs the same': drawing({
        ...runTask({}, listens).elements,
        web: { kind: serviceKind.kind, spec: { taskDefinition: '@{task}', desiredCount: 2 } },
      }),
    },
    invalid: {
      'a web server': { design: runTask({}, listens), element: 'nightly', at: '' },
      'said to stay up': {
        design: marked(runTask(), 'task', { traits: ['long-running'] }),
        element: 'nightly',
        at: '',
      },
      'said to stay up, with a command of its own': {
        design: marked(
          runTask({ overrides: { containerOverrides: [{ name: 'web', command: ['serve'] }] } }),
          'nightly',
          { traits: ['long-running'] },
        ),
        element: 'nightly',
        at: '',
      },
    },
  }),
})

interface Overriding {
  readonly overrides?:
    | { readonly containerOverrides?: readonly { readonly command?: unknown }[] | undefined }
    | undefined
}

/** Another command than the definition's is another job; and where a service runs it, that one serves. */
function isOneOff(graph: Graph, definition: string, { overrides }: Overriding): boolean {
  const commands = overrides?.containerOverrides?.some(({ command }) => !isAbsent(command)) ?? false
  return commands || runsOf(graph, definition).some(({ kind }) => kind === 'service')
}

/** Does traffic come to it, or does an essential container listen at a TCP port? */
function waitsForRequests(graph: Graph, id: string, definition: TaskDefinitionSpec): boolean {
  const listening = portMappingsOf(definition).some(
    ({ mapping, container }) => container.essential !== false && protocolOf(mapping) === 'tcp',
  )
  return listening || incoming(graph, id, 'traffic').length > 0
}

function serviceFix(graph: Graph, id: string, definition: string): Fix {
  const name = nameOf(graph, definition)
  return {
    title: say`Make it a service of ${LEAST_TASKS} tasks`,
    apply: (draft) => toService(draft, id, name, LEAST_TASKS),
  }
}
