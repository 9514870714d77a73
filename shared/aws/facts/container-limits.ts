/** Limits of a container definition: sizes in MiB, times in seconds. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

export const CONTAINER_NAME_LENGTH = 255

/** What Docker reserves for a container at least: since Docker 20.10, and before it. */
export const LEAST_MEMORY = { today: 6, before: 4 } as const

/** `startTimeout` and `stopTimeout` on Fargate. */
export const fargateTimeout = { min: 2, max: 120 } as const

/** `stopTimeout` left out: time between SIGTERM and SIGKILL. */
export const DEFAULT_STOP_TIMEOUT = 30

/** `restartPolicy`: for how long a container must have run, and how many exit codes can be ignored. */
export const restartPolicy = { period: { min: 60, max: 1800 }, ignoredExitCodes: 50 } as const

export const ENVIRONMENT_FILES = 10
export const CREDENTIAL_SPECS = 1

/** How a credential spec begins, before the ARN of its file in S3 or Parameter Store. */
export const credentialSpecForms = ['credentialspec', 'credentialspecdomainless'] as const

/** Percent. 0 swaps only when it must. */
export const swappiness = { min: 0, max: 100 } as const

/** The most files that a container on Fargate may have open. */
export const FARGATE_OPEN_FILES = 1048576
