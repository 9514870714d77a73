/** The loop of fuzzing, in a process of its own: `run.ts <seed> <from> <to> <progress file> [frozen] [fault]`. */
import { openSync, writeSync } from 'node:fs'
import { attack } from './attack'
import { inputOf, sources } from './inputs'

/** Milliseconds that reading one input may take. */
const SLOW = 1_000
/** Every so many inputs that were read go through all that the app does next. */
const THOROUGH = 8

/** What was wrong with an input; the same seed and number make it again. */
export interface Finding {
  readonly number: number
  readonly reader: string
  readonly what: string
}

function measured(reader: string, bytes: Uint8Array, next?: number): string | undefined {
  const start = performance.now()
  const fault = attack(reader, bytes, next)
  if (fault !== undefined || next !== undefined || performance.now() - start < SLOW) return fault
  // The machine may have been busy with something else.
  const again = performance.now()
  attack(reader, bytes)
  const took = performance.now() - again
  return took < SLOW ? undefined : `took ${Math.round(took)} ms`
}

/**
 * Nobody can change what every object inherits any more. A plain freeze would also forbid `object.constructor = …` for
 * members of the object's own, as libraries write them; setters that make such a member leave that possible.
 */
function freezePrototype(): void {
  const inherited = Object.prototype
  for (const key of Reflect.ownKeys(inherited)) {
    const { value } = Object.getOwnPropertyDescriptor(inherited, key) as PropertyDescriptor
    // `__proto__` has a setter already.
    if (value === undefined) continue
    Object.defineProperty(inherited, key, {
      get: () => value,
      set(this: object, own: unknown) {
        if (this === inherited) throw new TypeError(`Object.prototype.${String(key)} was written to.`)
        Object.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true })
      },
    })
  }
  Object.freeze(inherited)
}

function main([
  seed = '',
  from = '',
  to = '',
  progress = '',
  frozen = '',
  fault = '',
]: readonly string[]): void {
  const all = sources()
  const file = openSync(progress, 'w')
  if (frozen !== '') freezePrototype()
  const inherited = Reflect.ownKeys(Object.prototype).length
  for (let n = Number(from); n < Number(to); n++) {
    // Synchronous, so that it stands there whatever ends this process.
    writeSync(file, String(n).padEnd(12), 0)
    const { reader, bytes } = inputOf(Number(seed), n, all)
    let what: string | undefined
    try {
      if (fault !== '' && n === Number(from) + 1) breakDown(fault)
      what = measured(reader, bytes, n % THOROUGH === 0 ? n / THOROUGH : undefined)
      if (Reflect.ownKeys(Object.prototype).length !== inherited) what = 'changed Object.prototype'
    } catch (error) {
      what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    if (what !== undefined)
      process.stdout.write(`${JSON.stringify({ number: n, reader, what } satisfies Finding)}\n`)
  }
}

/** A fault on purpose, which shows that the harness notices. */
function breakDown(fault: string): void {
  if (fault === 'abort') process.abort()
  throw new Error('a fault on purpose')
}

main(process.argv.slice(2))
