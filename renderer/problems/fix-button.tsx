import type { Fix } from '../../shared/rules/rule'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { FixIcon } from '../ui/icons'
import { Tooltip } from '../ui/tooltip'

interface Props {
  readonly fix: Fix
  readonly side: 'top' | 'left'
}

/** Mends one problem as one undo step; the tooltip says what it will do. */
export function FixButton({ fix, side }: Props) {
  const app = useApp()
  return (
    <Tooltip text={fix.title} side={side}>
      <Button
        size="small"
        icon={<FixIcon size={12} />}
        aria-label={`${t('problems.fix')}: ${fix.title}`}
        onPress={() => app.edit(fix.title, fix.apply)}
      >
        {t('problems.fix')}
      </Button>
    </Tooltip>
  )
}
