import { lastApproval, standingOf } from '../../shared/review/approvals'
import { useApp, useDesign } from '../app-context'
import { whenOf } from '../document/when'
import { showChanges } from '../review/approvals/acts'
import { t } from '../strings/strings'
import { Button } from '../ui/button'

/** The state that was approved last, kept in the design itself. */
export function ApprovedSource() {
  const app = useApp()
  const design = useDesign()
  const approval = lastApproval(design)
  if (!approval) {
    const none = standingOf(design).approvals.length === 0
    return <p>{t(none ? 'compare.open.noApproval' : 'compare.open.notKept')}</p>
  }
  return (
    <>
      <p>{t('compare.open.approvedBy', { name: approval.author, when: whenOf(Date.parse(approval.at)) })}</p>
      <p className="compare-go">
        <Button variant="primary" onPress={() => showChanges(app, approval)}>
          {t('compare.open.compare')}
        </Button>
      </p>
    </>
  )
}
