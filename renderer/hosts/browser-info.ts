/** What the app runs on, in a browser. */
import type { AppInfo } from '../../shared/host'
import { t } from '../strings/strings'

/** What the browser offers to this page. */
export interface Abilities {
  /** The File System Access API: files can be written in place. */
  readonly pickers: boolean
  /** Locks between tabs. */
  readonly locks: boolean
  /** A place to keep unsaved work, recent files and earlier versions. */
  readonly database: boolean
}

/** Version, platform and limits of this host. */
export function browserInfo(userAgent: string, { pickers, locks, database }: Abilities): AppInfo {
  return {
    version: import.meta.env.VITE_APP_VERSION ?? '',
    host: 'browser',
    platform: platformOf(userAgent),
    runtime: { [t('host.browser')]: browserOf(userAgent) },
    limits: [
      t('host.noShell'),
      ...(pickers ? [t('host.emptied')] : [t('host.noPickers'), t('host.noWatching')]),
      t(database ? (pickers ? 'host.keptHere' : 'host.keptWork') : 'host.noDatabase'),
      ...(pickers && !locks ? [t('host.noLocks')] : []),
    ],
  }
}

/** Decides between ⌘ and Ctrl. */
export function platformOf(userAgent: string): AppInfo['platform'] {
  if (/Mac OS X|iPhone|iPad/.test(userAgent)) return 'mac'
  return /Windows/.test(userAgent) ? 'windows' : 'linux'
}

/** Such as `Chrome 156`. Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari. */
export function browserOf(userAgent: string): string {
  for (const [mark, name] of BROWSERS) {
    const version = new RegExp(`${mark}/(\\d+)`).exec(userAgent)?.[1]
    if (version !== undefined) return `${name} ${version}`
  }
  return userAgent
}

const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Version', 'Safari'],
] as const
