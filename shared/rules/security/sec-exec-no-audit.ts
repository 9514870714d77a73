import { setAt, valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import { refer } from '../../design/references'
import { cluster as clusterKind } from '../../elements/cluster'
import { logGroup } from '../../elements/log-group'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, inSubnets, service } from '../examples'
import { addElement, findElement } from '../fixes'
import { isAbsent, isKnown, isUnknown } from '../reading'
import { defineRule, type Fix } from '../rule'

const EXEC = '/configuration/executeCommandConfiguration'

export const secExecNoAudit = defineRule({
  id: 'sec-exec-no-audit',
  severity: 'advice',
  on: [clusterKind],
  title: 'A cluster records what is done through ECS Exec',
  message:
    '“{runner}” lets people open a shell in its containers; have the cluster record what they do there.',
  why: 'CloudTrail notes that somebody opened a session, but not what was typed. With logging OVERRIDE the cluster sends every session to a log group or bucket of its own; without it sessions are at best found among the application’s log lines.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const { logging } = spec.configuration?.executeCommandConfiguration ?? {}
    // Log settings without OVERRIDE are cluster-exec-log-config.
    if (
      logging === 'OVERRIDE' ||
      isUnknown(logging) ||
      !isAbsent(valueAt(element.spec, `${EXEC}/logConfiguration`))
    )
      return
    // Of a cluster that exists the drawing may leave out how it is set up.
    if (logging === undefined && Object.keys(element.existing ?? {}).length > 0) return
    const runner = incoming(graph, id, 'in-cluster').find(({ from }) => takesCommands(graph.element(from)))
    if (!runner) return
    report({
      at: '/configuration',
      values: { runner: nameOf(graph, runner.from) },
      fix: recordSessions(id, logGroupName(graph, id)),
    })
  },
  examples: () => ({
    valid: {
      'sessions in a log group': withExec({
        configuration: {
          executeCommandConfiguration: {
            logging: 'OVERRIDE',
            logConfiguration: { cloudWatchLogGroupName: '/ecs/exec' },
          },
        },
      }),
      'no ECS Exec': withExec({}, false),
      'an existing cluster, whose set-up the drawing leaves out': withExec({}, true, {
        existing: { name: 'shop' },
      }),
      'a placeholder': withExec({
        configuration: { executeCommandConfiguration: { logging: '<logging>' } },
      }),
    },
    invalid: {
      'nothing set': { design: withExec({}), element: 'cluster', at: '/configuration' },
      'turned off': {
        design: withExec({ configuration: { executeCommandConfiguration: { logging: 'NONE' } } }),
        element: 'cluster',
        at: '/configuration',
      },
      'among the application’s log lines': {
        design: withExec({ configuration: { executeCommandConfiguration: { logging: 'DEFAULT' } } }),
        element: 'cluster',
        at: '/configuration',
      },
    },
  }),
})

function takesCommands(runner: Element | undefined): boolean {
  return runner?.spec.enableExecuteCommand === true
}

function logGroupName(graph: Graph, cluster: string): string {
  const name = nameOf(graph, cluster)
  return `/ecs/${isKnown(name) ? name : cluster}/exec`
}

function recordSessions(cluster: string, logGroupName: string): Fix {
  return {
    title: say`Record sessions in log group ${logGroupName}`,
    apply: (draft) => {
      const spec = draft.elements[cluster]?.spec
      if (!spec || valueAt(spec, `${EXEC}/logging`) === 'OVERRIDE') return
      const group =
        findElement(draft, logGroup.kind, 'logGroupName', logGroupName) ??
        addElement(draft, `${cluster}-exec-logs`, { kind: logGroup.kind, spec: { logGroupName } })
      setAt(spec, `${EXEC}/logging`, 'OVERRIDE')
      setAt(spec, `${EXEC}/logConfiguration/cloudWatchLogGroupName`, refer(group))
    },
  }
}

function withExec(
  spec: Readonly<Record<string, unknown>>,
  enableExecuteCommand = true,
  rest: Partial<Element> = {},
) {
  return drawing({
    cluster: element('cluster', { clusterName: 'shop', ...spec }, rest),
    role: element('iam-role', { RoleName: 'web' }),
    task: fargateTask({ taskRoleArn: '@{role}' }),
    web: service({
      cluster: '@{cluster}',
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      enableExecuteCommand,
    }),
  })
}
