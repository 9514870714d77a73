import { expect, it } from 'vitest'
import { namespaceOf } from './kernel'

it.each([
  ['net.core.somaxconn', 'net'],
  ['net.ipv4.tcp_keepalive_time', 'net'],
  ['fs.mqueue.msg_max', 'ipc'],
  ['kernel.shmmax', 'ipc'],
  ['kernel.pid_max', undefined],
  ['vm.max_map_count', undefined],
  ['fs.file-max', undefined],
])('kernel parameter %s belongs to the namespace %s', (parameter, namespace) => {
  expect(namespaceOf(parameter)).toBe(namespace)
})
