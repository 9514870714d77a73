/** Single members of a container that practice asks for. */
import { DEFAULT_STOP_TIMEOUT } from '../../aws/facts/container-limits'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { containerName, isWritten, isWrittenIn, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { servingContainers } from './containers'

/** Twice what a container is reserved leaves room for peaks. */
const ROOM = 2

/** Twice what ECS waits by itself; most requests are over then. */
const STOP_SECONDS = 2 * DEFAULT_STOP_TIMEOUT

const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

export const containerAdvice = ruleFamily([
  defineRule({
    id: 'arch-no-memory-limit',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/memoryReservation'],
    title: 'On EC2 something limits the memory of a container',
    message:
      'Container “{container}” may take all memory of its instance, away from its neighbours; set a hard limit, or one for the task.',
    why: 'A reservation is what a container is promised, not where it ends. One that leaks takes what the instance has, until the kernel kills whatever it picks, the ECS agent included.',
    sources: [
      page,
      {
        ref: 'https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-memory-hard-limit.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, element, spec, graph, report }) {
      if (isWritten(element, '/memory') || !launchTypesOf(graph, id).has('EC2')) return
      spec.containerDefinitions?.forEach(({ name, memory, memoryReservation }, index) => {
        const at = `/containerDefinitions/${index}/memory`
        if (!memoryReservation || memory || (memory === undefined && isWritten(element, at))) return
        const limit = ROOM * memoryReservation
        report({
          at,
          values: { container: containerName(name, index) },
          fix: setMembers(say`Set the hard limit to ${limit} MiB`, id, { [at]: limit }),
        })
      })
    },
    examples: () => ({
      valid: {
        'both limits': reserving({ memory: 512, memoryReservation: 256 }),
        'a limit for the task': drawing({
          task: ec2Task({
            memory: '1024',
            containerDefinitions: [container({ memoryReservation: 256 })],
          }),
        }),
        'on Fargate, where every task has one': drawing({
          task: fargateTask({ containerDefinitions: [container({ memoryReservation: 256 })] }),
        }),
        'a placeholder': reserving({ memory: '<memory>', memoryReservation: 256 }),
      },
      invalid: {
        'only a reservation': {
          design: reserving({ memoryReservation: 256 }),
          element: 'task',
          at: '/containerDefinitions/0/memory',
        },
        'a limit of 0, which is none': {
          design: reserving({ memory: 0, memoryReservation: 256 }),
          element: 'task',
          at: '/containerDefinitions/0/memory',
        },
      },
    }),
  }),

  defineRule({
    id: 'arch-graceful-stop',
    severity: 'advice',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/portMappings'],
    title: 'A container that serves gets time to finish its requests',
    message:
      'Container “{container}” has {seconds} seconds to end after SIGTERM, if the signal reaches its application at all; set stopTimeout, and an init process that passes signals on.',
    why: 'ECS stops tasks all the time: in deployments, when it scales in, when an instance goes. The application gets SIGTERM to end its work. A shell as first process swallows it; an init process does not.',
    sources: [page, { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' }],
    check({ id, element, spec, report }) {
      for (const { container: one, at, called } of servingContainers(spec)) {
        const init = `${at}/linuxParameters/initProcessEnabled`
        if (isWrittenIn(element, at, 'stopTimeout') || isSetOn(one.linuxParameters?.initProcessEnabled, init))
          continue
        report({
          at: `${at}/stopTimeout`,
          values: { container: called, seconds: DEFAULT_STOP_TIMEOUT },
          fix: setMembers(say`Wait ${STOP_SECONDS} seconds for it to end`, id, {
            [`${at}/stopTimeout`]: STOP_SECONDS,
            // Windows has no such process.
            ...(runsWindows(spec) === false && { [init]: true }),
          }),
        })
      }

      function isSetOn(value: boolean | undefined, pointer: string): boolean {
        return value ?? isWritten(element, pointer)
      }
    },
    examples: () => ({
      valid: {
        'a time to stop': stopping({ stopTimeout: 60 }),
        'an init process': stopping({ linuxParameters: { initProcessEnabled: true } }),
        'a container without ports': drawing({ task: fargateTask() }),
        'a sidecar': drawing({
          task: fargateTask({
            containerDefinitions: [
              container(),
              container({ name: 'metrics', essential: false, portMappings: [{ containerPort: 9090 }] }),
            ],
          }),
        }),
      },
      invalid: {
        neither: { design: stopping({}), element: 'task', at: '/containerDefinitions/0/stopTimeout' },
        'an init process that is turned off': {
          design: stopping({ linuxParameters: { initProcessEnabled: false } }),
          element: 'task',
          at: '/containerDefinitions/0/stopTimeout',
        },
      },
    }),
  }),
])

function reserving(members: Readonly<Record<string, unknown>>) {
  return drawing({ task: ec2Task({ containerDefinitions: [container(members)] }) })
}

function stopping(members: Readonly<Record<string, unknown>>) {
  return drawing({
    task: fargateTask({
      containerDefinitions: [container({ portMappings: [{ containerPort: 80 }], ...members })],
    }),
  })
}
