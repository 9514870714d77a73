/** ECS Exec: a shell in a running container, by an agent that ECS puts into it. */
import { setAt } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { containersOf, type PlacedContainer } from '../container/containers'
import { container, drawing, element, fargateTask, inSubnets, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { definitionOf, isWritten, runsWindows } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'

const AT = '/enableExecuteCommand'
const INIT = 'linuxParameters/initProcessEnabled'

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  checked: '2026-11-26',
}

export const execRules = ruleFamily([
  defineRule({
    id: 'service-exec-readonly',
    severity: 'warning',
    on: [serviceKind, taskKind],
    needs: ['/enableExecuteCommand'],
    title: 'ECS Exec needs a root file system that can be written to',
    message:
      'ECS Exec can’t work in container “{container}”, whose root file system is read-only; turn one of the two off.',
    why: 'The agent that carries the session makes its files and directories in the container’s own file system. AWS supports no other set-up, and the session fails to start.',
    sources: [page],
    check({ id, spec, graph, report }) {
      if (spec.enableExecuteCommand !== true) return
      const definition = definitionOf(graph, id)
      const found =
        definition &&
        containersOf(definition.spec).find(({ container }) => container.readonlyRootFilesystem === true)
      if (!found) return
      report({
        at: AT,
        values: { container: found.called },
        fix: removeMember('Turn ECS Exec off', id, AT),
      })
    },
    examples: () => ({
      valid: {
        'a file system that can be written to': withExec({ readonlyRootFilesystem: false }),
        'read-only without ECS Exec': onFargate(
          { enableExecuteCommand: false },
          { containerDefinitions: [container({ readonlyRootFilesystem: true })] },
        ),
      },
      invalid: {
        'on a service': { design: withExec({ readonlyRootFilesystem: true }), element: 'web', at: AT },
        'on a standalone task': {
          design: drawing({
            task: fargateTask({ containerDefinitions: [container({ readonlyRootFilesystem: true })] }),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'FARGATE',
              networkConfiguration: inSubnets,
              enableExecuteCommand: true,
            }),
          }),
          element: 'nightly',
          at: AT,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-exec-init',
    severity: 'advice',
    on: [serviceKind, taskKind],
    needs: ['/enableExecuteCommand'],
    title: 'With ECS Exec containers run an init process',
    message:
      'Sessions of ECS Exec may leave dead processes behind in container “{container}”; turn its init process on.',
    why: 'A command that is cut off, or that starts others, leaves processes that nobody waits for. An init process, set by initProcessEnabled, clears them away.',
    sources: [page],
    check({ id, spec, graph, report }) {
      if (spec.enableExecuteCommand !== true) return
      const definition = definitionOf(graph, id)
      // Processes shared with others have an init process elsewhere, and Windows has none.
      if (!definition || definition.spec.pidMode || runsWindows(definition.spec) !== false) return
      const task = graph.element(definition.id)
      const without = containersOf(definition.spec).filter(({ at, container }) => {
        const written = task && isWritten(task, `${at}/${INIT}`)
        return !(written && container.linuxParameters?.initProcessEnabled !== false)
      })
      const [first] = without
      if (!first) return
      report({
        at: AT,
        values: { container: first.called },
        fix: withInit(definition.id, without),
      })
    },
    examples: () => ({
      valid: {
        'an init process': withExec({ linuxParameters: { initProcessEnabled: true } }),
        'no ECS Exec': onFargate(),
        'processes shared in the task': onFargate({ enableExecuteCommand: true }, { pidMode: 'task' }),
        'on Windows': onFargate(
          { enableExecuteCommand: true },
          {
            cpu: '1024',
            memory: '2048',
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          },
        ),
      },
      invalid: {
        'not said': { design: withExec({}), element: 'web', at: AT },
        'turned off in the second container': {
          design: onFargate(
            { enableExecuteCommand: true },
            {
              containerDefinitions: [
                container({ linuxParameters: { initProcessEnabled: true } }),
                container({ name: 'proxy', linuxParameters: { initProcessEnabled: false } }),
              ],
            },
          ),
          element: 'web',
          at: AT,
        },
      },
    }),
  }),
])

function withExec(members: Readonly<Record<string, unknown>>) {
  return onFargate({ enableExecuteCommand: true }, { containerDefinitions: [container(members)] })
}

function withInit(taskDefinition: string, containers: readonly PlacedContainer[]): Fix {
  return {
    title: 'Turn the init process on',
    apply: (draft) => {
      const spec = draft.elements[taskDefinition]?.spec
      const there = Array.isArray(spec?.containerDefinitions) ? spec.containerDefinitions.length : 0
      if (!spec) return
      for (const { at, index } of containers) {
        if (index < there) setAt(spec, `${at}/${INIT}`, true)
      }
    },
  }
}
