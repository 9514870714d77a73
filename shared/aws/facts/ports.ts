/** Ports of containers and of container instances: which there are, and which are taken. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  checked: '2026-11-26',
}

export const LAST_PORT = 65535

/** TCP ports that every container instance keeps for itself: SSH, Docker, and the ECS agent. */
export const reservedHostPorts: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680]

/** Ports that an instance can have reserved at a time, its own included; dynamic ones don't count. */
export const MAX_RESERVED_PORTS = 100

/** Ports from here on are handed out by themselves, so that a fixed one may be taken already. */
export const FIRST_EPHEMERAL_PORT = 32768

/**
 * The ranges in which Docker looks for a free port: that of the kernel of today's Linux images, else its own. A security
 * group must admit the whole of one of them.
 */
export const dynamicPortRanges: readonly { readonly first: number; readonly last: number }[] = [
  { first: FIRST_EPHEMERAL_PORT, last: 60999 },
  { first: 49153, last: LAST_PORT },
]

/** How many `containerPortRange` one container may have. */
export const MAX_PORT_RANGES = 100

/** Fargate keeps it for itself on Windows. */
export const WINDOWS_FARGATE_PORT = 3150

/** `name` of a port mapping: characters at most, and which ones. */
export const MAX_PORT_NAME = 64
export const portNamePattern = /^[a-z0-9_][a-z0-9_-]*$/
