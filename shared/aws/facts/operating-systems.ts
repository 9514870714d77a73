/** The operating systems and processors that a task definition can name, and where they run. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  checked: '2026-11-26',
}

/** `OSFamily`, the newest first. */
export const operatingSystemFamilies = [
  'LINUX',
  'WINDOWS_SERVER_2025_CORE',
  'WINDOWS_SERVER_2025_FULL',
  'WINDOWS_SERVER_2022_CORE',
  'WINDOWS_SERVER_2022_FULL',
  'WINDOWS_SERVER_2019_CORE',
  'WINDOWS_SERVER_2019_FULL',
  'WINDOWS_SERVER_20H2_CORE',
  'WINDOWS_SERVER_2004_CORE',
  'WINDOWS_SERVER_2016_FULL',
] as const

/** `CPUArchitecture`. Windows has no ARM64. */
export const cpuArchitectures = ['X86_64', 'ARM64'] as const

/** What people call the two processors elsewhere. */
export const otherNames: Readonly<Record<string, (typeof cpuArchitectures)[number]>> = {
  amd64: 'X86_64',
  x64: 'X86_64',
  aarch64: 'ARM64',
}

/** Releases of Windows that Fargate never had. Whether it has 2025 is documented nowhere. */
export const notOnFargate: readonly string[] = [
  'WINDOWS_SERVER_20H2_CORE',
  'WINDOWS_SERVER_2004_CORE',
  'WINDOWS_SERVER_2016_FULL',
]

/** The newest release that Fargate is known to have. */
export const newestOnFargate = { CORE: 'WINDOWS_SERVER_2022_CORE', FULL: 'WINDOWS_SERVER_2022_FULL' } as const

/** The oldest Linux platform version of Fargate with ARM64. */
export const ARM_PLATFORM = '1.4.0'
