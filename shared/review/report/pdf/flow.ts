/** Pieces on pages: one below the other, headings never alone at an end, heads of tables again at each beginning. */
import type { Mark } from '../../../figures/mark'
import type { SectionId } from '../report'
import type { Bookmark, Piece, PieceLink } from './piece'

export interface FlowPage {
  readonly marks: readonly Mark[]
  readonly links: readonly PieceLink[]
}

export interface PlacedBookmark extends Bookmark {
  /** Which of the pages, beginning with 0. */
  readonly page: number
  /** Pixels from the page's upper edge. */
  readonly y: number
}

export interface Flowed {
  readonly pages: readonly FlowPage[]
  readonly bookmarks: readonly PlacedBookmark[]
}

export interface Room {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

interface Writing {
  readonly marks: Mark[]
  readonly links: PieceLink[]
}

/** Sets the pieces. */
export function flow(pieces: readonly Piece[], room: Room): Flowed {
  const pages: Writing[] = []
  const bookmarks: PlacedBookmark[] = []
  let y = Number.POSITIVE_INFINITY
  const put = ({ marks, links = [], height }: Piece) => {
    const page = pages.at(-1)
    for (const mark of marks) page?.marks.push(shifted(mark, room.left, y))
    for (const link of links) {
      const area = { ...link.area, x: link.area.x + room.left, y: link.area.y + y }
      page?.links.push({ ...link, area })
    }
    y += height
  }
  pieces.forEach((piece, i) => {
    const isGap = piece.marks.length === 0
    if (piece.breaks === true || y + together(pieces, i, room.bottom - room.top) > room.bottom) {
      // A page does not begin with nothing.
      if (isGap && pages.length > 0) return
      pages.push({ marks: [], links: [] })
      y = room.top
      if (piece.head) put(piece.head)
    } else if (isGap && y === room.top) return
    if (piece.bookmark) bookmarks.push({ ...piece.bookmark, page: pages.length - 1, y })
    put(piece)
  })
  return { pages, bookmarks }
}

/** How high a piece is with what it is not left alone before; never more than a page. */
function together(pieces: readonly Piece[], from: number, most: number): number {
  let height = pieces[from]?.height ?? 0
  for (let i = from; pieces[i]?.keepsNext === true && i + 1 < pieces.length; i++) {
    const more = height + (pieces[i + 1]?.height ?? 0)
    if (more > most) break
    height = more
  }
  return height
}

function shifted(mark: Mark, x: number, y: number): Mark {
  if (mark.mark !== 'line') return { ...mark, x: mark.x + x, y: mark.y + y }
  return { ...mark, points: mark.points.map((point) => ({ x: point.x + x, y: point.y + y })) }
}

/** The page of a section. */
export function pageOf(bookmarks: readonly PlacedBookmark[], section: SectionId): PlacedBookmark | undefined {
  return bookmarks.find((bookmark) => bookmark.section === section)
}
