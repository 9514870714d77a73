/** Approvals by who gave them. Pure. */
import { memo } from '../../../shared/basics/memo'
import type { Design } from '../../../shared/design/design'
import { type PlacedApproval, standingOf } from '../../../shared/review/approvals'
import { isMine, type Me } from '../me'

export interface ApprovalList {
  /** How many people's approval holds. */
  readonly holding: number
  /** One of each person, the newest first: the newest that holds, else the newest. */
  readonly current: readonly PlacedApproval[]
  /** What the same people approved beside that. */
  readonly earlier: readonly PlacedApproval[]
}

const NONE: ApprovalList = { holding: 0, current: [], earlier: [] }

/** The approvals of a design. Without any, nothing is computed. */
export const approvalList: (design: Design) => ApprovalList = memo((design) => {
  const all = standingOf(design).approvals
  if (all.length === 0) return NONE
  const current: PlacedApproval[] = []
  for (const one of [...all.filter(({ holds }) => holds), ...all.filter(({ holds }) => !holds)]) {
    if (!current.some((other) => isMine(other, signerOf(one)))) current.push(one)
  }
  const chosen = new Set(current)
  return {
    holding: current.filter(({ holds }) => holds).length,
    current: all.filter((one) => chosen.has(one)),
    earlier: all.filter((one) => !chosen.has(one)),
  }
})

function signerOf({ author, email }: PlacedApproval): Me {
  return { author, ...(email === undefined ? {} : { email }) }
}

/** The approval that this person gave, as it counts now. */
export function approvalOf(design: Design, me: Me | undefined): PlacedApproval | undefined {
  return approvalList(design).current.find((one) => isMine(one, me))
}
