/** A process to be killed: writes several designs, each one state after the other, and says of each when it is safe. */
import { writeSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDocuments } from '../documents'
import { nodeFiles } from '../files'
import { openStorage } from '../open-storage'
import { recoveryStore } from '../recovery'
import { numbered } from './designs'

const [way = '', folder = '', elements = '1', ...firsts] = process.argv.slice(2)

type Writer = (design: number, text: string) => Promise<void>

/** The ways in which a state can be written. */
const writers: Readonly<Record<string, () => Promise<Writer>>> = {
  async save() {
    const documents = createDocuments(openStorage(nodeFiles, join(folder, 'data')))
    for (const i of firsts.keys()) await documents.read(pathOf(i))
    return async (i, text) => {
      const saved = await documents.save(pathOf(i), text, false)
      if (!saved.ok) throw new Error(saved.error.code)
    }
  },
  async recovery() {
    const store = recoveryStore(nodeFiles, join(folder, 'recovery'))
    const page = { gone: false }
    return async (i, text) => {
      await store.keep(page, { slot: `${SLOTS}${i}`, name: 'Orders', elements: 1, text })
    }
  },
  /** What this project never does: shows that the harness would notice. */
  'in-place': async () => (i, text) => writeFile(pathOf(i), text),
}

const SLOTS = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e1'

function pathOf(design: number): string {
  return join(folder, `orders-${design}.fairlead`)
}

async function writeStates(write: Writer, design: number, first: number, count: number): Promise<void> {
  let text = numbered(first, Number(elements))
  for (let n = first; n < first + count; n++) {
    const written = write(design, text)
    // Made meanwhile, so that there is nearly always something being written.
    text = numbered(n + 1, Number(elements))
    await written
    writeSync(1, `${design}:${n}\n`)
  }
}

const write = await writers[way]?.()
if (write === undefined) throw new Error(`There is no way “${way}”.`)
const all = (skip: number, count: number) =>
  Promise.all(firsts.map((first, i) => writeStates(write, i, Number(first) + skip, count)))
// Warm, so that most of the time to live is spent on writing.
await all(0, 2)
writeSync(1, 'ready\n')
process.stdin.once('data', () => void all(2, Number.POSITIVE_INFINITY))
