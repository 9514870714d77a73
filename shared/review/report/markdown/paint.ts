/** A report in GitHub's Markdown, for wikis and pull requests. The drawing is named, not shown: Markdown can't hold it. */
import type {
  Block,
  Cell,
  Comments,
  Facts,
  Line,
  Part,
  Report,
  Section,
  Sign,
  Span,
  Table,
  Tone,
} from '../report'
import { codeSpan, escapeMarkdown } from './escape'

/** The text of the file. The same report gives the same text. */
export function paintMarkdown(report: Report): string {
  const { title, kicker, facts, sections, colophon } = report
  const paragraphs = [
    `# ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(kicker)}**`,
    factList({ block: 'facts', facts }),
    ...sections.flatMap((section) => sectionText(report, section)),
    '---',
    line(colophon),
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

function sectionText(report: Report, { heading, count, blocks }: Section): readonly string[] {
  const counted = count === undefined ? '' : ` (${count})`
  return [
    `## ${escapeMarkdown(heading)}${counted}`,
    ...blocks.flatMap((block) => blockText(report, block, 3)),
  ]
}

/** Paragraphs; `level` is that of the headings in it. */
function blockText(report: Report, block: Block, level: number): readonly string[] {
  switch (block.block) {
    case 'paragraph':
      return [line(block.line)]
    case 'callout':
      return [calloutText(block)]
    case 'tiles':
      return [tilesText(block)]
    case 'facts':
      return [factList(block)]
    case 'table':
      return [tableText(block)]
    case 'part':
      return partText(report, block, level)
    case 'comments':
      return commentsText(report, block)
    case 'picture':
      return [`${escapeMarkdown(block.description)} ${escapeMarkdown(report.phrases.noPicture)}`]
  }
}

/** As GitHub calls its boxes. */
const alerts: Readonly<Record<Tone, string>> = {
  ok: 'TIP',
  error: 'CAUTION',
  warning: 'WARNING',
  advice: 'NOTE',
  muted: 'NOTE',
}

function calloutText({ tone, title, lines }: Extract<Block, { block: 'callout' }>): string {
  return [
    `> [!${alerts[tone]}]`,
    `> **${escapeMarkdown(title)}**`,
    ...lines.map((one) => `>\n> ${line(one)}`),
  ].join('\n')
}

function tilesText({ tiles }: Extract<Block, { block: 'tiles' }>): string {
  return tiles
    .map(({ label, value, detail = '' }) => {
      const more = detail === '' ? '' : ` (${escapeMarkdown(detail)})`
      return `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}**${more}`
    })
    .join('\n')
}

function factList({ facts }: Facts): string {
  return facts
    .map(({ term, lines }) => {
      const [first = [], ...others] = lines
      const about = `- ${escapeMarkdown(term)}:`
      return others.length === 0
        ? `${about} ${line(first)}`
        : [about, ...lines.map((one) => `  - ${line(one)}`)].join('\n')
    })
    .join('\n')
}

function tableText({ columns, rows, total }: Table): string {
  const row = (cells: readonly Cell[]) => `| ${cells.map(cellText).join(' | ')} |`
  return [
    `| ${columns.map(({ heading }) => escapeMarkdown(heading)).join(' | ')} |`,
    `| ${columns.map(({ isNumber }) => (isNumber ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(row),
    ...(total ? [row(total)] : []),
  ].join('\n')
}

function cellText(lines: Cell): string {
  return lines.map((one) => line(one, true)).join('<br>')
}

function partText(report: Report, { heading, aside, blocks }: Part, level: number): readonly string[] {
  return [
    `${'#'.repeat(Math.min(level, 6))} ${line(heading)}`,
    ...(aside ? [line(aside)] : []),
    ...blocks.flatMap((block) => blockText(report, block, level + 1)),
  ]
}

function commentsText({ phrases }: Report, { comments }: Comments): readonly string[] {
  return comments.flatMap(({ author, written, isEdited, text }) => {
    const edited = isEdited ? ` · ${escapeMarkdown(phrases.edited)}` : ''
    // Two spaces at the end keep the lines that somebody broke.
    const quoted = text.split(/\r?\n/).map((one) => `> ${escapeMarkdown(one.trim())}`.trimEnd())
    return [`**${escapeMarkdown(author)}** · ${escapeMarkdown(written)}${edited}`, quoted.join('  \n')]
  })
}

/** Signs that have a character of their own; the others are in the words. */
const signs: Readonly<Partial<Record<Sign, string>>> = {
  added: '\\+ ',
  removed: '− ',
  changed: '\\~ ',
}

function line(spans: Line, inTable = false): string {
  return spans
    .map((each) => span(each, inTable))
    .join('')
    .trim()
}

function span(each: Span, inTable: boolean): string {
  if (typeof each === 'string') return escapeMarkdown(each)
  if ('code' in each) return codeSpan(each.code, inTable)
  if ('strong' in each) return strong(each.strong)
  if ('muted' in each) return escapeMarkdown(each.muted)
  if ('sign' in each) return `${signs[each.sign] ?? ''}${escapeMarkdown(each.text)}`
  // What a heading is called in an address differs from program to program.
  if ('to' in each) return ''
  return ADDRESS.test(each.link) ? `[${escapeMarkdown(each.text)}](${each.link})` : escapeMarkdown(each.text)
}

/** Addresses of AWS's pages need no escaping; others are not linked. */
const ADDRESS = /^https:\/\/[\w./#?=&%~:-]+$/

function strong(text: string): string {
  const inner = escapeMarkdown(text.trim())
  return inner === '' ? '' : `**${inner}**`
}
