import { takesVolume, windowsWithoutFsx } from '../../aws/facts/volumes'
import { own } from '../../basics/own'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { fsxWindows } from '../../elements/fsx-windows'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, onlyDrawn } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { inWords, say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isWritten, launchName, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { ec2With, fargateWith, onWindows } from './examples'
import { kindsOf, volumesOfKind, volumeTitle } from './volumes'

const sharePath = '/volumes/0/fsxWindowsFileServerVolumeConfiguration'

/** What ECS wants to know of a share, all of it. */
const FSX_MEMBERS = [
  'fileSystemId',
  'rootDirectory',
  'authorizationConfig/credentialsParameter',
  'authorizationConfig/domain',
] as const

const complete = {
  fileSystemId: '@{files}',
  rootDirectory: 'share',
  authorizationConfig: { credentialsParameter: '@{login}', domain: 'corp.example.com' },
}

const elements = {
  files: element('fsx-windows', { StorageCapacity: 32 }),
  login: element('secret', { Name: 'files-login' }),
}

/** Volumes of FSx for Windows File Server. */
export const fsxWindowsVolumes = ruleFamily([
  defineRule({
    id: 'volume-fsxw-launch',
    severity: 'error',
    refusesLine: true,
    on: [taskDefinition],
    needs: ['/volumes/*/fsxWindowsFileServerVolumeConfiguration'],
    title: 'FSx for Windows File Server is for Windows tasks on EC2',
    message:
      '{launch} can’t mount FSx for Windows File Server volume “{volume}”; run the task on Windows instances of EC2.',
    variants: {
      system:
        'FSx for Windows File Server volume “{volume}” needs a Windows task, but the operating system is {family}; use Windows Server 2019 or later.',
      release:
        '{family} can’t mount FSx for Windows File Server volume “{volume}”; use Windows Server 2019 or later.',
    },
    why: 'The share is mounted on a Windows container instance that has joined the Active Directory domain. Fargate, managed instances and external instances have no such host, and Linux tasks don’t get one.',
    sources: [
      { ref: 'DG-2023:wfsx-volumes', checked: '2026-11-21' },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, graph, report }) {
      const volumes = volumesOfKind(spec, 'fsx-windows')
      if (volumes.length === 0) return
      const launch = [...launchTypesOf(graph, id)].find((one) => !takesVolume('fsx-windows', one, 'WINDOWS'))
      const family = spec.runtimePlatform?.operatingSystemFamily ?? ''
      const variant = launch === undefined ? wrongSystem(spec, family) : undefined
      if (launch === undefined && variant === undefined) return
      for (const { volume, index, at } of volumes) {
        report({
          at: `${at}/fsxWindowsFileServerVolumeConfiguration`,
          values: { volume: volumeTitle(volume, index), family, launch: launch ? launchName(launch) : '' },
          ...(variant && { variant }),
        })
      }
    },
    examples: () => ({
      valid: {
        'Windows on EC2': share(complete),
        'no operating system named, as in AWS’s own example': share(complete, { runtimePlatform: undefined }),
        'a launch type that nobody names': share(complete, { requiresCompatibilities: [] }),
      },
      invalid: {
        'on Fargate': {
          design: drawing({ ...elements, task: fargateWith([volumeOf(complete)], onWindows) }),
          element: 'task',
          at: sharePath,
        },
        'on Linux': {
          design: share(complete, { runtimePlatform: { operatingSystemFamily: 'LINUX' } }),
          element: 'task',
          at: sharePath,
        },
        'on Windows Server 2016': {
          design: share(complete, {
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2016_FULL' },
          }),
          element: 'task',
          at: sharePath,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-fsxw-fields',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/fsxWindowsFileServerVolumeConfiguration'],
    title: 'An FSx for Windows File Server volume is complete',
    message: 'FSx for Windows File Server volume “{volume}” lacks {missing}; ECS needs all four members.',
    why: 'To mount a share ECS has to know the file system, a folder of it, and an Active Directory account: its domain, and the secret or parameter with user name and password.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerVolumeConfiguration.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      spec.volumes?.forEach((volume, index) => {
        const fsx = volume.fsxWindowsFileServerVolumeConfiguration
        if (!fsx || kindsOf(volume).length > 1) return
        const at = `/volumes/${index}/fsxWindowsFileServerVolumeConfiguration`
        const missing = FSX_MEMBERS.filter((name) => !isWritten(element, `${at}/${name}`))
        if (missing.length === 0) return
        const fix = fillIn(graph, id, at, missing)
        const names = missing.map((name) => name.replace(/^.*\//, ''))
        const values = { volume: volumeTitle(volume, index), missing: names.join(', ') }
        report({ at, values, ...(fix && { fix }) })
      })
    },
    examples: () => ({
      valid: {
        'all four': share(complete),
        placeholders: share({
          fileSystemId: '<id>',
          rootDirectory: '<folder>',
          authorizationConfig: { credentialsParameter: '<arn>', domain: '<domain>' },
        }),
      },
      invalid: {
        'no domain': {
          design: share({ ...complete, authorizationConfig: { credentialsParameter: '@{login}' } }),
          element: 'task',
          at: sharePath,
        },
        'no folder, and no file system although one is drawn': {
          design: share({ authorizationConfig: complete.authorizationConfig }),
          element: 'task',
          at: sharePath,
        },
        'no account': {
          design: share({ fileSystemId: '@{files}', rootDirectory: 'share' }),
          element: 'task',
          at: sharePath,
        },
      },
    }),
  }),
])

function volumeOf(fsxWindowsFileServerVolumeConfiguration: Spec): Spec {
  return { name: 'files', fsxWindowsFileServerVolumeConfiguration }
}

/** Windows containers on EC2 with a volume of the drawn file system `files`. */
function share(configuration: Spec, spec: Spec = {}) {
  return drawing({ ...elements, task: ec2With([volumeOf(configuration)], { ...onWindows, ...spec }) })
}

/** With no system named EC2 places the task on Windows instances all the same, so nothing is wrong then. */
function wrongSystem(spec: TaskDefinitionSpec, family: string): 'system' | 'release' | undefined {
  if (isAbsent(family)) return undefined
  if (windowsWithoutFsx.includes(family)) return 'release'
  return runsWindows(spec) === false ? 'system' : undefined
}

/** The drawn file system, and the share that every file system has; an account nobody but people know. */
function fillIn(graph: Graph, id: string, at: string, missing: readonly string[]): Fix | undefined {
  const drawn = onlyDrawn(graph, fsxWindows.kind)
  const known: Readonly<Record<string, string | undefined>> = {
    fileSystemId: drawn === undefined ? undefined : refer(drawn),
    rootDirectory: 'share',
  }
  const entries = missing.map((name) => [`${at}/${name}`, own(known, name)] as const)
  if (entries.some(([, value]) => value === undefined)) return undefined
  return setMembers(say`Fill in ${inWords(missing, 'and')}`, id, Object.fromEntries(entries))
}
