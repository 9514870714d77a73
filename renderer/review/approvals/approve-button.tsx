import { useApp, useAppState } from '../../app-context'
import { command } from '../../commands/commands'
import { designOf } from '../../store'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'

/** Approves the design, once there is something in it. */
export function ApproveButton() {
  const app = useApp()
  const isEmpty = useAppState((state) => Object.keys(designOf(state).elements).length === 0)
  if (isEmpty) return null
  return (
    <Button size="small" onPress={() => void command('review.approve').run(app)}>
      {t('approvals.approve')}
    </Button>
  )
}
