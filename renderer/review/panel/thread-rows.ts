/** The lines of the panel: threads, drafts of new ones, and the headings above them. Pure. */
import type { Design, Pin } from '../../../shared/design/design'
import type { PlacedThread } from '../../../shared/review/threads'
import { t } from '../../strings/strings'
import type { ListRow } from '../../ui/use-row-window'
import { subjectOf } from '../threads/subject'
import type { Draft, FreshThread } from '../threads-state'
import { grouped } from './thread-filter'

export type FreshDraft = Draft & { readonly fresh: FreshThread }

export interface ThreadRow extends ListRow {
  readonly heading?: false
  readonly thread: PlacedThread
  readonly orphan: boolean
}

export interface DraftRow extends ListRow {
  readonly heading?: false
  readonly draft: FreshDraft
}

export interface HeadingRow extends ListRow {
  readonly heading: true
  readonly title: string
  readonly count: number
  readonly hint?: string
}

export type Row = ThreadRow | DraftRow | HeadingRow

/** What is half written first, then threads that lost their element, then the others. */
export function threadRows(
  design: Design,
  threads: readonly PlacedThread[],
  drafts: readonly (readonly [string, FreshDraft])[],
): readonly Row[] {
  const { orphans, pinned } = grouped(design, threads)
  const rowsOf = (some: readonly PlacedThread[], orphan: boolean) =>
    some.map((thread): ThreadRow => ({ id: thread.id, thread, orphan }))
  const rows = [
    ...group(
      'drafts',
      drafts.map(([id, draft]): DraftRow => ({ id, draft })),
    ),
    ...group('orphans', rowsOf(orphans, true), t('review.orphansHint')),
  ]
  // With nothing above them they need no heading.
  return rows.length === 0 ? rowsOf(pinned, false) : [...rows, ...group('pinned', rowsOf(pinned, false))]
}

function group(name: 'drafts' | 'orphans' | 'pinned', rows: readonly Row[], hint?: string): readonly Row[] {
  if (rows.length === 0) return rows
  const title = t(`review.${name}`)
  return [
    { id: `#${name}`, heading: true, title, count: rows.length, ...(hint === undefined ? {} : { hint }) },
    ...rows,
  ]
}

/** What a thread is about, as the first words of a line. */
export function subjectLine(design: Design, pin: Pin): string {
  if (pin.element !== undefined) return subjectOf(design, pin)
  return t(pin.width === undefined ? 'review.point' : 'review.region')
}
