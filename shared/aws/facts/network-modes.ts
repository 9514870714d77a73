/** Which network mode a task may have, by launch type, and which one it has when the task definition names none. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-21',
}

export interface NetworkModes {
  readonly modes: readonly string[]
  /** What AWS takes when none is named; absent where one must be named, or where Windows has its own (NAT). */
  readonly default?: string
}

/** Linux. `none` on managed instances: the API's text lists it, other tools refuse it. */
export const networkModes = {
  FARGATE: { modes: ['awsvpc'] },
  EC2: { modes: ['awsvpc', 'bridge', 'host', 'none'], default: 'bridge' },
  EXTERNAL: { modes: ['bridge', 'host', 'none'], default: 'bridge' },
  MANAGED_INSTANCES: { modes: ['awsvpc', 'host', 'none'], default: 'awsvpc' },
} as const satisfies Readonly<Record<string, NetworkModes>>

/**
 * Does a task get a network interface of its own? Fargate runs no other task, whatever the definition says, and an
 * external instance has none to give; elsewhere the mode decides, or the launch type's default. Undefined where the
 * drawing does not say.
 */
export function hasOwnInterface(
  launch: keyof typeof networkModes | undefined,
  mode: string | undefined,
): boolean | undefined {
  if (launch === 'FARGATE') return true
  if (launch === 'EXTERNAL') return false
  if (mode !== undefined) return mode === 'awsvpc'
  return launch === undefined ? undefined : networkModes[launch].default === 'awsvpc'
}
