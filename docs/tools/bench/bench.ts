/**
 * Prints what the core and the drawing cost for designs of 100, 1,000 and 5,000 elements; with `core` or `browser` as its
 * argument only that part, and with numbers only designs of those sizes. `all-day` is a measurement of its own: two
 * minutes of unbroken work on 5,000 elements, or as many minutes as the number after it says.
 */
import { measureAllDay } from './all-day'
import { measureBrowser } from './browser'
import { measureCore, type Row } from './core'
import { measureDrawing } from './drawing'

const asked = process.argv.slice(2)
const numbers = asked.map(Number).filter((size) => size > 0)
const allDay = asked.includes('all-day')
const sizes = numbers.length > 0 && !allDay ? numbers : [100, 1000, 5000]

if (allDay) report(await measureAllDay(numbers[0] ?? 2))
else {
  const inBrowser = asked.includes('core') ? sizes.map(() => []) : await measureBrowser(sizes)
  const columns: (readonly Row[])[] = []
  for (const [i, size] of sizes.entries()) {
    const inCore = asked.includes('browser')
      ? []
      : [...(await measureCore(size)), ...(await measureDrawing(size))]
    columns.push([...inCore, ...(inBrowser[i] ?? [])])
  }
  console.log(table(columns))
  tellMissed(columns.flat())
}

/** One figure a line: for measurements that have one size only. */
function report(rows: readonly Row[]): void {
  for (const { stage, time, target, unit = 'ms' } of rows) {
    const goal = target === undefined ? '' : `  < ${target}`
    console.log(`${stage.padEnd(60)} ${format(time).padStart(9)} ${unit}${goal}`)
  }
  tellMissed(rows)
}

function tellMissed(rows: readonly Row[]): void {
  const missed = rows.filter(({ time = 0, target = Infinity }) => time >= target)
  for (const { stage, time, target, unit = 'ms' } of missed) {
    console.log(`Missed: ${stage} takes ${format(time)} ${unit}; the target is ${target} ${unit}.`)
  }
  if (missed.length > 0) process.exitCode = 1
}

/** Stages down, sizes across, milliseconds; the last column is the target at the largest size. */
function table(columns: readonly (readonly Row[])[]): string {
  const head = ['median, ms', ...sizes.map((size) => size.toLocaleString('en')), 'target']
  const rows = (columns[0] ?? []).map(({ stage }, i) => {
    const target = columns.findLast((column) => column[i]?.target !== undefined)?.[i]?.target
    const times = columns.map((column) => format(column[i]?.time))
    return [stage, ...times, target === undefined ? '' : `< ${target}`]
  })
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  ')
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

function format(time: number | undefined): string {
  return time === undefined ? '–' : time.toFixed(time < 10 ? 2 : 1)
}
