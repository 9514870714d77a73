import { useMemo } from 'react'
import { edit } from '../../shared/design/edit'
import type { Fix } from '../../shared/rules/rule'
import { useApp, useDesign } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { FixIcon } from '../ui/icons'
import { keepFocusNear } from '../ui/keep-focus'
import { Tooltip } from '../ui/tooltip'
import { DifferenceList } from './difference-list'

/** A tooltip that fills the window helps nobody. */
const MOST_IN_TOOLTIP = 5

interface Props {
  readonly fix: Fix
  readonly side: 'top' | 'bottom'
  readonly excludeFromTabOrder?: boolean
}

/** Mends one problem as one undo step; the tooltip shows before and after. */
export function FixButton({ fix, side, excludeFromTabOrder = false }: Props) {
  const app = useApp()
  return (
    <Tooltip text={<FixPreview fix={fix} most={MOST_IN_TOOLTIP} />} side={side}>
      <Button
        size="small"
        icon={<FixIcon size={12} />}
        aria-label={`${t('problems.fix')}: ${words(fix.title)}`}
        excludeFromTabOrder={excludeFromTabOrder}
        onPress={(event) => {
          keepFocusNear(event)
          app.edit(words(fix.title), fix.apply)
        }}
      >
        {t('problems.fix')}
      </Button>
    </Tooltip>
  )
}

interface PreviewProps {
  readonly fix: Fix
  /** How many differences are shown; absent: all. */
  readonly most?: number
}

/** What a fix is called and what it changes; worked out only while it is shown. */
export function FixPreview({ fix, most }: PreviewProps) {
  const design = useDesign()
  const after = useMemo(() => edit(design, fix.apply).design, [design, fix])
  return (
    <div className="fix-preview">
      <strong>{words(fix.title)}</strong>
      <DifferenceList before={design} after={after} {...(most === undefined ? {} : { most })} />
    </div>
  )
}
