/**
 * A review report as plain data, in a language: sections of a few kinds of blocks. Painters turn it into HTML, Markdown, a
 * PDF, or the window's preview; none of them knows what a design is, and no text in here is markup of any kind.
 */
import type { Scene } from '../../figures/scene'

export interface Report {
  /** As `lang` attributes have it. */
  readonly language: string
  /** What it is: “Design review”. */
  readonly kicker: string
  /** The design's name. */
  readonly title: string
  /** Region, account, date, hash: short, in one row. */
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
  /** The last line. */
  readonly colophon: Line
  /** What the painters themselves have to say. */
  readonly phrases: Phrases
}

export interface Phrases {
  readonly contents: string
  readonly actualSize: string
  readonly fitToPage: string
  readonly edited: string
  /** In place of the picture, where there can be none. */
  readonly noPicture: string
  /** “page 2 of 9”. */
  readonly page: (page: number, of: number) => string
}

export interface Section {
  /** Names it in links. */
  readonly id: SectionId
  readonly heading: string
  /** Behind the heading: how many there are. */
  readonly count?: number
  readonly blocks: readonly Block[]
}

export type SectionId =
  | 'approval'
  | 'picture'
  | 'summary'
  | 'changes'
  | 'problems'
  | 'waivers'
  | 'threads'
  | 'approvals'
  | 'cost'

export type Block = Paragraph | Callout | Tiles | Facts | Table | Part | Comments | PictureBlock

export interface Paragraph {
  readonly block: 'paragraph'
  readonly line: Line
}

/** What must be seen first. */
export interface Callout {
  readonly block: 'callout'
  readonly tone: Tone
  readonly title: string
  readonly lines: readonly Line[]
}

/** The figures of a report at a glance. */
export interface Tiles {
  readonly block: 'tiles'
  readonly tiles: readonly Tile[]
}

export interface Tile {
  readonly label: string
  readonly value: string
  readonly detail?: string
  readonly tone: Tone
  /** Where more is said about it. */
  readonly to?: SectionId
}

export interface Facts {
  readonly block: 'facts'
  readonly facts: readonly Fact[]
}

export interface Fact {
  readonly term: string
  /** One below the other. */
  readonly lines: Cell
}

export interface Table {
  readonly block: 'table'
  /** What it lists, for those who hear it. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Sums. */
  readonly total?: Row
}

export interface Column {
  readonly heading: string
  /** Its part of the width. */
  readonly share: number
  /** At the right, with figures below each other. */
  readonly isNumber?: boolean
}

export type Row = readonly Cell[]
/** Lines one below the other. */
export type Cell = readonly Line[]

/** A part of a section, with a heading of its own. */
export interface Part {
  readonly block: 'part'
  readonly heading: Line
  /** Below the heading, quieter. */
  readonly aside?: Line
  readonly blocks: readonly Block[]
  /** A card: one thing among several of its kind. */
  readonly isCard?: boolean
}

export interface Comments {
  readonly block: 'comments'
  readonly comments: readonly ReportedComment[]
}

export interface ReportedComment {
  readonly author: string
  /** For people, such as `2026-11-27 09:14 UTC`. */
  readonly written: string
  /** For programs. */
  readonly at: string
  readonly isEdited: boolean
  readonly text: string
}

export interface PictureBlock {
  readonly block: 'picture'
  readonly scene: Scene
  /** What can be seen in it, for those who can't. */
  readonly description: string
}

export type Tone = 'ok' | 'error' | 'warning' | 'advice' | 'muted'

/** What a sign says beside its words; painters draw it, or leave it to the words. */
export type Sign = 'ok' | 'error' | 'warning' | 'advice' | 'added' | 'removed' | 'changed' | 'moved' | 'open'

/** The tone that each sign has, in every form of the report. */
export const signTones: Readonly<Record<Sign, Tone>> = {
  ok: 'ok',
  error: 'error',
  warning: 'warning',
  advice: 'advice',
  added: 'ok',
  removed: 'error',
  changed: 'warning',
  moved: 'muted',
  open: 'muted',
}

/** A piece of a line. A plain text is nothing but text. */
export type Span =
  | string
  /** An identifier, a path, a value: monospaced. */
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly muted: string }
  | { readonly sign: Sign; readonly text: string }
  /** An https address of ours, never one of a design's. */
  | { readonly link: string; readonly text: string }
  /** Somewhere in the report. */
  | { readonly to: SectionId; readonly text: string }

export type Line = readonly Span[]

/** The text of a line without its looks. */
export function plainText(line: Line): string {
  return line.map(textOf).join('')
}

/** The text of a piece of a line. */
export function textOf(span: Span): string {
  if (typeof span === 'string') return span
  if ('code' in span) return span.code
  if ('strong' in span) return span.strong
  if ('muted' in span) return span.muted
  return span.text
}
