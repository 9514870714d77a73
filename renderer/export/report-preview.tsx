import { type ReactNode, useEffect, useState } from 'react'
import {
  type Block,
  type Cell,
  type Line,
  type Sign,
  type Span,
  signTones,
  type Table,
  type Tile,
} from '../../shared/review/report/report'
import { t } from '../strings/strings'
import { Glyph } from '../ui/glyph'
import type { DrawnPicture, PreviewedBlock, PreviewedReport, PreviewedSection } from '../workers/report-work'
import './report-preview.css'

/** More can't be judged by looking; the file has all of it. */
const MOST_ROWS = 30
const MOST_PARTS = 20

/** What a report will say. The file itself is not shown: the window opens no other document within itself. */
export function ReportPreview({ report }: { readonly report: PreviewedReport }) {
  const { kicker, title, facts, sections } = report
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by Tab.
    <section className="report-preview" aria-label={t('export.reportPreview')} tabIndex={0}>
      <header>
        <p className="report-kicker">{kicker}</p>
        <h3 className="report-title">{title}</h3>
        <dl className="report-strip">
          {facts.map(({ term, lines }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Lines cell={lines} />
              </dd>
            </div>
          ))}
        </dl>
      </header>
      {sections.map((section) => (
        <SectionPreview key={section.id} section={section} />
      ))}
    </section>
  )
}

function SectionPreview({ section: { heading, count, blocks } }: { readonly section: PreviewedSection }) {
  return (
    <section className="report-section">
      <h4>
        {heading} {count !== undefined && <span className="import-count">{count}</span>}
      </h4>
      <Blocks blocks={blocks} />
    </section>
  )
}

function Blocks({ blocks }: { readonly blocks: readonly (Block | PreviewedBlock)[] }) {
  let parts = 0
  const shown = blocks.filter(({ block }) => block !== 'part' || parts++ < MOST_PARTS)
  return (
    <>
      {inOrder(shown).map(([key, block]) => (
        <BlockPreview key={key} block={block} />
      ))}
      <More count={blocks.length - shown.length} />
    </>
  )
}

/** A report never changes: what stands in it is known by its place. */
function inOrder<T>(list: readonly T[]): readonly (readonly [string, T])[] {
  return list.map((item, i) => [String(i), item] as const)
}

function More({ count }: { readonly count: number }) {
  return count > 0 ? <p className="report-muted">{t('import.more', { count })}</p> : null
}

function BlockPreview({ block }: { readonly block: Block | PreviewedBlock }): ReactNode {
  switch (block.block) {
    case 'paragraph':
      return (
        <p>
          <Spans line={block.line} />
        </p>
      )
    case 'callout':
      return (
        <div className="report-callout" data-tone={block.tone}>
          <SignGlyph sign={block.tone === 'muted' ? 'open' : block.tone} />
          <div>
            <p className="report-callout-title">{block.title}</p>
            {inOrder(block.lines).map(([key, line]) => (
              <p key={key}>
                <Spans line={line} />
              </p>
            ))}
          </div>
        </div>
      )
    case 'tiles':
      return (
        <ul className="report-tiles">
          {block.tiles.map((tile) => (
            <TilePreview key={tile.label} tile={tile} />
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl className="report-facts">
          {block.facts.map(({ term, lines }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Lines cell={lines} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <TablePreview table={block} />
    case 'part':
      return (
        <div className={block.isCard ? 'report-card' : 'report-part'}>
          <h5>
            <Spans line={block.heading} />
          </h5>
          {block.aside && (
            <p className="report-muted">
              <Spans line={block.aside} />
            </p>
          )}
          <Blocks blocks={block.blocks} />
        </div>
      )
    case 'comments':
      return (
        <ol className="report-comments">
          {block.comments.map(({ author, written, text, at }) => (
            <li key={`${at} ${author} ${text}`}>
              <strong>{author}</strong> <span className="report-muted">{written}</span>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )
    case 'picture':
      // Only sections have pictures, and theirs are drawn.
      return 'svg' in block ? <PicturePreview picture={block} /> : null
  }
}

function TilePreview({ tile: { label, value, detail, tone } }: { readonly tile: Tile }) {
  return (
    <li data-tone={tone}>
      <span className="report-muted">{label}</span>
      <span className="report-tile-value">
        {tone !== 'muted' && <SignGlyph sign={tone} />}
        {value}
      </span>
      <span className="report-muted">{detail}</span>
    </li>
  )
}

function TablePreview({ table: { caption, columns, rows, total } }: { readonly table: Table }) {
  const row = (cells: readonly Cell[], key: string) => (
    <tr key={key}>
      {inOrder(cells).map(([place, cell]) => (
        <td key={place} data-number={columns[Number(place)]?.isNumber || undefined}>
          <Lines cell={cell} />
        </td>
      ))}
    </tr>
  )
  return (
    <>
      <table className="report-table" aria-label={caption}>
        <thead>
          <tr>
            {columns.map(({ heading, isNumber }) => (
              <th key={heading} scope="col" data-number={isNumber || undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows.slice(0, MOST_ROWS)).map(([key, cells]) => row(cells, key))}
          {total && row(total, 'total')}
        </tbody>
      </table>
      <More count={rows.length - MOST_ROWS} />
    </>
  )
}

function PicturePreview({ picture: { svg, description } }: { readonly picture: DrawnPicture }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setUrl(address)
    return () => URL.revokeObjectURL(address)
  }, [svg])
  return (
    <figure className="report-figure">
      {url !== undefined && <img src={url} alt={description} />}
      <figcaption className="report-muted">{description}</figcaption>
    </figure>
  )
}

function Lines({ cell }: { readonly cell: Cell }) {
  return inOrder(cell).map(([key, line]) => (
    <div key={key}>
      <Spans line={line} />
    </div>
  ))
}

function Spans({ line }: { readonly line: Line }) {
  return inOrder(line).map(([key, span]) => <SpanPreview key={key} span={span} />)
}

/** Links are words here: they lead somewhere in the file. */
function SpanPreview({ span }: { readonly span: Span }) {
  if (typeof span === 'string') return span
  if ('code' in span) return <code>{span.code}</code>
  if ('strong' in span) return <strong>{span.strong}</strong>
  if ('muted' in span) return <span className="report-muted">{span.muted}</span>
  if ('sign' in span)
    return (
      <span data-tone={signTones[span.sign]}>
        <SignGlyph sign={span.sign} /> {span.text}
      </span>
    )
  return 'to' in span ? null : span.text
}

/** Signs that are a character. */
const characters: Readonly<Partial<Record<Sign, string>>> = {
  added: '+',
  removed: '−',
  changed: '~',
  moved: '→',
  open: '○',
}

function SignGlyph({ sign }: { readonly sign: Sign }) {
  if (sign === 'ok' || sign === 'error' || sign === 'warning' || sign === 'advice')
    return <Glyph name={sign} />
  return (
    <span className="report-sign" aria-hidden="true">
      {characters[sign]}
    </span>
  )
}
