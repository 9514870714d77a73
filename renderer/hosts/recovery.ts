/**
 * Unsaved work, kept in this browser. The tab that keeps it holds a lock for as long as it lives, so what nobody holds was
 * left behind.
 */
import { type Failure, fail, ok } from '../../shared/basics/result'
import type { GrantedFile, Host, Recovery, Unsaved } from '../../shared/host'
import { t } from '../strings/strings'
import type { Database, KeptWork } from './database'
import type { Grants } from './grants'
import type { Locks } from './locks'
import { isNamed } from './read-file'

type RecoveryCalls = 'keepRecovery' | 'dropRecovery' | 'recoveries' | 'openRecovery'

interface Needs {
  readonly database: Database
  readonly locks: Locks
  readonly grants: Grants
  /** Grants the file that such work belongs to, and answers its text when it is still what the work was based on. */
  readonly regrant: (file: NonNullable<KeptWork['file']>) => Promise<Regranted>
  readonly now: () => number
}

export interface Regranted {
  readonly file?: GrantedFile
  readonly saved?: string
}

/** The calls for work in this database. */
export function recoveryCalls({ database, locks, grants, regrant, now }: Needs): Pick<Host, RecoveryCalls> {
  const asked = new Map<string, Promise<boolean>>()
  const mine = new Set<string>()
  /** Makes a slot this tab's, for as long as it lives; false when it is another's. */
  const hold = (slot: string) => {
    const answer = asked.get(slot) ?? locks.take(lockOf(slot)).then((release) => release !== undefined)
    asked.set(slot, answer)
    return answer.then((held) => {
      if (held) mine.add(slot)
      else asked.delete(slot)
      return held
    })
  }
  const record = ({ slot, name, text, elements, file }: Unsaved): KeptWork => {
    const place = file === undefined ? undefined : grants.find(file)?.place
    const belongs = place ? { file: { handle: place.handle, base: place.base } } : {}
    return { slot, name, text, elements, kept: now(), ...belongs }
  }
  return {
    keepRecovery: async (work) => {
      // Neither waits for the other: a page that is going may have no time for two steps.
      const held = hold(work.slot)
      try {
        await database.change([{ store: 'recoveries', put: record(work) }])
        await held
        return ok(null)
      } catch (error) {
        return fail(recoveryFailure(isNamed(error, 'QuotaExceededError') ? 'full' : 'notKept'))
      }
    },
    dropRecovery: async (slot) => {
      // What is kept from now on must not be dropped: no waiting for what is known already.
      if (!mine.has(slot) && !(await hold(slot))) return null
      await database.change([{ store: 'recoveries', remove: slot }]).catch(() => undefined)
      return null
    },
    recoveries: async () => {
      const kept = await database.all('recoveries').catch(() => [])
      const held = await locks.held()
      return kept
        .filter(({ slot }) => !mine.has(slot) && !held.has(lockOf(slot)))
        .sort((a, b) => b.kept - a.kept)
        .map(listed)
    },
    openRecovery: async (slot) => {
      if (!(await hold(slot))) return fail(recoveryFailure('elsewhere'))
      const work = await database.get('recoveries', slot).catch(() => undefined)
      if (!work) return fail(recoveryFailure('lost'))
      return ok({ ...listed(work), text: work.text, ...(work.file ? await regrant(work.file) : {}) })
    },
  }
}

const lockOf = (slot: string) => `work ${slot}`

function listed({ slot, name, kept, elements, file }: KeptWork): Recovery {
  return { slot, name, kept, elements, ...(file ? { place: t('host.someFolder') } : {}) }
}

type RecoveryFailure = 'full' | 'notKept' | 'lost' | 'elsewhere'

function recoveryFailure(name: RecoveryFailure): Failure {
  return {
    code: `recovery-${name.toLowerCase()}`,
    what: t(`host.recovery.${name}.what`),
    mend: t(`host.recovery.${name}.mend`),
  }
}
