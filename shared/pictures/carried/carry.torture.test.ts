/** Pictures of strangers: whatever their bytes are, there comes a design or a failure, and soon. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyDesign } from '../../design/design'
import { onePixel, sha256 } from '../../testing/pictures'
import { figure, runs } from '../../testing/runs'
import { designInPng, designInSvg, isSvg, metadataWith, pngWith } from './carry'
import { seal } from './envelope'
import { drawingProgram } from './foreign'
import { type Chunk, readChunks, writeChunks } from './png'

const design = {
  ...emptyDesign('Shop'),
  elements: { queue: { kind: 'sqs-queue', spec: { QueueName: '주문' } } },
}
const count = runs(300, 30_000)

/** Changes some bytes at the places given, each to another value. */
function changed(
  bytes: Uint8Array,
  changes: readonly (readonly [number, number])[],
): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes)
  for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value
  return copy
}

const changes = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 0, max: 255 })), { maxLength: 8 })

test('R13: a PNG', { timeout: 600_000 }, async () => {
  const png = pngWith(onePixel(), 2, await seal(design, sha256))
  const chunks = readChunks(png) ?? []
  let opened = 0
  let slowest = 0
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(png.length), fc.boolean(), async (some, length, sealedAgain) => {
      // With the right checksums, what is behind them is reached too.
      const file = sealedAgain
        ? writeChunks(chunks.map((chunk): Chunk => ({ ...chunk, data: changed(chunk.data, some) })))
        : changed(png, some).subarray(0, length === 0 ? png.length : length)
      const started = performance.now()
      const read = await designInPng(file, 'a.png', sha256)
      drawingProgram({ text: '', bytes: Uint8Array.from(file) })
      slowest = Math.max(slowest, performance.now() - started)
      if (read.ok) opened++
      else expect(read.error.code).not.toBe('')
    }),
    { numRuns: count },
  )
  figure(
    'R13',
    `PNG: ${count} changed pictures, ${opened} opened, slowest ${Math.round(slowest)} ms, 0 crashes`,
  )
  expect(slowest).toBeLessThan(1000)
})

test('R13: an SVG', { timeout: 600_000 }, async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${metadataWith(await seal(design, sha256))}</svg>`
  const bytes = new TextEncoder().encode(svg)
  let slowest = 0
  await fc.assert(
    fc.asyncProperty(changes, async (some) => {
      const text = new TextDecoder().decode(changed(bytes, some))
      const started = performance.now()
      isSvg(text)
      drawingProgram({ text })
      const read = await designInSvg(text, 'a.svg', sha256)
      slowest = Math.max(slowest, performance.now() - started)
      if (!read.ok) expect(read.error.code).not.toBe('')
    }),
    { numRuns: count },
  )
  figure('R13', `SVG: ${count} changed pictures, slowest ${Math.round(slowest)} ms, 0 crashes`)
  expect(slowest).toBeLessThan(1000)
})
