import './approvals.css'
import { useDeferredValue } from 'react'
import { useApp, useDesign } from '../../app-context'
import { openBottom } from '../../panels/bottom-focus'
import { t } from '../../strings/strings'
import { Glyph } from '../../ui/glyph'
import { approvalList } from './approval-list'

/** Beside the document's name: is it approved as it is? An edit that voids that is seen, and read out. */
export function ApprovalChip() {
  const app = useApp()
  // What the design means is worked out after the edit that changed it has been drawn.
  const design = useDeferredValue(useDesign())
  const { holding, current } = approvalList(design)
  const isVoid = holding === 0
  return (
    // It is there before it has something to say: otherwise screen readers stay silent.
    <span role="status" className="approval-chip-place">
      {current.length > 0 && (
        <button
          type="button"
          className="approval-chip"
          data-void={isVoid}
          title={isVoid ? t('approvals.voidedLong') : t('approvals.approved', { count: holding })}
          onClick={() => openBottom(app, 'review')}
        >
          <Glyph name={isVoid ? 'warning' : 'ok'} size={12} />
          <span>{isVoid ? t('approvals.voided') : t('approvals.approvedBy', { count: holding })}</span>
        </button>
      )}
    </span>
  )
}
