import { approvedDesign, lastApproval, standingOf } from '../../shared/review/approvals'
import { useApp, useDesign } from '../app-context'
import { whenOf } from '../document/when'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { compareWithNow } from './with-now'

/** The state that was approved last, kept in the design itself. */
export function ApprovedSource() {
  const app = useApp()
  const design = useDesign()
  const approval = lastApproval(design)
  if (!approval) {
    const none = standingOf(design).approvals.length === 0
    return <p>{t(none ? 'compare.open.noApproval' : 'compare.open.notKept')}</p>
  }
  const when = whenOf(Date.parse(approval.at))
  const approved = approvedDesign(approval)
  return (
    <>
      <p>{t('compare.open.approvedBy', { name: approval.author, when })}</p>
      {approved.is === 'design' ? (
        <p className="compare-go">
          <Button
            variant="primary"
            onPress={() =>
              void compareWithNow(app, approved.design, t('compare.open.approvedName', { when }))
            }
          >
            {t('compare.open.compare')}
          </Button>
        </p>
      ) : (
        <p>{t('compare.open.notKept')}</p>
      )}
    </>
  )
}
