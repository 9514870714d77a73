/** The Review panel: comments on fields, who signs, and approvals. */
import { openReport } from '../document/export'
import { toggleBottom } from '../panels/bottom-focus'
import { comparable, isAnyMine, myApproval, showChanges, withdrawApproval } from '../review/approvals/acts'
import { placeInFocus } from '../review/fields/place-in-focus'
import { talkAbout } from '../review/fields/talk-about'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'

export const approvalCommands: readonly Command[] = [
  {
    id: 'review.panel',
    keys: ['Mod+Alt+KeyR'],
    menu: 'Review',
    inTextFields: true,
    run: (app) => toggleBottom(app, 'review'),
  },
  {
    id: 'review.comment-field',
    keys: ['Mod+Alt+KeyM'],
    menu: 'Review',
    inTextFields: true,
    run: commentOnField,
  },
  {
    id: 'review.approve',
    menu: 'Review',
    separatorBefore: true,
    when: (app) => hasElements(app) || t('approvals.empty'),
    run: (app) => app.patch({ overlay: { kind: 'approve' } }),
  },
  {
    id: 'review.withdraw',
    menu: 'Review',
    when: (app) => isAnyMine(app) || t('approvals.notMine'),
    run: (app) => {
      const mine = myApproval(app)
      if (mine) withdrawApproval(app, mine.id)
    },
  },
  {
    id: 'review.changed',
    menu: 'Review',
    when: (app) => designOf(app.store.getState()).approvals !== undefined || t('approvals.none'),
    run: (app) => {
      const last = comparable(app)
      if (last) showChanges(app, last)
      else app.notify({ kind: 'info', text: t('approvals.notKept') })
    },
  },
  { id: 'review.report', menu: 'Review', run: openReport },
  {
    id: 'review.author',
    menu: 'Review',
    separatorBefore: true,
    run: (app) => app.patch({ overlay: { kind: 'author' } }),
  },
]

function hasElements(app: App): boolean {
  return Object.keys(designOf(app.store.getState()).elements).length > 0
}

function commentOnField(app: App): void {
  const pin = placeInFocus(app)
  if (pin) talkAbout(app, pin)
  else app.notify({ kind: 'info', text: t('review.noField') })
}
