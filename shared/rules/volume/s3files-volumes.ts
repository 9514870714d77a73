import { takesVolume } from '../../aws/facts/volumes'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { s3filesFileSystem } from '../../elements/s3files-file-system'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, nameOf, onlyDrawn, resolved } from '../../graph/graph'
import { type LaunchType, launchTypesOf, runsOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, element, service } from '../examples'
import { dropItems, removeMember, setMembers } from '../fixes'
import { isAbsent, isKnown, isUnknown, launchName, runsWindows } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { ec2With, fargateWith, onWindows } from './examples'
import { kindsOf, volumesOfKind, volumeTitle } from './volumes'

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html'
const path = '/volumes/0/s3filesVolumeConfiguration'
const arn = 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0'
const ARN = /^arn:[a-z-]+:s3files:[a-z0-9-]+:\d{12}:file-system\/fs-[0-9a-z]+$/

/** S3 Files volumes are mounted with the task role. */
const withRole = { taskRoleArn: '<task role>' }

const invoices = volumeOf({ fileSystemArn: arn })

/** Volumes of S3 Files, buckets that are seen as files. */
export const s3filesVolumes = ruleFamily([
  defineRule({
    id: 'volume-s3files-launch',
    severity: 'error',
    refusesLine: true,
    on: [taskDefinition],
    needs: ['/volumes/*/s3filesVolumeConfiguration'],
    title: 'S3 Files volumes are for Fargate and managed instances',
    message:
      '{launch} can’t mount S3 Files volume “{volume}”; run the task on Fargate or on managed instances, or call the S3 API.',
    variants: {
      claimed:
        'S3 Files volume “{volume}” fails on {launch}, for which the task definition claims to be fit, too; drop that launch type.',
    },
    why: 'The host mounts the file system, and only where AWS looks after the host does it know how. ECS registers the definition all the same; tasks on container instances of your own fail when they start.',
    sources: [{ ref: page, checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      const volumes = volumesOfKind(spec, 's3-files')
      if (volumes.length === 0) return
      const refused = refusedLaunch(graph, id)
      if (!refused) return
      const { launch, claimed } = refused
      for (const { volume, index, at } of volumes) {
        report({
          at: `${at}/s3filesVolumeConfiguration`,
          values: { volume: volumeTitle(volume, index), launch: claimed ? launch : launchName(launch) },
          ...(claimed && { severity: 'warning', variant: 'claimed', fix: disclaim(id) }),
        })
      }
    },
    examples: () => ({
      valid: {
        'on Fargate': s3files([invoices]),
        'on Fargate and managed instances': s3files([invoices], {
          requiresCompatibilities: ['FARGATE', 'MANAGED_INSTANCES'],
        }),
        'a launch type that nobody names': s3files([invoices], { requiresCompatibilities: [] }),
      },
      invalid: {
        'on EC2': { design: drawing({ task: ec2With([invoices], withRole) }), element: 'task', at: path },
        'claimed to be for Fargate, but run on EC2': {
          design: drawing({
            task: fargateWith([invoices], { ...withRole, requiresCompatibilities: [] }),
            web: service({ launchType: 'EC2' }),
          }),
          element: 'task',
          at: path,
        },
        'EC2 claimed next to Fargate': {
          design: s3files([invoices], { requiresCompatibilities: ['EC2', 'FARGATE'] }),
          element: 'task',
          at: path,
          severity: 'warning',
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-s3files-windows',
    severity: 'error',
    refusesLine: true,
    on: [taskDefinition],
    needs: ['/volumes/*/s3filesVolumeConfiguration'],
    title: 'S3 Files volumes are for Linux tasks',
    message:
      'Windows containers can’t mount S3 Files volume “{volume}”; run them on Linux, or call the S3 API.',
    why: 'S3 Files speaks NFS, and AWS describes its volumes for Linux tasks only.',
    sources: [{ ref: page, checked: '2026-11-21' }],
    check({ spec, report }) {
      const volumes = volumesOfKind(spec, 's3-files')
      if (volumes.length === 0 || !runsWindows(spec)) return
      for (const { volume, index, at } of volumes) {
        report({ at: `${at}/s3filesVolumeConfiguration`, values: { volume: volumeTitle(volume, index) } })
      }
    },
    examples: () => ({
      valid: {
        'on Linux': s3files([invoices]),
        'an operating system that is a placeholder': s3files([invoices], {
          runtimePlatform: { operatingSystemFamily: '<family>' },
        }),
      },
      invalid: { 'on Windows': { design: s3files([invoices], onWindows), element: 'task', at: path } },
    }),
  }),
  defineRule({
    id: 'volume-s3files-fields',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/s3filesVolumeConfiguration'],
    title: 'An S3 Files volume names its file system by ARN',
    message: 'S3 Files volume “{volume}” names no file system; give it the file system’s full ARN.',
    variants: {
      form: 'S3 Files volume “{volume}” names “{value}”, which is not the full ARN of a file system; write it as arn:aws:s3files:region:account:file-system/fs-….',
      root: 'S3 Files volume “{volume}” has an access point, so it can’t begin at “{value}”; leave the root directory out.',
    },
    why: 'ECS finds the file system, and the Region and account that it is in, by the ARN. An access point brings its own root directory and enforces it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html',
        checked: '2026-11-26',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-s3files-config.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      spec.volumes?.forEach((volume, index) => {
        const files = volume.s3filesVolumeConfiguration
        if (!files || kindsOf(volume).length > 1) return
        const at = `/volumes/${index}/s3filesVolumeConfiguration`
        const title = volumeTitle(volume, index)
        const written = files.fileSystemArn ?? ''
        const value = resolved(graph, written)
        if (isAbsent(written)) {
          const fix = nameOnlyOne(graph, id, `${at}/fileSystemArn`)
          report({ at: `${at}/fileSystemArn`, values: { volume: title }, ...(fix && { fix }) })
        } else if (!isUnknown(value) && !ARN.test(value)) {
          report({ at: `${at}/fileSystemArn`, variant: 'form', values: { volume: title, value } })
        }
        const root = files.rootDirectory
        if (isAbsent(files.accessPointArn) || !isKnown(root) || root === '/') return
        report({
          at: `${at}/rootDirectory`,
          variant: 'root',
          values: { volume: title, value: root },
          fix: removeMember('Leave the root directory to the access point', id, `${at}/rootDirectory`),
        })
      })
    },
    examples: () => ({
      valid: {
        'a full ARN': s3files([invoices]),
        'a drawn file system': drawing({
          files: element('s3files-file-system'),
          task: fargateWith([volumeOf({ fileSystemArn: '@{files}' })], withRole),
        }),
        'an access point and /': s3files([
          volumeOf({ fileSystemArn: arn, rootDirectory: '/', accessPointArn: '<access point>' }),
        ]),
        'an ARN with placeholders': s3files([
          volumeOf({ fileSystemArn: 'arn:aws:s3files:<region>:<account>:file-system/fs-0123' }),
        ]),
      },
      invalid: {
        'no file system': {
          design: s3files([volumeOf({ rootDirectory: '/invoices' })]),
          element: 'task',
          at: `${path}/fileSystemArn`,
        },
        'no file system, although one is drawn': {
          design: drawing({
            files: element('s3files-file-system'),
            task: fargateWith([volumeOf({ fileSystemArn: '' })], withRole),
          }),
          element: 'task',
          at: `${path}/fileSystemArn`,
        },
        'an ID': {
          design: s3files([volumeOf({ fileSystemArn: 'fs-123' })]),
          element: 'task',
          at: `${path}/fileSystemArn`,
        },
        'an access point and a folder': {
          design: s3files([
            volumeOf({ fileSystemArn: arn, rootDirectory: '/invoices', accessPointArn: '<access point>' }),
          ]),
          element: 'task',
          at: `${path}/rootDirectory`,
        },
      },
    }),
  }),
])

function volumeOf(s3filesVolumeConfiguration: Spec): Spec {
  return { name: 'invoices', s3filesVolumeConfiguration }
}

function s3files(volumes: readonly Spec[], spec: Spec = {}) {
  return drawing({ task: fargateWith(volumes, { ...withRole, ...spec }) })
}

/**
 * A launch type on which the volume fails; `claimed` when the definition runs elsewhere, or may do so, and only names it
 * as one more.
 */
function refusedLaunch(
  graph: Graph,
  id: string,
): { readonly launch: LaunchType; readonly claimed: boolean } | undefined {
  const used = runsOf(graph, id).flatMap(({ launch }) => launch ?? [])
  const all = [...launchTypesOf(graph, id)]
  const fails = (launch: LaunchType) => takesVolume('s3-files', launch, 'LINUX') === false
  const launch = used.find(fails) ?? all.find(fails)
  return launch && { launch, claimed: !used.includes(launch) && !all.every(fails) }
}

function disclaim(id: string): Fix {
  const fails = (item: unknown) => item === 'EC2' || item === 'EXTERNAL'
  return dropItems('Claim Fargate and managed instances only', id, '/requiresCompatibilities', fails)
}

function nameOnlyOne(graph: Graph, id: string, at: string): Fix | undefined {
  const drawn = onlyDrawn(graph, s3filesFileSystem.kind)
  if (drawn === undefined) return undefined
  return setMembers(say`Use “${nameOf(graph, drawn)}”`, id, { [at]: refer(drawn) })
}
