/** Reports as files, read by other programs: an XML parser, a parser of Markdown, a reader of PDFs. */
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../../design/design'
import { htmlFaults, markdownFaults, pdfFaults } from '../../testing/inert'
import { payloads } from '../../testing/payloads'
import { pictureTools, templateDesigns } from '../../testing/pictures'
import { reviewedShop } from '../../testing/reviewed'
import { korean } from '../../texts/ko/korean'
import { translator } from '../../texts/translate'
import { type ReportFormat, reportEndings, reportFormats } from './formats'
import { makeReport } from './make-report'
import { codeSpan, escapeMarkdown } from './markdown/escape'

const tools = pictureTools
const inKorean = { ...tools, words: translator(korean), language: 'ko' }

const fileOf = (format: ReportFormat, design = reviewedShop, given = tools) =>
  makeReport(format, design, {}, given)
const textOf = async (format: ReportFormat, design = reviewedShop, given = tools) =>
  (await fileOf(format, design, given)).content as string

test.each(reportFormats)('%s: the same bytes each time, under a name with its ending', async (format) => {
  const first = await fileOf(format)
  expect(await fileOf(format, structuredClone(reviewedShop))).toEqual(first)
  expect(first.name.endsWith(reportEndings[format])).toBe(true)
})

describe.each([
  ['a review', reviewedShop] as const,
  ['nothing', emptyDesign('')] as const,
  ...templateDesigns,
])('%s', (_, design) => {
  test('as HTML is well-formed, inert, and asks for nothing', async () => {
    expect(htmlFaults(await textOf('report', design))).toEqual([])
  })

  test('as Markdown is text, tables and links to AWS', async () => {
    expect(markdownFaults(await textOf('report-markdown', design))).toEqual([])
  })
})

test('a page says its language, has one first heading and a name for each section', async () => {
  const html = await textOf('report', reviewedShop, inKorean)
  expect(html).toContain('<html lang="ko">')
  expect(html.match(/<h1>/g)).toHaveLength(1)
  const headings = [...html.matchAll(/<h2 id="([a-z]+)-heading">/g)].map(([, id]) => id)
  const sections = [...html.matchAll(/<section id="([a-z]+)" aria-labelledby="\1-heading">/g)].map(
    ([, id]) => id,
  )
  expect(headings).toEqual(sections)
  expect(html).toContain('승인이 무효입니다')
})

describe('a text in Markdown stays what it is', () => {
  const read = (inline: string) =>
    (marked.parseInline(inline) as string)
      .replace(/&#8288;/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const meant = [
    '# heading',
    '- item',
    '1. one',
    '2) two',
    '> quote',
    '| a | b |',
    '```js',
    '`code`',
    '**bold** _and_ ~~gone~~',
    '[x](javascript:alert(1))',
    '![x](https://evil.invalid/x)',
    '<!-- x -->',
    '<details open>',
    '&lt;b&gt;',
    '@everyone #1 GH-1',
    'https://evil.invalid www.evil.invalid a@b.invalid',
    '[^1] [ ] [x]: /y',
    '$x$ ==y== ---',
    'a\\\\b \\`',
  ]

  test.each([...meant, ...payloads])('%s', (text) => {
    expect(plain(read(escapeMarkdown(text)))).toBe(plain(text))
    expect(
      markdownFaults(`${escapeMarkdown(text)}\n\n| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | b |`),
    ).toEqual([])
  })

  test.each([...meant, ...payloads, '`', '``a`', 'a|b'])('as code: %s', (text) => {
    if (plain(text) === '') return
    expect(plain(read(codeSpan(text, false)).replace(/^<code>|<\/code>$/g, ''))).toBe(plain(text))
  })
})

describe('a PDF', () => {
  const pdfOf = async (design = reviewedShop, given = tools) => {
    const bytes = (await fileOf('report-pdf', design, given)).content as Uint8Array
    return { bytes, pdf: await PDFDocument.load(bytes) }
  }

  test('has the drawing on a page of its own, which lies where it is wide', async () => {
    const { bytes, pdf } = await pdfOf()
    expect(pdfFaults(bytes)).toEqual([])
    const lying = pdf.getPages().filter((page) => page.getWidth() > page.getHeight())
    expect(lying).toHaveLength(1)
    expect(pdf.getPages()[1]).toBe(lying[0])
  })

  test('has a bookmark for every section, each on its page', async () => {
    const { pdf } = await pdfOf()
    const outlines = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const titles: string[] = []
    const pages = pdf.getPages().map((page) => page.ref.toString())
    for (let item = outlines.lookup(PDFName.of('First'), PDFDict); item; ) {
      titles.push(item.get(PDFName.of('Title'))?.toString() ?? '')
      const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0).toString()
      expect(pages).toContain(target)
      const next = item.get(PDFName.of('Next'))
      if (!next) break
      item = item.lookup(PDFName.of('Next'), PDFDict)
    }
    expect(titles).toHaveLength(8)
  })

  test('leads from its contents to the sections', async () => {
    const { pdf } = await pdfOf()
    expect(pdf.getPages()[0]?.node.Annots()?.size()).toBeGreaterThanOrEqual(8)
  })

  test('names the characters that its fonts lack', async () => {
    const { notes } = await fileOf('report-pdf', { ...reviewedShop, name: 'ᚠ' })
    expect(notes.map(({ code }) => code)).toContain('missing-characters')
  })

  test('of nothing has a page', async () => {
    expect((await pdfOf(emptyDesign(''))).pdf.getPageCount()).toBeGreaterThan(0)
  })
})
