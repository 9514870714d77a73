/** One of two writers of the same design: saves, and tells of each state whether it was written or refused. */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createDocuments } from '../documents'
import { type FileLocks, fileLocks } from '../file-lock'
import { nodeFiles } from '../files'
import { openStorage } from '../open-storage'
import { fileVersions } from '../versions'
import { numbered } from './designs'

const [locking = '', folder = '', first = '', count = ''] = process.argv.slice(2)
const path = join(folder, 'orders.fairlead')
const data = join(folder, 'data')

/** Shows that the harness would notice if there were no lock. */
const NO_LOCKS: FileLocks = {
  hold: (_path, _abandoned, work) => work({ save: crypto.randomUUID(), check: async () => undefined }),
  isAbandoned: async () => false,
}

const documents = createDocuments({
  ...openStorage(nodeFiles, data),
  locks: locking === 'locked' ? fileLocks(nodeFiles, join(data, 'locks')) : NO_LOCKS,
  // All stay: which ones are let go of is another promise.
  versions: fileVersions(nodeFiles, join(data, 'versions'), { thin: (versions) => [...versions] }),
})

await documents.read(path)
for (let n = Number(first); n < Number(first) + Number(count); n++) {
  await pause(Math.random() * 10)
  const saved = await documents.save(path, numbered(n), false)
  writeSync(1, `${saved.ok ? 'saved' : saved.error.code} ${n}\n`)
  // As somebody who wants theirs all the same.
  if (!saved.ok) await documents.read(path)
}
