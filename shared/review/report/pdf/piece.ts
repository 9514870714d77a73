/** What the blocks of a report become before they are on pages. */
import type { Mark, Rect } from '../../../figures/mark'
import type { SectionId } from '../report'

export interface Piece {
  readonly height: number
  /** From the upper left corner of the piece. */
  readonly marks: readonly Mark[]
  /** Is not left alone at the end of a page. */
  readonly keepsNext?: boolean
  /** Comes again where a page begins in front of the piece: the head of its table. */
  readonly head?: Piece
  readonly bookmark?: Bookmark
  readonly links?: readonly PieceLink[]
  /** Begins a page. */
  readonly breaks?: boolean
}

export interface Bookmark {
  readonly title: string
  readonly level: number
  readonly section?: SectionId
}

export interface PieceLink {
  readonly area: Rect
  readonly to: { readonly address: string } | { readonly section: SectionId }
}
