import './approvals.css'
import { useDeferredValue, useState } from 'react'
import type { PlacedApproval } from '../../../shared/review/approvals'
import { ruleSetVersion } from '../../../shared/rules/rule-set'
import { useApp, useDesign } from '../../app-context'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'
import { Glyph } from '../../ui/glyph'
import { IconButton } from '../../ui/icon-button'
import { ResetIcon } from '../../ui/icons'
import { keepFocusNear } from '../../ui/keep-focus'
import { isMine } from '../me'
import { useMe } from '../panel/use-threads-shown'
import { agoOf, exactTime } from '../threads/ago'
import { showChanges, withdrawApproval } from './acts'
import { approvalList } from './approval-list'

/** Who approved the design, when, and whether that still counts. */
export function ApprovalsAside() {
  const design = useDeferredValue(useDesign())
  const { holding, current, earlier } = approvalList(design)
  const [withEarlier, setWithEarlier] = useState(false)
  if (current.length === 0) return null
  const isVoid = holding === 0
  return (
    <aside className="approvals" aria-label={t('approvals.title')}>
      <p className="approvals-state" data-void={isVoid}>
        <Glyph name={isVoid ? 'warning' : 'ok'} />
        <span>{isVoid ? t('approvals.voidedLong') : t('approvals.approved', { count: holding })}</span>
      </p>
      <ul>
        {current.map((approval) => (
          <ApprovalItem key={approval.id} approval={approval} told={isVoid} />
        ))}
        {withEarlier &&
          earlier.map((one) => <ApprovalItem key={one.id} approval={one} told={isVoid} replaced />)}
      </ul>
      {earlier.length > 0 && (
        <Button
          size="small"
          variant="quiet"
          aria-expanded={withEarlier}
          onPress={() => setWithEarlier(!withEarlier)}
        >
          {t('approvals.earlier', { count: earlier.length })}
        </Button>
      )}
    </aside>
  )
}

interface ItemProps {
  readonly approval: PlacedApproval
  /** Why it is void stands above it. */
  readonly told: boolean
  /** Its author has approved again since. */
  readonly replaced?: boolean
}

function ApprovalItem({ approval, told, replaced = false }: ItemProps) {
  const app = useApp()
  const me = useMe()
  const { id, author, at, holds, comment, override, approved, rules } = approval
  const time = Date.parse(at)
  return (
    <li className="approval" data-void={!holds} data-replaced={replaced}>
      <div className="approval-head">
        <Glyph name={holds ? 'ok' : 'warning'} size={12} />
        <span className="approval-author">{author}</span>
        <time dateTime={at} title={exactTime(time)}>
          {agoOf(time)}
        </time>
        {isMine(approval, me) && (
          <IconButton
            icon={<ResetIcon size={14} />}
            label={t('approvals.withdraw')}
            side="top"
            onPress={(event) => {
              keepFocusNear(event)
              withdrawApproval(app, id)
            }}
          />
        )}
      </div>
      <p className="approval-standing">
        {t(
          replaced
            ? 'approvals.replaced'
            : holds
              ? 'approvals.holds'
              : told
                ? 'approvals.isVoid'
                : 'approvals.isVoidLong',
        )}
        {!holds && approved !== undefined && (
          <Button size="small" onPress={() => showChanges(app, approval)}>
            {t('approvals.changed')}
          </Button>
        )}
      </p>
      {comment !== undefined && <p className="approval-comment">{comment}</p>}
      {override !== undefined && <p>{t('approvals.override', { reason: override })}</p>}
      {rules !== ruleSetVersion() && <p>{t('approvals.rules', { rules, now: ruleSetVersion() })}</p>}
    </li>
  )
}
