/** Names, ports and sizes of Service Connect. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
  checked: '2026-11-26',
}

/** Client aliases of one port. */
export const MAX_CLIENT_ALIASES = 1

/** Characters at most, and how a name looks. */
export const discoveryName = { max: 64, pattern: /^[a-z0-9_][a-z0-9_-]*$/ } as const
export const dnsName = { max: 127, pattern: /^[a-z0-9_.][a-z0-9_.-]*$/ } as const

/** Network modes in which the proxy can stand between a container and its network. */
export const proxyNetworkModes: readonly string[] = ['awsvpc', 'bridge']

/** MiB that a task should have for the proxy, beyond its containers: enough for a large namespace. */
export const PROXY_MEMORY = 128

/** `ServiceConnectAccessLogConfiguration` and the proxy's own settings. */
export const accessLogFormats = ['TEXT', 'JSON'] as const
export const queryParameters = ['ENABLED', 'DISABLED'] as const
export const proxyLogLevels = ['info', 'debug'] as const
