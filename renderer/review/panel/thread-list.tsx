import { useCallback } from 'react'
import type { Design } from '../../../shared/design/design'
import { isOpen, kindLabel } from '../../../shared/review/threads'
import { useApp, useDesign } from '../../app-context'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { RowList } from '../../ui/row-list'
import { agoOf } from '../threads/ago'
import { subjectOf } from '../threads/subject'
import { useThreads } from '../threads-state'
import { goToRow } from './acts'
import { firstLine } from './thread-filter'
import { DraftLine, ThreadLine } from './thread-line'
import { type Row, subjectLine, type ThreadRow } from './thread-rows'

/** The threads, one a line; the one whose card is open is marked. */
export function ThreadList({ rows }: { readonly rows: readonly Row[] }) {
  const app = useApp()
  const design = useDesign()
  const open = useThreads((state) => state.open)
  const draw = useCallback((row: Row, active: boolean) => {
    if (row.heading) return <Heading {...row} />
    if ('draft' in row) return <DraftLine row={row} />
    return <ThreadLine row={row} active={active} />
  }, [])
  return (
    <RowList
      label={t('review.list')}
      rows={rows}
      nameRow={(row) => nameRow(design, row)}
      guess={guess}
      current={open}
      onAction={(row) => goToRow(app, row)}
    >
      {draw}
    </RowList>
  )
}

interface HeadingProps {
  readonly title: string
  readonly count: number
  readonly hint?: string
}

function Heading({ title, count, hint }: HeadingProps) {
  return (
    <div className="review-heading">
      <span className="review-heading-title">{title}</span>
      <span className="problems-count">{count}</span>
      {hint !== undefined && <span className="review-heading-hint">{hint}</span>}
    </div>
  )
}

function nameRow(design: Design, row: Row): string {
  if (row.heading) return row.title
  if ('draft' in row) {
    const { fresh, text } = row.draft
    return t('review.draftRow', { subject: subjectOf(design, fresh.pin), text: firstLine(text) })
  }
  return nameThread(design, row)
}

function nameThread(design: Design, { thread }: ThreadRow): string {
  const last = thread.comments.at(-1)
  const replies = thread.comments.length - 1
  return [
    `${words(kindLabel(thread.kind))}: ${subjectLine(design, thread.pin)}`,
    firstLine(last?.text ?? ''),
    last && t('review.by', { author: last.author, when: agoOf(Date.parse(last.written)) }),
    replies > 0 && t('review.replies', { count: replies }),
    !isOpen(thread) && t('review.resolved'),
  ]
    .filter(Boolean)
    .join('. ')
}

/** As the style sheet has it. */
const LINE = 48
const HEADING = 32

function guess(row: Row): number {
  return row.heading ? HEADING : LINE
}
