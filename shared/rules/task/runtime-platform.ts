/** Which operating system goes with which processor and launch type. */
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { mountsOf } from '../volume/volumes'

const PLATFORM = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  checked: '2026-11-26',
}
const windows = 'WINDOWS_SERVER_2022_CORE'
const processor = '/runtimePlatform/cpuArchitecture'
const system = '/runtimePlatform/operatingSystemFamily'

export const runtimePlatform = ruleFamily([
  defineRule({
    id: 'taskdef-windows-arm',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/runtimePlatform/cpuArchitecture'],
    title: 'Windows containers run on x86-64',
    message: 'Windows containers run on x86-64 only; set the architecture to X86_64.',
    why: 'ECS has no Windows machine with an ARM processor, on EC2 or on Fargate. RegisterTaskDefinition refuses the pair.',
    sources: [PLATFORM],
    check({ id, spec, report }) {
      if (spec.runtimePlatform?.cpuArchitecture !== 'ARM64' || runsWindows(spec) !== true) return
      report({
        at: processor,
        fix: setMembers('Set the architecture to X86_64', id, { [processor]: 'X86_64' }),
      })
    },
    examples: () => ({
      valid: {
        'Windows on x86': onEc2({ operatingSystemFamily: windows, cpuArchitecture: 'X86_64' }),
        'Linux on ARM': onEc2({ operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' }),
        'ARM on a system that is not known yet': onEc2({
          operatingSystemFamily: '<system>',
          cpuArchitecture: 'ARM64',
        }),
      },
      invalid: {
        'Windows on ARM': {
          design: onEc2({ operatingSystemFamily: windows, cpuArchitecture: 'ARM64' }),
          element: 'task',
          at: processor,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-managed-linux-only',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/runtimePlatform/operatingSystemFamily'],
    title: 'Managed instances run Linux',
    message: 'Managed instances run Linux only; set LINUX, or run the Windows containers on EC2 or Fargate.',
    why: 'AWS starts and patches managed instances from an image of its own, Bottlerocket, which is a Linux. There is no Windows one.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html',
        checked: '2026-11-21',
      },
      { ref: 'CDK:ManagedInstancesTasksOnly', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      const launches = launchTypesOf(graph, id)
      if (runsWindows(spec) !== true || !launches.has('MANAGED_INSTANCES')) return
      // What runs elsewhere, too, or mounts at a drive, may well be made for Windows.
      const meant =
        launches.size > 1 || mountsOf(spec).some((mount) => /^[a-z]:/i.test(mount.containerPath ?? ''))
      const fix = setMembers('Set the operating system to LINUX', id, { [system]: 'LINUX' })
      report({ at: system, ...(!meant && { fix }) })
    },
    examples: () => ({
      valid: {
        Linux: drawing({ task: managedTask({ operatingSystemFamily: 'LINUX' }) }),
        'left out, which means Linux': drawing({ task: managedTask(undefined) }),
        'Windows on EC2': onEc2({ operatingSystemFamily: windows }),
      },
      invalid: {
        Windows: {
          design: drawing({ task: managedTask({ operatingSystemFamily: windows }) }),
          element: 'task',
          at: system,
        },
      },
    }),
  }),
])

function onEc2(platform: Readonly<Record<string, string>>) {
  return drawing({ task: ec2Task({ runtimePlatform: platform }) })
}

function managedTask(platform: Readonly<Record<string, string>> | undefined) {
  return fargateTask({ requiresCompatibilities: ['MANAGED_INSTANCES'], runtimePlatform: platform })
}
