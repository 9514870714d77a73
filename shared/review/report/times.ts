/** Times as a report prints them: the same for every reader, wherever they are. */
import { z } from 'zod'

/** `2026-11-27 09:14 UTC` of an ISO time in UTC; another text as it is. */
export function timeText(iso: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(iso) ?? []
  return date === undefined ? iso : `${date} ${time} UTC`
}

/** The day of an ISO time. */
export function dayText(iso: string): string {
  return iso.slice(0, 10)
}

const day = z.iso.date()

/** Is it a date such as `2026-11-27`, and one that there is? */
export function isDay(text: string): boolean {
  return day.safeParse(text).success
}
