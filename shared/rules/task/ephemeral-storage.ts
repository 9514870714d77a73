/** The scratch space of a task, whose size only Fargate lets one choose. */
import { ephemeralStorage as limits } from '../../aws/facts/task-limits'
import { taskDefinition } from '../../elements/task-definition'
import { type LaunchType, launchTypesOf } from '../../graph/runs'
import { inWords, say } from '../../texts/text'
import { drawing, ec2Task, fargateTask } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isAbsent, runsOnFargate, runsWindows } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'

const STORAGE = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html',
  checked: '2026-11-26',
}
const at = '/ephemeralStorage'
const size = `${at}/sizeInGiB`
const storage = { sizeInGiB: 50 }
const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }

const removal = (id: string) => removeMember('Remove the ephemeral storage', id, at)

export const ephemeralStorage = ruleFamily([
  defineRule({
    id: 'taskdef-ephemeral-range',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/ephemeralStorage'],
    title: 'Ephemeral storage is 21 to 200 GiB',
    message: 'Ephemeral storage can be {min} to {max} GiB; every task has {included} GiB anyway.',
    why: 'Every Fargate task comes with 20 GiB of scratch space; the member raises that, up to 200 GiB. RegisterTaskDefinition refuses other sizes, also the 20 GiB that are there already.',
    sources: [STORAGE, { ref: 'CDK:MustBeEphemeralStorageSize', checked: '2026-11-21' }],
    check({ id, spec, report }) {
      const gib = spec.ephemeralStorage?.sizeInGiB
      const { min, max, included } = limits
      if (gib === undefined || (gib >= min && gib <= max)) return
      report({ at: size, values: { min, max, included }, fix: resize(id, gib) })
    },
    examples: () => ({
      valid: {
        'the least': drawing({ task: fargateTask({ ephemeralStorage: { sizeInGiB: limits.min } }) }),
        'the most': drawing({ task: fargateTask({ ephemeralStorage: { sizeInGiB: limits.max } }) }),
        'left out, which is 20 GiB': drawing({ task: fargateTask() }),
        'a placeholder': drawing({ task: fargateTask({ ephemeralStorage: { sizeInGiB: '<gib>' } }) }),
      },
      invalid: {
        'what every task has': {
          design: drawing({ task: fargateTask({ ephemeralStorage: { sizeInGiB: limits.included } }) }),
          element: 'task',
          at: size,
        },
        'too much': {
          design: drawing({ task: fargateTask({ ephemeralStorage: { sizeInGiB: limits.max + 1 } }) }),
          element: 'task',
          at: size,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-ephemeral-launch',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/ephemeralStorage'],
    title: 'Ephemeral storage is sized on Fargate only',
    message: 'Only Fargate sizes ephemeral storage; it has no effect on {launch}.',
    why: 'On container instances a task writes to the disk of the instance, so its room is decided where the instance is made. The member does nothing there.',
    sources: [STORAGE, { ref: 'CDK:EphemeralStorageSupportedTasks', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.ephemeralStorage) || runsOnFargate(graph, id)) return
      const launches = [...launchTypesOf(graph, id)]
      // On managed instances it is an error, taskdef-ephemeral-managed.
      if (launches.length === 0 || launches.includes('MANAGED_INSTANCES')) return
      report({ at, values: { launch: inWords(namesOf(launches), 'and') }, fix: removal(id) })
    },
    examples: () => ({
      valid: {
        Fargate: drawing({ task: fargateTask({ ephemeralStorage: storage }) }),
        'Fargate and EC2': drawing({
          task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'], ephemeralStorage: storage }),
        }),
        'nothing says how it runs': drawing({
          task: ec2Task({ requiresCompatibilities: undefined, ephemeralStorage: storage }),
        }),
      },
      invalid: {
        EC2: { design: drawing({ task: ec2Task({ ephemeralStorage: storage }) }), element: 'task', at },
        'EC2 and external instances': {
          design: drawing({
            task: ec2Task({ requiresCompatibilities: ['EC2', 'EXTERNAL'], ephemeralStorage: storage }),
          }),
          element: 'task',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-ephemeral-managed',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/ephemeralStorage'],
    title: 'Managed instances take no ephemeral storage',
    message:
      'Managed instances do not take ephemeral storage; set the storage of the capacity provider instead.',
    why: 'A task on a managed instance writes to the data volume of that instance. How large it is stands in the launch template of the capacity provider, for all its tasks together.',
    sources: [STORAGE, { ref: 'CDK:EphemeralStorageSupportedTasks', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.ephemeralStorage)) return
      if (launchTypesOf(graph, id).has('MANAGED_INSTANCES')) report({ at, fix: removal(id) })
    },
    examples: () => ({
      valid: {
        'left out': drawing({ task: fargateTask({ requiresCompatibilities: ['MANAGED_INSTANCES'] }) }),
        Fargate: drawing({ task: fargateTask({ ephemeralStorage: storage }) }),
      },
      invalid: {
        'managed instances': {
          design: drawing({
            task: fargateTask({ requiresCompatibilities: ['MANAGED_INSTANCES'], ephemeralStorage: storage }),
          }),
          element: 'task',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-ephemeral-windows',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/ephemeralStorage'],
    title: 'Ephemeral storage of Windows tasks is doubtful',
    message:
      'AWS’s pages disagree on ephemeral storage for Windows on Fargate; test it before you rely on it.',
    why: 'The API reference gives it to Windows platform version 1.0.0 and later, a page of the developer guide says that it is for Linux.',
    sources: [
      STORAGE,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.ephemeralStorage) || runsWindows(spec) !== true || !runsOnFargate(graph, id)) return
      report({ at })
    },
    examples: () => ({
      valid: {
        Linux: drawing({ task: fargateTask({ ephemeralStorage: storage }) }),
        'Windows with what every task has': drawing({
          task: fargateTask({ cpu: '1024', memory: '2048', runtimePlatform: windows }),
        }),
      },
      invalid: {
        Windows: {
          design: drawing({
            task: fargateTask({
              cpu: '1024',
              memory: '2048',
              runtimePlatform: windows,
              ephemeralStorage: storage,
            }),
          }),
          element: 'task',
          at,
        },
      },
    }),
  }),
])

/** What every task has needs no member. */
function resize(id: string, gib: number): Fix {
  if (gib <= limits.included) return removal(id)
  const nearest = Math.min(gib, limits.max)
  return setMembers(say`Set ephemeral storage to ${nearest} GiB`, id, { [size]: nearest })
}

function namesOf(launches: readonly LaunchType[]): readonly string[] {
  const names: Partial<Record<LaunchType, string>> = { EXTERNAL: 'external instances' }
  return launches.map((launch) => names[launch] ?? launch)
}
