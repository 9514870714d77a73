/** The memory host's unsaved work: what windows wrote down, and whose window is gone. */
import { fail, ok } from '../../shared/basics/result'
import type { Host, Recovery, Unsaved } from '../../shared/host'
import type { MemoryDisk } from './memory-disk'
import { fileFailure } from './read-file'

interface Kept extends Unsaved {
  readonly kept: number
  /** What the window last read or wrote of the file. */
  readonly base: string | undefined
}

export interface MemoryRecovery {
  /** Everything written down, by slot. */
  readonly slots: ReadonlyMap<string, Kept>
  /** The window dies: what it wrote down can be taken over by the next one. */
  readonly crash: () => void
  readonly calls: Pick<Host, 'keepRecovery' | 'dropRecovery' | 'recoveries' | 'openRecovery'>
}

/** Unsaved work of the files on this disk. */
export function memoryRecovery(disk: MemoryDisk): MemoryRecovery {
  const slots = new Map<string, Kept>()
  const open = new Set<string>()
  return {
    slots,
    crash: () => open.clear(),
    calls: {
      keepRecovery: async (work) => {
        const broken = disk.broken()
        if (broken) return fail(broken)
        open.add(work.slot)
        const base = work.file === undefined ? undefined : disk.base(work.file)
        slots.set(work.slot, { ...work, kept: Date.now(), base })
        return ok(null)
      },
      dropRecovery: async (slot) => {
        slots.delete(slot)
        return null
      },
      recoveries: async () =>
        [...slots.values()]
          .filter(({ slot }) => !open.has(slot))
          .sort((a, b) => b.kept - a.kept)
          .map(listed),
      openRecovery: async (slot) => {
        const found = slots.get(slot)
        if (!found) return fail(fileFailure('gone'))
        open.add(slot)
        const { text, file, base } = found
        if (file === undefined) return ok({ ...listed(found), text })
        const granted = disk.takeOver(file, base)
        const same = base !== undefined && disk.files.get(file) === base
        return ok({ ...listed(found), text, file: granted, ...(same ? { saved: base } : {}) })
      },
    },
  }
}

function listed({ slot, name, kept, elements, file }: Kept): Recovery {
  return { slot, name, kept, elements, ...(file === undefined ? {} : { place: 'Memory' }) }
}
