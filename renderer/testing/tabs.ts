/** A browser with tabs of the app, each with the real host's file and recovery calls over a browser that is none. */
import type { Result } from '../../shared/basics/result'
import type { GrantedFile, Host, OpenedFile } from '../../shared/host'
import { type FileCalls, type FileNeeds, fileCalls, regrant } from '../hosts/browser-files'
import { type Grants, newGrants } from '../hosts/grants'
import { knownFiles } from '../hosts/known-files'
import { recoveryCalls } from '../hosts/recovery'
import { openTabs, type Tabs } from '../hosts/tabs'
import { fileVersions } from '../hosts/versions'
import { type FakeDisk, fakeDatabase, fakeDisk, fakeLocks } from './browser'

type Calls = FileCalls | 'keepRecovery' | 'dropRecovery' | 'recoveries' | 'openRecovery'

export interface Tab extends Pick<Host, Calls> {
  readonly grants: Grants
  readonly tabs: Tabs
  readonly open: (name: string) => Promise<Result<OpenedFile | null>>
  readonly saveAs: (name: string, text: string) => Promise<Result<GrantedFile | null>>
  readonly crash: () => void
}

export interface FakeBrowser {
  readonly disk: FakeDisk
  readonly database: ReturnType<typeof fakeDatabase>
  readonly tab: (needs?: Partial<FileNeeds>) => Tab
  /** The time in milliseconds; it stands still unless it is moved. */
  now: number
}

/** No files, no tabs. */
export function fakeBrowser(pause?: () => Promise<void>): FakeBrowser {
  const disk = fakeDisk(() => browser.now, pause)
  const database = fakeDatabase()
  const manager = fakeLocks()
  const browser: FakeBrowser = {
    disk,
    database,
    now: Date.UTC(2026, 4, 4),
    tab: (needs) => {
      const locks = manager.tab()
      const chosen = { name: '' }
      const choose = async () => disk.handle(chosen.name)
      const files: FileNeeds = {
        page: {
          showOpenFilePicker: async () => [await choose()],
          showSaveFilePicker: choose,
        } as unknown as Window,
        grants: newGrants(),
        known: knownFiles(database, locks),
        versions: fileVersions(database),
        tabs: openTabs(locks),
        locks,
        now: () => browser.now,
        saved: () => undefined,
        ...needs,
      }
      const calls = fileCalls(files)
      return {
        ...calls,
        ...recoveryCalls({
          ...{ database, locks, grants: files.grants, now: () => browser.now },
          regrant: ({ handle, base }) => regrant(files, handle, base),
        }),
        grants: files.grants,
        tabs: files.tabs,
        crash: locks.crash,
        open: (name) => {
          chosen.name = name
          return calls.openFile()
        },
        saveAs: (name, text) => {
          chosen.name = name
          return calls.saveFileAs(name, text)
        },
      }
    },
  }
  return browser
}

/** The value of what must have gone well. */
export function got<T>(result: Result<T>): NonNullable<T> {
  if (!result.ok) throw new Error(`${result.error.code}: ${String(result.error.what)}`)
  if (result.value === null || result.value === undefined) throw new Error('The dialog was cancelled.')
  return result.value
}
