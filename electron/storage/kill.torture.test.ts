/** R1, R4: whenever the process dies, what it wrote is the old state or the new one, whole, and what it said is true. */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDocuments } from './documents'
import { nodeFiles } from './files'
import { openStorage } from './open-storage'
import { recoveryStore } from './recovery'
import { bundled } from './testing/bundle'
import { numbered, numberOf } from './testing/designs'

const FULL = process.env.TORTURE !== undefined
const LONGEST_LIFE_MS = 60
/** Processes take long to start: each writes several designs at once, so that one kill hits all of them. */
const DESIGNS = 5
/** Small designs are saved often before the end, large ones take their time to write. */
const ELEMENTS: Readonly<Record<Way, number>> = { save: 100, recovery: 400, 'in-place': 2000 }

type Way = 'save' | 'recovery' | 'in-place'

let scratch = ''
let script = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'fairlead-kill-'))
  script = await bundled('write-for-ever', scratch)
})
afterAll(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }))

/** One design whose writer was killed. */
interface Death {
  /** The last state that was said to be safe. */
  readonly acknowledged: number
  /** What is found afterwards; undefined when it is torn. */
  readonly found: number | undefined
}

/** Has a process write, kills it at some moment; answers the last acknowledged state of each design. */
async function writeAndDie(
  way: Way,
  folder: string,
  firsts: readonly number[],
): Promise<(number | undefined)[]> {
  const child = spawn(process.execPath, [script, way, folder, String(ELEMENTS[way]), ...firsts.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      output += data
      if (output.includes('ready')) resolve()
    })
    child.once('exit', () => reject(new Error('The writer ended by itself.')))
  })
  const dead = new Promise((resolve) => child.once('close', resolve))
  child.stdin.write('go\n')
  await pause(Math.random() * LONGEST_LIFE_MS)
  child.kill('SIGKILL')
  await dead
  return firsts.map((_, design) => {
    const said = [...output.matchAll(/^(\d+):(\d+)\n/gm)].filter(([, i]) => Number(i) === design)
    return said.length === 0 ? undefined : Number(said.at(-1)?.[2])
  })
}

/** Again and again, each process going on where the last one died. */
async function kill(way: Way, processes: number, find: Find): Promise<Death[]> {
  const folder = await mkdtemp(join(scratch, `${way}-`))
  const last = Array.from({ length: DESIGNS }, () => 0)
  for (const i of last.keys()) await writeFile(join(folder, nameOf(i)), numbered(0, ELEMENTS[way]))
  const deaths: Death[] = []
  for (let n = 0; n < processes; n++) {
    const firsts = last.map((state) => state + 1)
    const said = await writeAndDie(way, folder, firsts)
    for (const [i, before] of firsts.entries()) {
      const acknowledged = said[i] ?? before - 1
      const found = await find(folder, i)
      deaths.push({ acknowledged, found })
      last[i] = Math.max(found ?? 0, acknowledged)
    }
  }
  return deaths
}

type Find = (folder: string, design: number) => Promise<number | undefined>

const nameOf = (design: number) => `orders-${design}.fairlead`

const torn = (deaths: readonly Death[]) => deaths.filter(({ found }) => found === undefined).length
/** Said to be safe, and not there any more. */
const lost = (deaths: readonly Death[]) =>
  deaths.filter(({ acknowledged, found }) => found !== undefined && found < acknowledged).length
/** How many were killed in the midst of a save: its lock is still there. */
let inTheMidst = 0

/** Opens the design as the app would at its next start. */
const open: Find = async (folder, design) => {
  const storage = openStorage(nodeFiles, join(folder, 'data'))
  const path = join(folder, nameOf(design))
  if (await storage.locks.isAbandoned(path)) inTheMidst++
  const opened = await createDocuments(storage).read(path)
  const leftovers = (await readdir(folder)).filter((name) => name.startsWith(`.${nameOf(design)}`))
  expect(leftovers).toEqual([])
  return opened.ok ? numberOf(opened.value.text, ELEMENTS.save) : undefined
}

const openRecovery: Find = async (folder, design) => {
  const works = await recoveryStore(nodeFiles, join(folder, 'recovery')).orphans()
  const work = works.find(({ slot }) => slot.endsWith(String(design)))
  return work ? numberOf(work.text, ELEMENTS.recovery) : 0
}

const readInPlace: Find = async (folder, design) =>
  numberOf(await readFile(join(folder, nameOf(design)), 'utf8'), ELEMENTS['in-place'])

test('R1: a killed save leaves the old design or the new one, and no acknowledged save is lost', {
  timeout: 600_000,
}, async () => {
  const deaths = await kill('save', FULL ? 100 : 20, open)
  console.info(
    `R1: ${deaths.length} designs killed, ${inTheMidst} in the midst of a save: ${torn(deaths)} torn, ${lost(deaths)} acknowledged saves lost`,
  )
  expect([torn(deaths), lost(deaths)]).toEqual([0, 0])
  // Otherwise little was tested.
  expect(inTheMidst).toBeGreaterThan(0)
})

test('R1: the same harness notices a writer that writes in place', { timeout: 600_000 }, async () => {
  const deaths = await kill('in-place', FULL ? 20 : 8, readInPlace)
  console.info(`R1: written in place, ${torn(deaths)} of ${deaths.length} are torn`)
  expect(torn(deaths)).toBeGreaterThan(deaths.length / 10)
})

test('R4: unsaved work that was written down outlives a kill', { timeout: 600_000 }, async () => {
  const deaths = await kill('recovery', FULL ? 40 : 4, openRecovery)
  console.info(
    `R4: ${deaths.length} killed while writing down: ${torn(deaths)} torn, ${lost(deaths)} acknowledged lost`,
  )
  expect([torn(deaths), lost(deaths)]).toEqual([0, 0])
})
