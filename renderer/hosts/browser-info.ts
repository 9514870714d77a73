/** What the app runs on, in a browser. */
import type { AppInfo } from '../../shared/host'
import { t } from '../strings/strings'

/** Version, platform and limits of this host. */
export function browserInfo(userAgent: string, canWrite: boolean): AppInfo {
  return {
    version: import.meta.env.VITE_APP_VERSION ?? '',
    host: 'browser',
    platform: platformOf(userAgent),
    runtime: { [t('host.browser')]: browserOf(userAgent) },
    limits: [t('host.noShell'), ...(canWrite ? [] : [t('host.noPickers')])],
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
