/** An app without a window, on a host without a system. */

import type { Design } from '../../shared/design/design'
import { type MemoryHost, memoryHost } from '../hosts/memory-host'
import { type App, createApp, designOf } from '../store'

export interface TestApp extends App {
  readonly host: MemoryHost
  readonly design: () => Design
}

/** A fresh app; `files` are on its host's disk. */
export async function testApp(files: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const host = memoryHost(files)
  const app = createApp(host, await host.info())
  return { ...app, host, design: () => designOf(app.store.getState()) }
}
