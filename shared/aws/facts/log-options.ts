/** The options of log drivers, as far as RegisterTaskDefinition looks at them. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  checked: '2026-11-26',
}

/** What awslogs takes: its own options, and the two that every driver takes. Docker knows more, which ECS refuses. */
export const awslogsOptions = [
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-group',
  'awslogs-multiline-pattern',
  'awslogs-region',
  'awslogs-stream-prefix',
  'max-buffer-size',
  'mode',
] as const

/** How lines get from the container to the driver; the second one has been the default since 25 June 2025. */
export const deliveryModes = ['blocking', 'non-blocking'] as const

/** What splunk can't do without; the token may be a secret option. */
export const splunkNeeds = ['splunk-url', 'splunk-token'] as const

/** The log routers that ECS can configure. */
export const routerTypes = ['fluentbit', 'fluentd'] as const

/** Where the log router’s own configuration is kept, if it has one. */
export const routerConfigTypes = ['file', 's3'] as const

/** Where ECS writes the configuration that it makes itself: a file of one’s own there is overwritten. */
export const routerConfigTaken = ['/fluent-bit/etc/fluent-bit.conf', '/fluentd/etc/fluent.conf'] as const

/** Where a log router listens for the containers of its task. */
export const ROUTER_PORT = 24224

/** AWS's image of Fluent Bit, of the line that AWS calls stable. */
export const ROUTER_IMAGE = 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable'

/** What AWS's samples reserve for a log router, in MiB. */
export const ROUTER_MEMORY = 50
