/** Giving and taking back approvals, one undo step each. */
import {
  approve,
  approvedDesign,
  lastApproval,
  type PlacedApproval,
  withdraw,
} from '../../../shared/review/approvals'
import { openCompare } from '../../compare/open-compare'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { isMine, type Me, meOf } from '../me'
import { newId, signedNow } from '../threads/actions'
import { agoOf } from '../threads/ago'
import { approvalOf } from './approval-list'

export interface Given {
  readonly me: Me
  readonly comment: string
  /** Why it is given although changes are asked for; empty: there are none. */
  readonly override: string
}

/** Approves the design as it is. */
export function giveApproval(app: App, { me, comment, override }: Given): void {
  const design = designOf(app.store.getState())
  const [id, by] = [newId(), signedNow(me)]
  app.seal()
  app.edit(t('approvals.stepApprove'), (draft) => approve(draft, design, { id, by, comment, override }))
  app.announce(t('approvals.saidApproved'))
}

/** Takes one's own approval back. */
export function withdrawApproval(app: App, id: string): void {
  app.seal()
  app.edit(t('approvals.stepWithdraw'), (draft) => withdraw(draft, id))
  app.announce(t('approvals.saidWithdrawn'))
}

/** The approval of whoever is at the keyboard. */
export function myApproval(app: App): PlacedApproval | undefined {
  const state = app.store.getState()
  return approvalOf(designOf(state), meOf(state.settings))
}

/** Has whoever is at the keyboard approved anything? Asked often, so what the design means is not worked out for it. */
export function isAnyMine(app: App): boolean {
  const state = app.store.getState()
  const me = meOf(state.settings)
  return Object.values(designOf(state).approvals ?? {}).some((one) => isMine(one, me))
}

/** Compares what was approved with the design as it is. */
export function showChanges(app: App, approval: PlacedApproval): void {
  const approved = approvedDesign(approval)
  if (approved.is !== 'design') {
    const text = t(approved.is === 'nothing' ? 'approvals.notKept' : 'approvals.damaged')
    app.notify({ kind: 'error', text })
    return
  }
  const { author, at } = approval
  void openCompare(app, {
    before: approved.design,
    after: designOf(app.store.getState()),
    names: {
      before: t('approvals.namesBefore', { author, when: agoOf(Date.parse(at)) }),
      after: t('approvals.namesAfter'),
    },
  })
}

/** The approval that changes are told since; undefined when none kept what was approved. */
export function comparable(app: App): PlacedApproval | undefined {
  return lastApproval(designOf(app.store.getState()))
}
