/** A report as the pages of a PDF: text with contents and bookmarks, and the drawing on a page of its own. */
import { toText } from '../../../basics/convert'
import type { Mark, Rect } from '../../../figures/mark'
import { grown } from '../../../figures/routing/geometry'
import { measure, styles } from '../../../figures/text'
import { sizes } from '../../../figures/tokens'
import { drawingOf, iconsIn } from '../../../pictures/pdf/job'
import { sizeOf } from '../../../pictures/pdf/pages'
import type { Paper } from '../../../pictures/pdf/papers'
import type { OutlineItem, PdfJob, Sheet, SheetLink } from '../../../pictures/pdf/sheet'
import type { PictureBlock, Report, Section, SectionId } from '../report'
import { type FlowPage, flow, type PlacedBookmark } from './flow'
import { MARGIN, pageFooter } from './page-footer'
import type { Piece } from './piece'
import { gap, ROW, sectionPieces, stack, titlePieces } from './pieces'
import { rowMarks, setLine } from './rich'

/** The job, but for the id that follows from it. */
export function reportJob(
  report: Report,
  icons: ReadonlyMap<string, string>,
  paper: Paper,
): Omit<PdfJob, 'id'> {
  const [width, height] = sizeOf(paper)
  const picture = pictureIn(report)
  const drawn = picture ? [pictureSheet(report, picture, paper)] : []
  const written = textOf(report, width - 2 * MARGIN, height, drawn.length)
  const sheet = ({ marks, links }: FlowPage): Sheet => ({
    ...{ width, height, marks },
    links: links.flatMap(({ area, to }) => linkTo(area, to, written.bookmarks)),
  })
  const sheets = [...written.front.map(sheet), ...drawn, ...written.rest.map(sheet)]
  const area = picture ? areaOf(picture) : NOWHERE
  return {
    title: `${report.title} · ${report.kicker}`,
    language: report.language,
    icons: picture ? iconsIn(picture.scene, icons) : {},
    drawing: picture
      ? drawingOf(picture.scene, area, 'light', false)
      : { area: NOWHERE, theme: 'light', placed: [] },
    sheets: sheets.map((each, i) => ({
      ...each,
      marks: [...each.marks, ...pageFooter(report, each, i + 1, sheets.length)],
    })),
    outline: written.bookmarks.map(
      ({ title, level, page, y }): OutlineItem => ({ title, level, sheet: page, y }),
    ),
  }
}

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 }

function pictureIn({ sections }: Report): PictureBlock | undefined {
  return sections.flatMap(({ blocks }) => blocks).find((block) => block.block === 'picture')
}

function areaOf({ scene: { bounds } }: PictureBlock): Rect {
  return grown(bounds, sizes.pictureMargin)
}

interface Written {
  /** The pages in front of the drawing, and those behind it. */
  readonly front: readonly FlowPage[]
  readonly rest: readonly FlowPage[]
  /** Pages are those of the whole file. */
  readonly bookmarks: readonly PlacedBookmark[]
}

/** The text; `drawn` is how many pages the drawing takes. */
function textOf(report: Report, width: number, height: number, drawn: number): Written {
  const room = { left: MARGIN, top: MARGIN, bottom: height - MARGIN }
  const [first, ...others] = report.sections.filter(
    ({ blocks }) => !blocks.some(({ block }) => block === 'picture'),
  )
  const frontWith = (pages: ReadonlyMap<SectionId, number>) =>
    flow(
      [
        ...titlePieces(report, width),
        ...(first ? sectionPieces(first, report, width) : []),
        gap(20),
        ...contentsPieces(report, width, pages),
      ],
      room,
    )
  const rest = flow(
    [
      ...others.flatMap((section) => sectionPieces(section, report, width)),
      gap(16),
      ...setLine(report.colophon, width, { style: styles.fact, color: 'muted' }).map((row) => stack([row])),
    ],
    room,
  )
  // How high the contents are does not depend on the numbers in them.
  const before = frontWith(new Map()).pages.length
  const moved = rest.bookmarks.map((bookmark) => ({ ...bookmark, page: bookmark.page + before + drawn }))
  const ofPicture: readonly PlacedBookmark[] = drawn === 0 ? [] : [pictureBookmark(report, before)]
  const pages = new Map(
    [...ofPicture, ...moved].flatMap(({ section, page }) => (section ? [[section, page + 1]] : [])),
  )
  const front = frontWith(pages)
  return {
    front: front.pages,
    rest: rest.pages,
    bookmarks: [...front.bookmarks, ...ofPicture, ...moved],
  }
}

function pictureBookmark({ sections }: Report, page: number): PlacedBookmark {
  const title = sections.find(({ id }) => id === 'picture')?.heading ?? ''
  return { title, level: 0, section: 'picture', page, y: 0 }
}

/** Every section with its page. */
function contentsPieces(
  { sections, phrases }: Report,
  width: number,
  pages: ReadonlyMap<SectionId, number>,
): readonly Piece[] {
  const title = stack(setLine([phrases.contents], width, { style: styles.title, color: 'text' }), {
    bottom: 4,
  })
  const entry = ({ id, heading, count }: Section): Piece => {
    const text = count === undefined ? heading : `${heading} (${count})`
    const [row = []] = setLine([text], width - 40, { style: styles.label, color: 'text' })
    const number = toText(pages.get(id) ?? 1)
    const end: Mark = {
      mark: 'text',
      x: width,
      y: 13,
      text: number,
      ...styles.label,
      color: 'muted',
      anchor: 'end',
    }
    const dots: Mark = {
      mark: 'line',
      points: [
        { x: measure(text, styles.label) + 8, y: 10 },
        { x: width - measure(number, styles.label) - 8, y: 10 },
      ],
      ...{ color: 'line', width: 0.75, stroke: 'dashed' },
    }
    const area = { x: 0, y: 0, width, height: ROW }
    return {
      height: ROW + 2,
      marks: [...rowMarks(row, 0, 13), dots, end],
      links: [{ area, to: { section: id } }],
    }
  }
  return [{ ...title, keepsNext: true }, ...sections.map(entry)]
}

/** The drawing as large as a page allows, lying where it is wide. */
function pictureSheet({ title, sections }: Report, picture: PictureBlock, paper: Paper): Sheet {
  const area = areaOf(picture)
  const [width, height] = sizeOf(paper, area.width > area.height)
  const heading = sections.find(({ id }) => id === 'picture')?.heading ?? title
  const top = MARGIN + 24
  const [roomWidth, roomHeight] = [width - 2 * MARGIN, height - top - MARGIN]
  const scale = Math.min(1, roomWidth / area.width, roomHeight / area.height)
  const at = { x: (width - area.width * scale) / 2, y: top }
  const text: Mark = {
    mark: 'text',
    x: MARGIN,
    y: MARGIN,
    text: heading,
    size: 15,
    weight: 600,
    font: 'sans',
    color: 'text',
  }
  return { width, height, marks: [text], part: { area, at, scale } }
}

function linkTo(
  area: Rect,
  to: FlowPage['links'][number]['to'],
  bookmarks: readonly PlacedBookmark[],
): readonly SheetLink[] {
  if ('address' in to) return [{ area, to }]
  const found = bookmarks.find(({ section }) => section === to.section)
  return found ? [{ area, to: { sheet: found.page, y: found.y } }] : []
}
