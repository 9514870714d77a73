/** Limits of the calls that start tasks: RunTask, where ECS finds the place, and StartTask, where the caller does. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
  checked: '2026-11-26',
}

/** Tasks that one call of RunTask starts. */
export const runCount = { min: 1, max: 10 } as const

/** Container instances that one call of StartTask names. */
export const START_INSTANCES = 10

/** Characters of `overrides` as JSON. */
export const OVERRIDES_LENGTH = 8192

/** `startedBy`: characters at most, by call, and which ones. */
export const startedBy = { run: 128, start: 36, character: /[A-Za-z0-9_/-]/ } as const

/** `clientToken`: characters at most, by kind of element, and which ones (ASCII 33 to 126). */
export const clientToken = { task: 64, service: 36, character: /[!-~]/ } as const
