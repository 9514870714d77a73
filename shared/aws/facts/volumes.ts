/** The kinds of volumes that a task definition knows, and where a task can mount each. */
import type { FactSource } from './fact'
import type { OperatingSystem } from './fargate-sizes'
import type { networkModes } from './network-modes'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html',
  checked: '2026-11-26',
}

type Launch = keyof typeof networkModes

/** `unclear`: AWS's pages disagree, or say nothing. */
type Support = 'yes' | 'no' | 'unclear'

/** On Linux, and on Windows. */
type OnSystems = readonly [linux: Support, windows: Support]

interface VolumeFact {
  /** As messages call a volume of that kind: "a Docker volume". */
  readonly name: string
  /** How long its data lives: as long as the task, as the container instance, or longer than both. */
  readonly lives: 'task' | 'instance' | 'longer'
  /** The oldest Linux platform version of Fargate that mounts it; absent: any. */
  readonly platform?: string
  readonly on: Readonly<Record<Launch, OnSystems>>
}

const BOTH: OnSystems = ['yes', 'yes']
const LINUX_ONLY: OnSystems = ['yes', 'no']
const WINDOWS_ONLY: OnSystems = ['no', 'yes']
const NEVER: OnSystems = ['no', 'no']

/** Managed instances run Linux only, so their second column is always "no". */
export const volumeKinds = {
  bind: {
    name: 'a bind mount',
    lives: 'task',
    on: { FARGATE: ['yes', 'unclear'], EC2: BOTH, EXTERNAL: BOTH, MANAGED_INSTANCES: LINUX_ONLY },
  },
  'host-path': {
    name: 'a folder of the host',
    lives: 'instance',
    on: { FARGATE: NEVER, EC2: BOTH, EXTERNAL: BOTH, MANAGED_INSTANCES: LINUX_ONLY },
  },
  docker: {
    name: 'a Docker volume',
    lives: 'instance',
    on: { FARGATE: NEVER, EC2: BOTH, EXTERNAL: BOTH, MANAGED_INSTANCES: NEVER },
  },
  efs: {
    name: 'an EFS volume',
    lives: 'longer',
    platform: '1.4.0',
    on: { FARGATE: LINUX_ONLY, EC2: LINUX_ONLY, EXTERNAL: NEVER, MANAGED_INSTANCES: LINUX_ONLY },
  },
  'fsx-windows': {
    name: 'an FSx for Windows File Server volume',
    lives: 'longer',
    on: { FARGATE: NEVER, EC2: WINDOWS_ONLY, EXTERNAL: NEVER, MANAGED_INSTANCES: NEVER },
  },
  's3-files': {
    name: 'an S3 Files volume',
    lives: 'longer',
    on: {
      FARGATE: ['yes', 'unclear'],
      EC2: NEVER,
      EXTERNAL: NEVER,
      MANAGED_INSTANCES: LINUX_ONLY,
    },
  },
  ebs: {
    name: 'an EBS volume',
    lives: 'task',
    platform: '1.4.0',
    on: { FARGATE: LINUX_ONLY, EC2: BOTH, EXTERNAL: NEVER, MANAGED_INSTANCES: LINUX_ONLY },
  },
} as const satisfies Readonly<Record<string, VolumeFact>>

export type VolumeKind = keyof typeof volumeKinds

/** Can a task with that launch type and operating system mount a volume of that kind? Undefined where AWS is unclear. */
export function takesVolume(kind: VolumeKind, launch: Launch, system: OperatingSystem): boolean | undefined {
  const [linux, windows]: OnSystems = volumeKinds[kind].on[launch]
  const support = system === 'LINUX' ? linux : windows
  return support === 'unclear' ? undefined : support === 'yes'
}

/** The Windows releases that can't mount a share of FSx for Windows File Server. */
export const windowsWithoutFsx: readonly string[] = ['WINDOWS_SERVER_2016_FULL']

/** What a volume's name is made of, and how long it may be. */
export const volumeName = { max: 255, character: /[A-Za-z0-9_-]/ } as const

/** The TCP port of EFS mount targets. */
export const nfsPort = 2049
