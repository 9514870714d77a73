/** Whether a save's steps are in the order that a power cut needs: data on the disk, then the name, then the folder. */
import { dirname } from 'node:path'
import type { Step } from './faulty-files'

/** What is wrong with the order, one line for each fault; nothing when a power cut can do no harm. */
export function orderFaults(log: readonly Step[]): string[] {
  const faults: string[] = []
  for (const [at, { name, path }] of log.entries()) {
    if (name !== 'rename' || !path.endsWith('.tmp')) continue
    const before = log.slice(0, at).filter((step) => step.path === path)
    const after = log.slice(at + 1)
    const written = before.findLastIndex((step) => step.name === 'write')
    if (!before.slice(written).some((step) => step.name === 'sync'))
      faults.push('renamed before it was synced')
    if (!before.slice(written).some((step) => step.name === 'close'))
      faults.push('renamed before it was closed')
    if (!after.some((step) => step.name === 'syncFolder' && step.path === dirname(path)))
      faults.push('the folder was not synced after the rename')
  }
  return faults
}
