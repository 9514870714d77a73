/** Fargate's platform version, on services and standalone tasks. */
import type { OperatingSystem } from '../../aws/facts/fargate-sizes'
import { LATEST, platformVersions } from '../../aws/facts/platform-versions'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import type { Graph } from '../../graph/graph'
import { launchOf } from '../../graph/runs'
import { drawing, element, fargateTask, inSubnets, onEc2, onFargate } from '../examples'
import { removeMember } from '../fixes'
import { toLatestPlatform } from '../platform'
import { definitionOf, isKnown, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const AT = '/platformVersion'
const windows = {
  cpu: '1024',
  memory: '2048',
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
}
const retiredPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html',
  checked: '2026-11-26',
}

/** Rules about what a task has that an old version lacks: they name the better reason for the same mend. */
const askingForNewer = [
  'capacity-spot-platform',
  'container-capability-fargate-platform',
  'container-env-file-fargate-platform',
  'container-sysctl-fargate-platform',
  'lb-nlb-udp-platform',
  'secret-json-key-platform',
  'taskdef-arm-platform',
  'taskdef-ephemeral-platform',
  'taskdef-fargate-large-platform',
  'taskdef-pid-fargate-platform',
  'volume-ebs-platform',
  'volume-efs-platform',
]

export const platformVersionRules = ruleFamily([
  defineRule({
    id: 'service-platform-version-launch',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/platformVersion'],
    title: 'Only Fargate has platform versions',
    message: 'Platform version “{version}” means something on Fargate only; remove it.',
    why: 'A platform version is the kernel and container runtime of Fargate’s own machines. On your instances it is the AMI that says what runs there, and ECS refuses the member.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (!isKnown(spec.platformVersion) || !onOtherThanFargate(graph, id)) return
      report({
        at: AT,
        values: { version: spec.platformVersion },
        fix: removeMember('Remove the platform version', id, AT),
      })
    },
    examples: () => ({
      valid: {
        'on Fargate': onFargate({ platformVersion: '1.4.0' }),
        'none on EC2': onEc2(),
        'nothing says where it runs': onFargate({ launchType: undefined, platformVersion: LATEST }),
      },
      invalid: {
        'on EC2': { design: onEc2({ platformVersion: '1.4.0' }), element: 'web', at: AT },
        'on external instances': {
          design: onEc2(
            { launchType: 'EXTERNAL', platformVersion: LATEST },
            { requiresCompatibilities: ['EXTERNAL'] },
          ),
          element: 'web',
          at: AT,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-platform-version-value',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/platformVersion'],
    yieldsTo: askingForNewer,
    title: 'A platform version is one that Fargate has',
    message: 'Fargate has no platform version “{version}” to run new tasks on; use LATEST.',
    why: 'Fargate offers a few platform versions only, and closes the old ones. LATEST, which is also what ECS takes when nothing is said, is always the newest.',
    sources: [
      retiredPage,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const version = spec.platformVersion
      if (!isKnown(version) || version === LATEST || onOtherThanFargate(graph, id)) return
      const fits = systemsOf(graph, id).some(
        (one) => platformVersions[one].current.includes(version) || lastRetired(one) === version,
      )
      if (!fits) report({ at: AT, values: { version }, fix: toLatestPlatform(id) })
    },
    examples: () => ({
      valid: {
        LATEST: onFargate({ platformVersion: LATEST }),
        'left out': onFargate(),
        'the current Linux version': onFargate({ platformVersion: '1.4.0' }),
        'the current Windows version, for a Windows task': onFargate({ platformVersion: '1.0.0' }, windows),
        'a placeholder': onFargate({ platformVersion: '<platform version>' }),
      },
      invalid: {
        'a version that never was': { design: onFargate({ platformVersion: '1.5' }), element: 'web', at: AT },
        'in lower case': { design: onFargate({ platformVersion: 'latest' }), element: 'web', at: AT },
        'long gone for Linux': { design: onFargate({ platformVersion: '1.0.0' }), element: 'web', at: AT },
        'a Linux version for a Windows task': {
          design: onFargate({ platformVersion: '1.4.0' }, windows),
          element: 'web',
          at: AT,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-platform-version-old',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/platformVersion'],
    yieldsTo: askingForNewer,
    title: 'The last retired platform version runs no new tasks',
    message: 'Platform version {version} is retired and runs no new tasks; use LATEST, which is {newest}.',
    why: 'AWS closed Linux 1.3.0 for new tasks and services on 15 June 2026 and stopped the last tasks on it at the end of that month. A definition that still names it can’t be started.',
    sources: [
      retiredPage,
      { ref: 'ACR:task-definition-authoring', checked: '2026-11-21' },
      { ref: 'SH:ECS.10', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      const version = spec.platformVersion
      if (!isKnown(version) || onOtherThanFargate(graph, id)) return
      const systems = systemsOf(graph, id)
      const [system] = systems.filter((one) => lastRetired(one) === version)
      if (system === undefined) return
      const { current } = platformVersions[system]
      const values = { version, newest: current.at(-1) ?? '' }
      report({ at: AT, values, fix: toLatestPlatform(id) })
    },
    examples: () => ({
      valid: {
        'the version after it': onFargate({ platformVersion: '1.4.0' }),
        LATEST: onFargate({ platformVersion: LATEST }),
        'on EC2, which service-platform-version-launch reports': onEc2({ platformVersion: '1.3.0' }),
      },
      invalid: {
        'on a service': { design: onFargate({ platformVersion: '1.3.0' }), element: 'web', at: AT },
        'on a standalone task': {
          design: drawing({
            task: fargateTask(),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'FARGATE',
              networkConfiguration: inSubnets,
              platformVersion: '1.3.0',
            }),
          }),
          element: 'nightly',
          at: AT,
        },
      },
    }),
  }),
])

/** Where Fargate surely does not run it service-platform-version-launch says so. */
function onOtherThanFargate(graph: Graph, runner: string): boolean {
  const launch = launchOf(graph, runner)
  return launch !== undefined && launch !== 'FARGATE'
}

/** The system that a runner's tasks have; all of them while that is not known. */
function systemsOf(graph: Graph, runner: string): readonly OperatingSystem[] {
  const definition = definitionOf(graph, runner)?.spec
  const onWindows = definition && runsWindows(definition)
  return onWindows === undefined ? ['LINUX', 'WINDOWS'] : [onWindows ? 'WINDOWS' : 'LINUX']
}

/** The one that was still in use when it was closed, and that people still name. */
function lastRetired(system: OperatingSystem): string | undefined {
  return platformVersions[system].retired.at(-1)
}
