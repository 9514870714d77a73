import { efsFileSystem } from '../../elements/efs-file-system'
import { taskZones } from '../../graph/capacity'
import { nameOf } from '../../graph/graph'
import { inWords } from '../../texts/text'
import { drawing, element, service } from '../examples'
import { removeMember } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { runsMounting } from './efs-volumes'
import { efsVolume, fargateWith } from './examples'

export const volumeEfsOneZone = defineRule({
  id: 'volume-efs-one-zone',
  severity: 'warning',
  on: [efsFileSystem],
  needs: ['/AvailabilityZoneName'],
  title: 'Tasks in several zones share a Regional file system',
  message:
    'EFS “{fileSystem}” lives in {zone} only, but “{runner}” runs tasks in {zones}; use a Regional file system.',
  why: 'One Zone storage is cheaper, and has one mount target. Tasks in other zones reach it across zones, which costs latency and transfer, and when its zone fails all of them lose their data.',
  sources: [
    { ref: 'EFS:CreateFileSystemRequest.AvailabilityZoneName', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const zone = spec.AvailabilityZoneName
    if (!isKnown(zone)) return
    for (const { runner } of runsMounting(graph, id)) {
      const zones = taskZones(graph, runner)
      if (!zones || zones.size < 2) continue
      report({
        at: '/AvailabilityZoneName',
        values: {
          fileSystem: nameOf(graph, id),
          zone,
          runner: nameOf(graph, runner),
          zones: inWords([...zones], 'and'),
        },
        // What exists already stays where it is.
        ...(!element.existing && {
          fix: removeMember('Make it a Regional file system', id, '/AvailabilityZoneName'),
        }),
      })
      return
    }
  },
  examples: () => ({
    valid: {
      'a Regional file system': withZone(undefined, ['@{a}', '@{b}']),
      'tasks in one zone': withZone('eu-west-1a', ['@{a}']),
      'a zone that is a placeholder': withZone('<zone>', ['@{a}', '@{b}']),
    },
    invalid: {
      'tasks in two zones': {
        design: withZone('eu-west-1a', ['@{a}', '@{b}']),
        element: 'shared',
        at: '/AvailabilityZoneName',
      },
    },
  }),
})

function withZone(AvailabilityZoneName: string | undefined, subnets: readonly string[]) {
  return drawing({
    a: element('subnet', { AvailabilityZone: 'eu-west-1a' }),
    b: element('subnet', { AvailabilityZone: 'eu-west-1b' }),
    shared: element('efs-file-system', { CreationToken: 'shared', Encrypted: true, AvailabilityZoneName }),
    task: fargateWith([efsVolume]),
    web: service({ launchType: 'FARGATE', networkConfiguration: { awsvpcConfiguration: { subnets } } }),
  })
}
