/** Every approval there ever was, the newest first, with what it rests on. */
import { say } from '../../../texts/text'
import type { PlacedApproval, Standing } from '../../approvals'
import type { Block, Line, Row, Section } from '../report'
import { type Source, shown } from '../source'
import { timeText } from '../times'

/** How many digits of a hash are enough to tell designs apart by eye. */
export const HASH_DIGITS = 12

/** The section. */
export function approvalsSection(source: Source, { approvals }: Standing): Section {
  const { words } = source
  const none: Block = { block: 'paragraph', line: [words('Nobody has approved the design yet.')] }
  const table: Block = {
    block: 'table',
    caption: words('Approvals'),
    columns: [
      { heading: words('Reviewer'), share: 24 },
      { heading: words('Date'), share: 18 },
      { heading: words('State'), share: 14 },
      { heading: words('Design and rules'), share: 20 },
      { heading: words('Remarks'), share: 24 },
    ],
    rows: approvals.map((approval) => row(source, approval)),
  }
  return {
    id: 'approvals',
    heading: words('Approvals'),
    count: approvals.length,
    blocks: approvals.length === 0 ? [none] : [table],
  }
}

function row({ words }: Source, approval: PlacedApproval): Row {
  const { author, email, at, holds, meaning, rules, comment, override } = approval
  const mail: readonly Line[] = email === undefined ? [] : [[{ muted: shown(email) }]]
  const remarks: Line[] = []
  if (comment !== undefined) remarks.push([shown(comment)])
  if (override !== undefined)
    remarks.push([words(say`Given although changes were asked for: ${shown(override)}`)])
  return [
    [[{ strong: shown(author) }], ...mail],
    [[timeText(at)]],
    [[holds ? { sign: 'ok', text: words('stands') } : { sign: 'warning', text: words('void') }]],
    [[{ code: shown(meaning.slice(0, HASH_DIGITS)) }], [{ code: shown(rules) }]],
    remarks.length === 0 ? [['–']] : remarks,
  ]
}
