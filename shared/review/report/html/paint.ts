/**
 * A report as one HTML file that needs nothing else: its style, its picture and its fonts are in it, it has no script, and
 * its policy forbids every request.
 */
import { toText } from '../../../basics/convert'
import { glyphOf } from '../../../figures/glyphs'
import { paintSvg } from '../../../figures/paint-svg'
import type {
  Block,
  Cell,
  Comments,
  Facts,
  Line,
  Part,
  PictureBlock,
  Report,
  Section,
  Sign,
  Span,
  Table,
} from '../report'
import { type Child, element, type Html, trusted, written } from './element'
import { styleSheet } from './style'

export interface HtmlOptions {
  /** The text of an icon's SVG file; undefined for an icon that does not exist. */
  readonly icon: (name: string) => string | undefined
  /** `@font-face` rules for the text of the page; without any the reader’s own fonts are used. */
  readonly fontCss?: (text: string) => string
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** The file. The same report and options give the same text. */
export function paintHtml(report: Report, options: HtmlOptions): string {
  const pen: Pen = { report, options }
  const body = element(
    'body',
    {},
    sprite(),
    masthead(report),
    contents(report),
    element(
      'main',
      {},
      report.sections.map((section) => sectionOf(pen, section)),
    ),
    element('footer', {}, line(report.colophon)),
  )
  const fontCss = options.fontCss?.(written(body)) ?? ''
  return `<!DOCTYPE html>\n${written(element('html', { lang: report.language }, head(report, fontCss), body))}\n`
}

interface Pen {
  readonly report: Report
  readonly options: HtmlOptions
}

function head(report: Report, fontCss: string): Html {
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, `${report.title} · ${report.kicker}`),
    element('style', {}, trusted(fontCss + styleSheet(isWide(report)))),
  )
}

/** Is the picture wider than high? Then its page lies when it is printed. */
function isWide({ sections }: Report): boolean {
  const pictures = sections.flatMap(({ blocks }) => blocks).filter((block) => block.block === 'picture')
  return pictures.some(({ scene }) => scene.bounds.width > scene.bounds.height)
}

function masthead({ kicker, title, facts }: Report): Html {
  return element(
    'header',
    { class: 'masthead' },
    element('p', { class: 'kicker' }, kicker),
    element('h1', {}, title),
    element(
      'dl',
      { class: 'strip' },
      facts.map(({ term, lines }) =>
        element('div', {}, element('dt', {}, term), element('dd', {}, cell(lines))),
      ),
    ),
  )
}

function contents({ sections, phrases }: Report): Html {
  const entry = ({ id, heading, count }: Section) =>
    element(
      'li',
      {},
      element('a', { href: `#${id}` }, element('span', {}, heading), count !== undefined && badge(count)),
    )
  return element(
    'nav',
    { 'aria-label': phrases.contents },
    element('p', { class: 'nav-title', 'aria-hidden': 'true' }, phrases.contents),
    element('ol', {}, sections.map(entry)),
  )
}

function badge(count: number): Html {
  return element('span', { class: 'count' }, toText(count))
}

function sectionOf(pen: Pen, { id, heading, count, blocks }: Section): Html {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-heading` },
    element('h2', { id: `${id}-heading` }, heading, count !== undefined && [' ', badge(count)]),
    blocks.map((block) => blockOf(pen, block, 3)),
  )
}

/** `level` is that of the headings in it. */
function blockOf(pen: Pen, block: Block, level: number): Html {
  switch (block.block) {
    case 'paragraph':
      return element('p', {}, line(block.line))
    case 'callout':
      return element(
        'div',
        { class: `callout tone-${block.tone}` },
        glyph(block.tone === 'muted' ? 'open' : block.tone),
        element(
          'div',
          {},
          element('p', { class: 'callout-title' }, block.title),
          block.lines.map((one) => element('p', {}, line(one))),
        ),
      )
    case 'tiles':
      return element('ul', { class: 'tiles' }, block.tiles.map(tile))
    case 'facts':
      return factsOf(block)
    case 'table':
      return tableOf(block)
    case 'part':
      return partOf(pen, block, level)
    case 'comments':
      return commentsOf(pen, block)
    case 'picture':
      return pictureOf(pen, block)
  }
}

function tile({ label, value, detail, tone, to }: Extract<Block, { block: 'tiles' }>['tiles'][number]): Html {
  const inner = [
    element('span', { class: 'tile-label' }, label),
    element('span', { class: 'tile-value' }, tone !== 'muted' && glyph(tone), value),
    detail !== undefined && element('span', { class: 'tile-detail' }, detail),
  ]
  const box = to === undefined ? element('div', {}, inner) : element('a', { href: `#${to}` }, inner)
  return element('li', { class: `tone-${tone}` }, box)
}

function factsOf({ facts }: Facts): Html {
  return element(
    'dl',
    { class: 'facts' },
    facts.map(({ term, lines }) =>
      element('div', {}, element('dt', {}, term), element('dd', {}, cell(lines))),
    ),
  )
}

