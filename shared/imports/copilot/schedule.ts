/** Schedules of Copilot in the words of EventBridge. */

import { toNumber, toText } from '../../basics/convert'

const NAMED: Readonly<Record<string, string>> = {
  '@yearly': 'cron(0 0 1 1 ? *)',
  '@annually': 'cron(0 0 1 1 ? *)',
  '@monthly': 'cron(0 0 1 * ? *)',
  '@weekly': 'cron(0 0 ? * 1 *)',
  '@daily': 'cron(0 0 * * ? *)',
  '@midnight': 'cron(0 0 * * ? *)',
  '@hourly': 'cron(0 * * * ? *)',
}

/** `@weekly`, `@every 1h30m` or five fields of cron as an expression of EventBridge; undefined for anything else. */
export function scheduleOf(written: string): string | undefined {
  const text = written.trim()
  if (/^(?:rate|cron)\(.*\)$/.test(text)) return text
  if (Object.hasOwn(NAMED, text)) return NAMED[text]
  const every = /^@every\s+(?:(\d+)h)?(?:(\d+)m)?(?:\d+s)?$/.exec(text)
  if (every) return rate(toNumber(every[1] ?? 0) * 60 + toNumber(every[2] ?? 0))
  const fields = text.split(/\s+/)
  return fields.length === 5 ? cron(fields) : undefined
}

function rate(minutes: number): string | undefined {
  if (minutes < 1) return undefined
  return `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`
}

/** EventBridge has a year, counts weekdays from 1, and wants a question mark where the other day counts. */
function cron([minute = '', hour = '', day = '', month = '', weekday = '']: readonly string[]): string {
  if (weekday === '*') return `cron(${minute} ${hour} ${day} ${month} ? *)`
  const counted = weekday.replace(/(?<![\w/#])[0-7](?![\w])/g, (number) => toText((toNumber(number) % 7) + 1))
  return `cron(${minute} ${hour} ? ${month} ${counted} *)`
}
