/** Which log driver a container may name, by the launch type of its task. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  checked: '2026-11-26',
}

/** Every driver that ECS knows; container instances take them all. */
export const allLogDrivers = [
  'awslogs',
  'awsfirelens',
  'fluentd',
  'gelf',
  'journald',
  'json-file',
  'splunk',
  'syslog',
] as const

export const logDrivers = {
  FARGATE: ['awslogs', 'splunk', 'awsfirelens'],
  EC2: allLogDrivers,
  EXTERNAL: allLogDrivers,
  MANAGED_INSTANCES: ['awslogs', 'splunk', 'awsfirelens', 'json-file'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** May a container of a task with that launch type name this driver? */
export function takesLogDriver(launch: keyof typeof logDrivers, driver: string): boolean {
  return (logDrivers[launch] as readonly string[]).includes(driver)
}

/** Does ECS know a driver of that name at all? */
export function isLogDriver(driver: string): boolean {
  return (allLogDrivers as readonly string[]).includes(driver)
}

/**
 * Drivers for which the instance's agent must list them in `ECS_AVAILABLE_LOGGING_DRIVERS` before tasks that use them
 * are placed there.
 */
export const driversToAnnounce: readonly string[] = ['fluentd', 'gelf', 'journald', 'splunk', 'syslog']

/** Those that the agent of the ECS-optimized AMIs lists by itself (ecs-init 1.x, `docker.go`). */
export const announcedByEcsInit: readonly string[] = ['awslogs', 'fluentd', 'json-file', 'syslog']
