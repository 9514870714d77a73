/** Which namespaces the containers of a task can share with each other or with the host. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

/** `PidMode`. Left out, every container has its own processes. Windows has none of them. */
export const pidModes = ['task', 'host'] as const

/** The only PID mode on Fargate, and the oldest Linux platform version that has it. */
export const fargatePidMode = { mode: 'task', platform: '1.4.0' } as const

/** `IpcMode`. Left out, the container runtime of the instance decides. */
export const ipcModes = ['none', 'task', 'host'] as const

/** Where tasks may have an IPC mode, if they are not Windows. */
export const takeIpcMode: readonly string[] = ['EC2', 'EXTERNAL']
