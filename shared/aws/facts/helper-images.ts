/** Images that serve other containers of a task: recognised by words in the name of the repository. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/application_architecture.html',
  checked: '2026-11-26',
}

/** Proxies, log routers, agents and the like, which stand beside an application. */
const helper =
  /envoy|proxy|pgbouncer|x-?ray|otel|opentelemetry|collector|fluent|firelens|vector|log-?router|agent|exporter|statsd|cadvisor|sidecar|consul|dapr|vault|memcached/

/** Web servers, which stand before an application as often as they are one. */
const webServer =
  /^(?:nginx|httpd|apache|caddy|haproxy|traefik|openresty)(?:-|$)|(?:-|^)(?:nginx|httpd|caddy)$/

export type ImageRole = 'helper' | 'web server' | 'application'

/** Words in the names of images for Windows; a definition may forget to say so itself. */
const windows = /windows|servercore|nanoserver|(?:^|[/-])iis(?:[/-]|$)/

export function isForWindows(repository: string): boolean {
  return windows.test(repository.toLowerCase())
}

/** What an image most likely is in a task, by the last part of its repository's name. */
export function roleOfImage(repository: string): ImageRole {
  const last = repository.split('/').at(-1)?.toLowerCase() ?? ''
  if (webServer.test(last)) return 'web server'
  return helper.test(last) ? 'helper' : 'application'
}
