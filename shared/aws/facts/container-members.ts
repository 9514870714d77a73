/** Members of a container definition that not every task can have, as JSON pointers in it. */
import type { FactSource } from './fact'

/** The members' own descriptions say where they don't work. */
export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

/** Docker settings that Fargate, which shows nobody its hosts and their networks, does not offer. */
export const dockerOptionsNotOnFargate = [
  '/disableNetworking',
  '/dnsServers',
  '/dnsSearchDomains',
  '/dockerSecurityOptions',
  '/extraHosts',
] as const

/** `tmpfs`, capabilities and the init process are not among them. */
export const linuxParametersNotOnFargate = [
  '/linuxParameters/devices',
  '/linuxParameters/sharedMemorySize',
  '/linuxParameters/maxSwap',
  '/linuxParameters/swappiness',
] as const

export const notOnWindows = [
  '/links',
  '/privileged',
  '/readonlyRootFilesystem',
  '/disableNetworking',
  '/dnsServers',
  '/dnsSearchDomains',
  '/extraHosts',
  '/ulimits',
  '/linuxParameters',
  '/systemControls',
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
  '/environmentFiles',
] as const

/** The API and other pages of AWS's documentation disagree on these. */
export const doubtfulOnWindows = ['/user', '/memoryReservation'] as const

/** The oldest Linux platform version of Fargate that takes a member; Windows has had them from the start, or never. */
export const fargatePlatforms = {
  '/linuxParameters/capabilities/add': '1.4.0',
  '/systemControls': '1.4.0',
  '/environmentFiles': '1.4.0',
} as const
