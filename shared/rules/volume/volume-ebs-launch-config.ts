import { toText } from '../../basics/convert'
import { isObject, valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import { objectsAt } from '../../elements/parts/reading'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { runOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, element as elementOf, fargateTask, inSubnets, service as serviceOf } from '../examples'
import { dropItems, setMembers } from '../fixes'
import { definitionOf, isKnown, isUnknown, isWritten } from '../reading'
import { defineRule, type Finding, type Fix } from '../rule'
import { ebsDisk, ebsVolume, fargateWith, infrastructureRole as role, withEbs } from './examples'
import { describeVolume, type RunnerSpec, refusesEbs } from './managed-volumes'
import { volumesOfKind } from './volumes'

const list = '/volumeConfigurations'

export const volumeEbsLaunchConfig = defineRule({
  id: 'volume-ebs-launch-config',
  severity: 'error',
  on: [service, task],
  title: 'Services and tasks describe the volume that is configured at launch',
  message:
    'The task definition leaves volume “{volume}” to be configured at launch; describe it in volumeConfigurations.',
  variants: {
    unknown:
      '“{volume}” is no volume that the task definition leaves to be configured at launch; use its name, or remove the entry.',
    empty: 'Volume “{volume}” is listed, but nothing says what it is; add managedEBSVolume.',
    several: 'A task gets one EBS volume; keep one entry of volumeConfigurations.',
  },
  why: 'With configuredAtLaunch a task definition only says that there will be an EBS volume of that name. How large and fast it is comes with the service or task, so the same definition serves small and large ones. ECS refuses to start it when one half is missing.',
  sources: [
    { ref: 'API:ServiceVolumeConfiguration.name', checked: '2026-11-26' },
    { ref: 'API:Volume.configuredAtLaunch', checked: '2026-11-26' },
    { ref: 'CDK:OnlyVolumeSpecifiedVolumeConfigurations', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const { id: taskDefinition, spec: definition } = definitionOf(graph, id) ?? {}
    if (!definition || isDescribedElsewhere(element)) return
    if (mayBeConfiguredAtLaunch(graph.element(taskDefinition ?? ''))) return
    const launch = runOf(graph, id)?.launch
    // There is no volume to be described: `volume-ebs-os` tells why.
    if (launch && refusesEbs(definition, launch)) return
    const wanted = volumesOfKind(definition, 'ebs').map(({ volume }) => volume.name)
    if (!wanted.every(isKnown)) return
    const finding = judge(id, element, spec, wanted)
    if (finding) report(finding)
  },
  examples: () => ({
    valid: {
      'described by the same name': withEbs(),
      'no such volume, nothing described': drawing({ task: fargateTask(), web: serviceOf() }),
      'a daemon, of which volume-ebs-daemon tells': withEbs({
        schedulingStrategy: 'DAEMON',
        volumeConfigurations: [],
      }),
      'external instances, which attach none': withEbs({ launchType: 'EXTERNAL', volumeConfigurations: [] }),
      'a volume of which nobody knows yet whether it is one': withEbs(
        {},
        { volumes: [{ name: 'data', configuredAtLaunch: '<whether>' }] },
      ),
      'a name that is a placeholder': withEbs({ volumeConfigurations: [{ ...ebsDisk, name: '<volume>' }] }),
    },
    invalid: {
      'not described': {
        design: withEbs({ volumeConfigurations: [] }),
        element: 'web',
        at: list,
      },
      'another name': {
        design: withEbs({ volumeConfigurations: [{ ...ebsDisk, name: 'disk' }] }),
        element: 'web',
        at: `${list}/0/name`,
      },
      'a volume that is scratch space': {
        design: withEbs({}, { volumes: [{ name: 'data' }] }),
        element: 'web',
        at: `${list}/0/name`,
      },
      'listed without a disk': {
        design: withEbs({ volumeConfigurations: [{ name: 'data' }] }),
        element: 'web',
        at: `${list}/0/managedEBSVolume`,
      },
      'two entries': {
        design: withEbs({ volumeConfigurations: [ebsDisk, { ...ebsDisk, name: 'disk' }] }),
        element: 'web',
        at: `${list}/1`,
      },
      'a standalone task': {
        design: drawing({
          role,
          task: fargateWith([ebsVolume]),
          job: elementOf('task', {
            taskDefinition: '@{task}',
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'job',
        at: list,
      },
    },
  }),
})

/** Daemons take no EBS volumes, and what an external controller starts is described with its task sets. */
function isDescribedElsewhere({ spec }: Element): boolean {
  const controller = valueAt(spec, '/deploymentController/type')
  return (
    spec.schedulingStrategy === 'DAEMON' || controller === 'EXTERNAL' || isUnknown(spec.volumeConfigurations)
  )
}

/** Is it a placeholder whether a volume is configured at launch, or which volumes there are? */
function mayBeConfiguredAtLaunch(definition: Element | undefined): boolean {
  return (
    isUnknown(definition?.spec.volumes) ||
    objectsAt(definition?.spec, '/volumes').some(([, volume]) => isUnknown(volume.configuredAtLaunch))
  )
}

/** What is wrong, of the names that the task definition wants. */
function judge(
  id: string,
  element: Element,
  { volumeConfigurations: items = [] }: RunnerSpec,
  wanted: readonly string[],
): Finding | undefined {
  const [name] = wanted
  const [item] = items
  if (!item) return name === undefined ? undefined : missing(id, `${list}/0`, name)
  if (items.length > 1) return several(id, items, wanted)
  if (isUnknown(item.name)) return undefined
  if (item.name === undefined || !wanted.includes(item.name)) return unknown(id, item.name ?? '', wanted)
  if (isWritten(element, `${list}/0/managedEBSVolume`)) return undefined
  return { ...missing(id, `${list}/0`, item.name), at: `${list}/0/managedEBSVolume`, variant: 'empty' }
}

function missing(id: string, item: string, name: string): Finding {
  return {
    at: list,
    values: { volume: name },
    fix: {
      title: 'Describe it as a gp3 volume of 20 GiB',
      apply: (draft) => describeVolume(draft, id, item, name),
    },
  }
}

function several(
  id: string,
  items: readonly { name?: string | undefined }[],
  wanted: readonly string[],
): Finding {
  const right = items.filter(({ name }) => name !== undefined && wanted.includes(name))
  const needless = (item: unknown) => isObject(item) && !wanted.includes(toText(item.name))
  const fix = dropItems('Remove what the task definition does not know', id, list, needless)
  return { at: `${list}/1`, variant: 'several', ...(right.length === 1 && { fix }) }
}

function unknown(id: string, name: string, wanted: readonly string[]): Finding {
  const [only, ...others] = wanted
  return {
    at: `${list}/0/name`,
    variant: 'unknown',
    values: { volume: name },
    ...(others.length === 0 && { fix: rename(id, only) }),
  }
}

/** To the volume that the task definition leaves open; without one there is nothing to describe. */
function rename(id: string, to: string | undefined): Fix {
  return to === undefined
    ? dropItems('Remove the entry', id, list, () => true)
    : setMembers(say`Call it “${to}”`, id, { [`${list}/0/name`]: to })
}
