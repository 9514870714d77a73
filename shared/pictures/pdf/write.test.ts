/** PDFs, read by another program: pdf-lib here, and Poppler and qpdf where they are installed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../design/design'
import { nastyDesign } from '../../testing/nasty'
import { payloads } from '../../testing/payloads'
import { pictureTools, templateDesigns } from '../../testing/pictures'
import { drawPicture, type PictureOptions } from '../picture'

const pdfOf = async (design: Design, options: PictureOptions = {}): Promise<Uint8Array> => {
  const drawn = await drawPicture('pdf', design, options, pictureTools)
  if (!drawn.ok) throw new Error(String(drawn.error.what))
  return drawn.value.content as Uint8Array
}

const korean: Design = {
  ...emptyDesign('주문 플랫폼'),
  elements: {
    queue: { kind: 'sqs-queue', spec: { QueueName: '주문 대기열' } },
    orders: {
      kind: 'task-definition',
      spec: {
        family: 'orders 태스크',
        containerDefinitions: [{ name: '결제-api', image: 'orders/결제:1.4.2' }],
      },
    },
  },
  layout: { queue: { x: 0, y: 0 }, orders: { x: 300, y: 0 } },
}

/** The streams of a file, inflated, whatever they are. */
function streams(pdf: PDFDocument): readonly Buffer[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [inflateSync(object.contents)] : []))
}

/** The text of a file, as its own tables tell which characters its numbers are. */
function textIn(pdf: PDFDocument): string {
  const all = streams(pdf).map((stream) => stream.toString('latin1'))
  const tables = all.filter((stream) => stream.includes('beginbfchar'))
  const fonts = tables.map(
    (table) =>
      new Map(
        [...table.matchAll(/<(\w{4})> <(\w+)>/g)].map(([, from = '', to = '']) => [
          from,
          Buffer.from(to, 'hex').swap16().toString('utf16le'),
        ]),
      ),
  )
  return all
    .flatMap((content) => [...content.matchAll(/\/F(\d) \d+ Tf <(\w*)> Tj/g)])
    .map(([, font, codes = '']) =>
      (codes.match(/.{4}/g) ?? []).map((code) => characterOf(fonts, Number(font), code)),
    )
    .map((characters) => characters.join(''))
    .join('\n')
}

/** The fonts are written in their order, so the n-th table is that of the n-th font that was used. */
function characterOf(fonts: readonly ReadonlyMap<string, string>[], font: number, code: string): string {
  const table = fonts[font - 1] ?? fonts.at(-1)
  return table?.get(code) ?? '?'
}

describe('every template', () => {
  it.each(templateDesigns)(
    '%s is a PDF that another program reads, on its page and on paper',
    async (_, design) => {
      for (const options of [{}, { paper: 'A4', theme: 'dark', pages: ['problems', 'waivers'] }] as const) {
        const pdf = await PDFDocument.load(await pdfOf(design, options), { throwOnInvalidObject: true })
        expect(pdf.getTitle()).toBe(design.name)
        expect(pdf.getPageCount()).toBeGreaterThan('paper' in options ? 2 : 0)
      }
    },
  )
})

describe('text', () => {
  it('is text, Korean too: each character by its own number', async () => {
    const text = textIn(await PDFDocument.load(await pdfOf(korean)))
    expect(text).not.toContain('?')
    for (const part of ['주문 대기열', 'orders 태스크', '결제-api', 'orders/']) expect(text).toContain(part)
  })

  it('has a glyph for each character of its fonts, and none is the empty box', async () => {
    const pdf = await PDFDocument.load(await pdfOf(korean))
    const fonts = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isFont = object instanceof PDFDict && object.get(PDFName.of('W')) instanceof PDFArray
      return isFont ? [object.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray)] : []
    })
    expect(fonts).toHaveLength(3)
    for (const widths of fonts) expect(widths.size()).toBeGreaterThan(1)
  })

  it('that no font has is told', async () => {
    const design = {
      ...korean,
      elements: { queue: { ...korean.elements.queue!, spec: { QueueName: '注文 🚀' } } },
    }
    const drawn = await drawPicture('pdf', design, {}, pictureTools)
    expect(drawn.ok && drawn.value.notes).toMatchObject([{ code: 'missing-characters' }])
  })
})

describe('the file', () => {
  it('is the same each time, and another one for another design', async () => {
    expect(await pdfOf(korean)).toEqual(await pdfOf(korean))
    expect(await pdfOf({ ...korean, name: 'Other' })).not.toEqual(await pdfOf(korean))
  })

  it('holds nothing that acts, whatever the texts are', async () => {
    const bytes = await pdfOf(nastyDesign(payloads, 11), { paper: 'A3', pages: ['problems', 'waivers'] })
    const outside = Buffer.from(bytes)
      .toString('latin1')
      .replace(/stream\n[\s\S]*?\nendstream/g, '')
    expect(outside).not.toMatch(
      /\/(?:JS|JavaScript|AA|OpenAction|URI|Launch|EmbeddedFile|SubmitForm|RichMedia|Annots)\b/,
    )
    await PDFDocument.load(bytes, { throwOnInvalidObject: true })
  })

  it('of nothing is an empty page, and says so', async () => {
    const drawn = await drawPicture('pdf', emptyDesign('Nothing'), { paper: 'A4' }, pictureTools)
    expect(drawn.ok && drawn.value.notes).toMatchObject([{ code: 'empty' }])
  })

  it('leaves the background out where it should be transparent', async () => {
    const first = async (options: PictureOptions) =>
      streams(await PDFDocument.load(await pdfOf(korean, options))).some((stream) =>
        / re f\n/.test(stream.toString('latin1').slice(0, 80)),
      )
    expect(await first({})).toBe(true)
    expect(await first({ transparent: true })).toBe(false)
  })
})

const has = (program: string) => spawnSync(program, ['--version']).error === undefined

describe.runIf(has('qpdf') && has('pdftotext'))('qpdf and Poppler', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairlead-pdf-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([['korean', korean] as const, ...templateDesigns])('find no fault in %s', async (_, design) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, await pdfOf(design, { paper: 'A4', pages: ['problems'] }))
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    expect(stdout).toContain('No syntax or stream encoding errors')
    expect(status).toBe(0)
    const text = spawnSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    expect(text.stderr).toBe('')
    expect(text.stdout.length).toBeGreaterThan(50)
  })

  it('find the Korean', async () => {
    const file = join(folder, 'k.pdf')
    writeFileSync(file, await pdfOf(korean))
    spawnSync('pdftotext', ['-enc', 'UTF-8', file, join(folder, 'k.txt')])
    expect(readFileSync(join(folder, 'k.txt'), 'utf8')).toContain('주문 대기열')
  })
})
