/** How long ago something was, as people say it. */
import { dayOf, timeOf } from '../../document/when'
import { language } from '../../strings/language'
import { t } from '../../strings/strings'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `just now`, `5 min ago`, `3 hr ago`, `yesterday`, `Mon 24 Nov`. */
export function agoOf(time: number, now: number = Date.now()): string {
  const since = now - time
  // Clocks differ a little: what comes from a moment ahead was written just now.
  if (since < MINUTE) return since > -DAY ? t('threads.now') : dayOf(time, now)
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: 'always', style: 'short' })
  if (since < HOUR) return relative.format(-Math.floor(since / MINUTE), 'minute')
  if (since < DAY) return relative.format(-Math.floor(since / HOUR), 'hour')
  return dayOf(time, now)
}

/** Day and time, whole: for tooltips. */
export function exactTime(time: number): string {
  const day = new Intl.DateTimeFormat(language() === 'ko' ? 'ko' : 'en-GB', { dateStyle: 'full' }).format(
    time,
  )
  return `${day}, ${timeOf(time)}`
}
