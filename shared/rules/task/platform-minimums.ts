/** What older platform versions of Fargate can't run of a task definition. */
import { fargateSizes } from '../../aws/facts/fargate-sizes'
import { fargatePidMode } from '../../aws/facts/namespaces'
import { ARM_PLATFORM } from '../../aws/facts/operating-systems'
import { ephemeralStorage } from '../../aws/facts/task-limits'
import { parseCpu, vcpus } from '../../aws/facts/task-size'
import type { Spec } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { specOf } from '../../graph/spec'
import { drawing, element, fargateTask, inSubnets, service } from '../examples'
import { onPlatformBelow, toLatestPlatform } from '../platform'
import { isAbsent } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const API = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference'
const REGISTERING = { ref: `${API}/API_RegisterTaskDefinition.html`, checked: '2026-11-26' }

const on = [serviceKind, taskKind] as const
const at = '/platformVersion'

export const platformMinimums = ruleFamily([
  defineRule({
    id: 'taskdef-fargate-large-platform',
    severity: 'error',
    on,
    needs: ['/platformVersion'],
    title: 'Large Fargate tasks need a recent platform version',
    message: '{size} needs platform version {needed} or later, but {version} is set; use LATEST.',
    why: 'Tasks with 8 and more vCPU came with Linux platform version 1.4.0. Older platform versions have no machines of that size.',
    sources: [REGISTERING],
    check({ id, spec, graph, report }) {
      const version = spec.platformVersion
      if (version === undefined) return
      for (const { cpu, platform: needed } of fargateSizes) {
        const definition = needed === undefined ? undefined : onPlatformBelow({ id, spec, graph }, needed)
        if (needed === undefined || !definition) continue
        const override = specOf(graph, taskKind, id)?.overrides?.cpu
        if (parseCpu(override || definition.cpu || '') !== cpu) continue
        report({ at, values: { size: vcpus(cpu), needed, version }, fix: toLatestPlatform(id) })
      }
    },
    examples: () => ({
      valid: {
        'the newest': runBy('LATEST', { cpu: '16384', memory: '32768' }),
        'the oldest that has them': runBy('1.4.0', { cpu: '8 vCPU', memory: '16 GB' }),
        '4 vCPU on an older one': runBy('1.3.0', { cpu: '4096', memory: '8192' }),
        'left out, which means the newest': runBy(undefined, { cpu: '16384', memory: '32768' }),
      },
      invalid: {
        'a service with 16 vCPU': {
          design: runBy('1.3.0', { cpu: '16384', memory: '32768' }),
          element: 'web',
          at,
        },
        'a task that overrides the CPU': {
          design: drawing({
            task: fargateTask({ cpu: '4096', memory: '16384' }),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'FARGATE',
              platformVersion: '1.3.0',
              overrides: { cpu: '8192' },
              networkConfiguration: inSubnets,
            }),
          }),
          element: 'nightly',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-pid-fargate-platform',
    severity: 'error',
    on,
    needs: ['/platformVersion'],
    title: 'A shared process namespace needs a recent platform version',
    message: 'A PID mode needs platform version {needed} or later, but {version} is set; use LATEST.',
    why: 'Containers of a Fargate task can share their processes since Linux platform version 1.4.0; older ones keep every container to itself.',
    sources: [REGISTERING, { ref: 'CDK:PidModeFeatureRequires', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      const { platformVersion: version } = spec
      const needed = fargatePidMode.platform
      if (version === undefined || isAbsent(onPlatformBelow({ id, spec, graph }, needed)?.pidMode)) return
      report({ at, values: { needed, version }, fix: toLatestPlatform(id) })
    },
    examples: () => ({
      valid: {
        'the newest': runBy('LATEST', { pidMode: 'task' }),
        'the oldest that has it': runBy('1.4.0', { pidMode: 'task' }),
        'no PID mode on an older one': runBy('1.3.0', {}),
      },
      invalid: {
        'too old': { design: runBy('1.3.0', { pidMode: 'task' }), element: 'web', at },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-ephemeral-platform',
    severity: 'error',
    on,
    needs: ['/platformVersion'],
    title: 'More ephemeral storage needs a recent platform version',
    message:
      'Ephemeral storage of another size needs platform version {needed} or later, but {version} is set; use LATEST.',
    why: 'Up to Linux platform version 1.3.0 a task has a fixed amount of storage, in two parts; its size can be chosen since 1.4.0.',
    sources: [
      { ref: `${API}/API_EphemeralStorage.html`, checked: '2026-11-26' },
      { ref: 'CDK:EphemeralStorageGibFeatureRequires', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      const { platformVersion: version } = spec
      const needed = ephemeralStorage.platform
      const definition = onPlatformBelow({ id, spec, graph }, needed)
      if (version === undefined || !definition) return
      const override = specOf(graph, taskKind, id)?.overrides?.ephemeralStorage
      if (isAbsent(definition.ephemeralStorage) && isAbsent(override)) return
      report({ at, values: { needed, version }, fix: toLatestPlatform(id) })
    },
    examples: () => ({
      valid: {
        'the oldest that has it': runBy('1.4.0', { ephemeralStorage: { sizeInGiB: 50 } }),
        'what every task has, on an older one': runBy('1.3.0', {}),
        'Windows, whose versions count apart': runBy('1.0.0', {
          cpu: '1024',
          memory: '2048',
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          ephemeralStorage: { sizeInGiB: 50 },
        }),
      },
      invalid: {
        'too old': { design: runBy('1.3.0', { ephemeralStorage: { sizeInGiB: 50 } }), element: 'web', at },
        'a task that overrides the size': {
          design: drawing({
            task: fargateTask(),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'FARGATE',
              platformVersion: '1.3.0',
              overrides: { ephemeralStorage: { sizeInGiB: 100 } },
              networkConfiguration: inSubnets,
            }),
          }),
          element: 'nightly',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-arm-platform',
    severity: 'error',
    on,
    needs: ['/platformVersion'],
    yieldsTo: ['capacity-spot-platform'],
    title: 'ARM64 on Fargate needs a recent platform version',
    message: 'ARM64 needs platform version {needed} or later, but {version} is set; use LATEST.',
    why: 'Fargate has ARM processors since Linux platform version 1.4.0.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
        checked: '2026-11-26',
      },
      { ref: 'API:CapacityProviderStrategyItem', checked: '2026-11-26' },
    ],
    check({ id, spec, graph, report }) {
      const { platformVersion: version } = spec
      const platform = onPlatformBelow({ id, spec, graph }, ARM_PLATFORM)?.runtimePlatform
      if (version === undefined || platform?.cpuArchitecture !== 'ARM64') return
      report({ at, values: { needed: ARM_PLATFORM, version }, fix: toLatestPlatform(id) })
    },
    examples: () => ({
      valid: {
        'the oldest that has it': runBy('1.4.0', { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
        'x86 on an older one': runBy('1.3.0', { runtimePlatform: { cpuArchitecture: 'X86_64' } }),
      },
      invalid: {
        'too old': {
          design: runBy('1.3.0', { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
          element: 'web',
          at,
        },
      },
    }),
  }),
])

/** A service that runs such a task definition on Fargate. */
function runBy(platformVersion: string | undefined, definition: Spec) {
  return drawing({
    task: fargateTask(definition),
    web: service({ launchType: 'FARGATE', platformVersion, networkConfiguration: inSubnets }),
  })
}
