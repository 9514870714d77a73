/** Elastic Load Balancing: what each kind of load balancer speaks, how it checks targets, and its limits. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  checked: '2026-11-26',
}

const NETWORK = ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'] as const

/** Protocols of listeners and of target groups. A Gateway Load Balancer’s listener has none. */
export const balancerProtocols = {
  application: { listener: ['HTTP', 'HTTPS'], group: ['HTTP', 'HTTPS'] },
  network: { listener: NETWORK, group: NETWORK },
  gateway: { listener: [], group: ['GENEVE'] },
} as const

/**
 * The target groups that a Network Load Balancer’s listener can forward to.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 */
export const networkPairs: Readonly<Record<string, readonly string[]>> = {
  TCP: ['TCP', 'TCP_UDP'],
  TLS: ['TCP', 'TLS'],
  UDP: ['UDP', 'TCP_UDP'],
  TCP_UDP: ['TCP_UDP'],
  QUIC: ['QUIC', 'TCP_QUIC'],
  TCP_QUIC: ['TCP_QUIC'],
}

/** Listeners that decrypt, and so need a certificate; SSL is what a Classic Load Balancer calls TLS. */
export const encryptedProtocols: readonly string[] = ['HTTPS', 'TLS', 'SSL']

/** Protocols of Network Load Balancers that carry UDP, alone or beside TCP. */
export const udpProtocols: readonly string[] = ['UDP', 'TCP_UDP']

/** What a health check can speak. TCP only looks whether the port is open. */
export const healthProtocols = ['HTTP', 'HTTPS', 'TCP'] as const

/** Members of a health check, in seconds, or checks in a row. */
export const targetHealthRanges = {
  HealthCheckIntervalSeconds: { min: 5, max: 300 },
  HealthCheckTimeoutSeconds: { min: 2, max: 120 },
  HealthyThresholdCount: { min: 2, max: 10 },
  UnhealthyThresholdCount: { min: 2, max: 10 },
} as const

/** A health check on the port that gets the traffic, whichever that is; also what is meant when none is named. */
export const TRAFFIC_PORT = 'traffic-port'

/** Names of load balancers and target groups; a load balancer’s does not begin with the reserved word. */
export const balancerNames = { max: 32, reserved: 'internal-' } as const

/** Zones that an Application Load Balancer stands in at least, outside Outposts and Local Zones. */
export const LEAST_ZONES = 2

/**
 * Of one service. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html
 */
export const MAX_TARGET_GROUPS = 5

/** How long a target that leaves may finish its connections, in seconds: the attribute’s key, and what AWS takes for it. */
export const deregistrationDelay = { key: 'deregistration_delay.timeout_seconds', default: 300 } as const

/** The oldest Linux platform version of Fargate that UDP reaches. */
export const UDP_PLATFORM = '1.4.0'

/** Ports that almost always speak HTTP. */
export const webPorts: readonly number[] = [80, 443, 8080, 8443]

/** Application protocols of a port mapping that an Application Load Balancer understands. */
export const webProtocols: readonly string[] = ['http', 'http2', 'grpc']