function tableOf({ caption, columns, rows, total }: Table): Html {
  const numeric = (i: number) => (columns[i]?.isNumber ? 'number' : undefined)
  const row = (cells: readonly Cell[]) =>
    element(
      'tr',
      { class: cells[0]?.every((one) => one.length === 0) ? 'continued' : undefined },
      cells.map((one, i) => element('td', { class: numeric(i) }, cell(one))),
    )
  const sum = columns.reduce((all, { share }) => all + share, 0)
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'colgroup',
      {},
      columns.map(({ share }) =>
        element('col', { style: `width:${Math.round((share / sum) * 1000) / 10}%` }),
      ),
    ),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map(({ heading }, i) => element('th', { scope: 'col', class: numeric(i) }, heading)),
      ),
    ),
    element('tbody', {}, rows.map(row)),
    total && element('tfoot', {}, row(total)),
  )
}

function partOf(pen: Pen, { heading, aside, blocks, isCard }: Part, level: number): Html {
  return element(
    isCard ? 'article' : 'div',
    { class: isCard ? 'card' : 'part' },
    element(
      'div',
      { class: 'part-head' },
      element(`h${Math.min(level, 6)}`, {}, line(heading)),
      aside && element('p', { class: 'aside' }, line(aside)),
    ),
    blocks.map((block) => blockOf(pen, block, level + 1)),
  )
}

function commentsOf({ report }: Pen, { comments }: Comments): Html {
  return element(
    'ol',
    { class: 'comments' },
    comments.map(({ author, written: when, at, isEdited, text }) =>
      element(
        'li',
        {},
        element(
          'p',
          { class: 'comment-head' },
          element('strong', {}, author),
          ' ',
          element('time', { datetime: at }, when),
          isEdited && element('span', { class: 'muted' }, ` · ${report.phrases.edited}`),
        ),
        element('p', { class: 'comment-text' }, text),
      ),
    ),
  )
}

/** Larger pictures are fitted to the page, and shown in their own size where somebody asks for it. */
function pictureOf({ report, options }: Pen, { scene, description }: PictureBlock): Html {
  const { actualSize, fitToPage } = report.phrases
  const svg = paintSvg(scene, { theme: 'auto', icon: options.icon, title: report.title, description })
  return element(
    'figure',
    {},
    element(
      'div',
      { class: 'picture', id: 'actual-size', tabindex: 0, role: 'region', 'aria-label': report.title },
      trusted(svg.trim()),
    ),
    element(
      'figcaption',
      {},
      element('span', {}, description),
      ' ',
      element('a', { class: 'to-actual', href: '#actual-size' }, actualSize),
      element('a', { class: 'to-fit', href: '#picture' }, fitToPage),
    ),
  )
}

function cell(lines: Cell): Child {
  return lines.length === 1 ? line(lines[0] ?? []) : lines.map((one) => element('div', {}, line(one)))
}

function line(spans: Line): Child {
  return spans.map(span)
}

function span(each: Span): Child {
  if (typeof each === 'string') return each
  if ('code' in each) return element('code', {}, each.code)
  if ('strong' in each) return element('strong', {}, each.strong)
  if ('muted' in each) return element('span', { class: 'muted' }, each.muted)
  if ('sign' in each) return element('span', { class: `sign tone-${each.sign}` }, glyph(each.sign), each.text)
  if ('to' in each) return element('a', { href: `#${each.to}` }, each.text)
  return each.link.startsWith('https://')
    ? element('a', { href: each.link, rel: 'noreferrer' }, each.text)
    : each.text
}

/** Our own signs, and those that are drawn of a line or two. */
const drawn: Readonly<Record<Sign, { readonly fill?: string; readonly stroke?: string }>> = {
  error: glyphOf('error'),
  warning: glyphOf('warning'),
  advice: glyphOf('advice'),
  ok: glyphOf('ok'),
  added: { stroke: 'M8 3v10M3 8h10' },
  removed: { stroke: 'M3 8h10' },
  changed: { stroke: 'M2.5 9.5c1.8-3.4 3.8-3.4 5.5-1.5s3.7 1.9 5.5-1.5' },
  moved: { stroke: 'M2.5 8H13M9.5 4.5 13 8l-3.5 3.5' },
  open: glyphOf('optional'),
}

function glyph(sign: Sign): Html {
  return element('svg', { class: 'glyph', 'aria-hidden': 'true' }, element('use', { href: `#sign-${sign}` }))
}

/** Each sign once; they are shown by reference. */
function sprite(): Html {
  return element(
    'svg',
    { class: 'sprite', 'aria-hidden': 'true' },
    Object.entries(drawn).map(([sign, { fill, stroke }]) =>
      element(
        'symbol',
        { id: `sign-${sign}`, viewBox: '0 0 16 16' },
        fill !== undefined && element('path', { d: fill, fill: 'currentColor', 'fill-rule': 'evenodd' }),
        stroke !== undefined &&
          element('path', {
            d: stroke,
            fill: 'none',
            stroke: 'currentColor',
            'stroke-width': 1.8,
            'stroke-linecap': 'round',
          }),
      ),
    ),
  )
}
