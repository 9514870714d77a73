/** Points in time as people say them. */
import { language } from '../strings/language'

const DAY = 24 * 60 * 60 * 1000

/** `today 14:05`, `yesterday 09:30`, `Mon 24 Nov 18:00`; in the language of the interface. */
export function whenOf(time: number, now: number = Date.now()): string {
  return `${dayOf(time, now)} ${timeOf(time)}`
}

/** The day only: `today`, `yesterday`, `Mon 24 Nov`. */
export function dayOf(time: number, now: number = Date.now()): string {
  const days = daysBetween(time, now)
  if (days > -2 && days <= 0)
    return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(days, 'day')
  const year =
    new Date(time).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const }
  const locale = language() === 'ko' ? 'ko' : 'en-GB'
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...year,
  }).format(time)
}

/** `14:05`. */
export function timeOf(time: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(time)
}

/** Midnights between them, as the calendar here has them; negative in the past. */
function daysBetween(time: number, now: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  return Math.round((midnight(time) - midnight(now)) / DAY)
}
