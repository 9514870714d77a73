/**
 * Which network mode a task may have, by launch type and operating system, and which one it has when the task definition
 * names none.
 */
import type { FactSource } from './fact'
import type { OperatingSystem } from './fargate-sizes'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

/** Every mode that a task definition can name. */
export const allNetworkModes = ['awsvpc', 'bridge', 'host', 'none'] as const

export type NetworkMode = (typeof allNetworkModes)[number]

export function isNetworkMode(text: string): text is NetworkMode {
  return allNetworkModes.some((mode) => mode === text)
}

/** What Windows has when no mode is named: a network of its own, which the API has no name for. */
export const WINDOWS_NETWORK = 'nat'

export interface NetworkModes {
  readonly modes: readonly NetworkMode[]
  /** The API's text lists them, other tools of AWS refuse them. */
  readonly doubtful?: readonly NetworkMode[]
  /** What AWS takes when none is named; absent where one must be named. */
  readonly default?: NetworkMode | typeof WINDOWS_NETWORK
}

const MANAGED: NetworkModes = { modes: ['awsvpc', 'host'], doubtful: ['none'], default: 'awsvpc' }

export const networkModes = {
  FARGATE: { LINUX: { modes: ['awsvpc'] }, WINDOWS: { modes: ['awsvpc'] } },
  EC2: {
    LINUX: { modes: allNetworkModes, default: 'bridge' },
    WINDOWS: { modes: ['awsvpc'], default: WINDOWS_NETWORK },
  },
  EXTERNAL: {
    LINUX: { modes: ['bridge', 'host', 'none'], default: 'bridge' },
    WINDOWS: { modes: [], default: WINDOWS_NETWORK },
  },
  MANAGED_INSTANCES: { LINUX: MANAGED, WINDOWS: MANAGED },
} as const satisfies Readonly<Record<string, Readonly<Record<OperatingSystem, NetworkModes>>>>

export type Launch = keyof typeof networkModes

/** Families of Windows whose instances can't give a task a network interface. */
export const windowsWithoutAwsvpc: readonly string[] = ['WINDOWS_SERVER_2016_FULL']

/** May a task of that launch type and system have the mode? A doubtful one counts. */
export function takesNetworkMode(launch: Launch, system: OperatingSystem, mode: string): boolean {
  const { modes, doubtful = [], default: own }: NetworkModes = networkModes[launch][system]
  return mode === own || [...modes, ...doubtful].some((one) => one === mode)
}

/** The mode of a task whose definition names none; undefined where AWS wants one to be named. */
export function defaultNetworkMode(launch: Launch, system: OperatingSystem): NetworkModes['default'] {
  const { default: own }: NetworkModes = networkModes[launch][system]
  return own
}

/**
 * Does a task get a network interface of its own? Fargate runs no other task, whatever the definition says, and an
 * external instance has none to give; elsewhere the mode decides, or the launch type's default. Undefined where the
 * drawing does not say.
 */
export function hasOwnInterface(launch: Launch | undefined, mode: string | undefined): boolean | undefined {
  if (launch === 'FARGATE') return true
  if (launch === 'EXTERNAL') return false
  if (mode !== undefined) return mode === 'awsvpc'
  return launch === undefined ? undefined : defaultNetworkMode(launch, 'LINUX') === 'awsvpc'
}
