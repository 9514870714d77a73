/** What other people wrote, through every format: read, arranged, and written in all that this program can write. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ELK from 'elkjs/lib/elk.bundled.js'
import { expect, test } from 'vitest'
import { describeFailure } from '../basics/result'
import { importFiles } from '../imports/import-files'
import { autoLayout } from '../layout/auto-layout'
import type { RunElk } from '../layout/elk'
import { parseHcl } from '../testing/hcl-parser'
import { figure, runs } from '../testing/runs'
import { exportFormats } from './registry'

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

// Files that no JSON parser takes are told apart by their name.
const files = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((name) => /[\\/]/.test(name) && !name.includes('.not-json'))
      .sort()
  : []

const runElk: RunElk = (graph) => new ELK().layout(graph) as ReturnType<RunElk>

test('files of other tools are read, arranged and written in every format', {
  timeout: 600_000,
}, async () => {
  if (files.length === 0) return console.info('not run: there is no corpus beside the project')
  const step = runs(12, 1)
  const chosen = files.filter((_, index) => index % step === 0)
  let written = 0
  for (const name of chosen) {
    const text = readFileSync(`${CORPUS}${name}`, 'utf8')
    const imported = importFiles([{ name, text }], { parsers: { hcl: parseHcl } })
    if (!imported.ok) throw new Error(describeFailure(imported.error))
    const { design } = imported.value
    const layout = await autoLayout(design, runElk, {})
    for (const id of Object.keys(design.elements)) {
      const place = layout[id]
      if (place) expect([place.x, place.y].every(Number.isFinite), `${name} ${id}`).toBe(true)
    }
    for (const format of exportFormats)
      written += format.export({ ...design, layout }).files.length > 0 ? 1 : 0
  }
  expect(written).toBeGreaterThan(chosen.length)
  figure('R18', `${chosen.length} files of other people, ${written} exports of them`)
})
