import { useEffect } from 'react'
import { useApp, useAppState } from '../app-context'
import { command } from '../commands/commands'
import type { NoticeAction } from '../store'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'
import './overlays.css'

const INFO_STAYS = 5000

/** One message at a time, at the bottom of the canvas. Errors stay until they are closed. */
export function Notices() {
  const app = useApp()
  const notice = useAppState((state) => state.notice)
  useEffect(() => {
    if (notice?.kind !== 'info' || notice.actions) return
    const timer = setTimeout(() => app.notify(undefined), INFO_STAYS)
    return () => clearTimeout(timer)
  }, [app, notice])
  return (
    <div className="notices" role="status" aria-live="polite">
      {notice && (
        <div className="notice" data-kind={notice.kind} data-testid="notice">
          <div>
            <p>{notice.text}</p>
            {notice.detail !== undefined && <p className="notice-detail">{notice.detail}</p>}
            {notice.actions && <Actions actions={notice.actions} />}
          </div>
          <IconButton
            icon={<CloseIcon />}
            label={t('dialog.close')}
            side="top"
            onPress={() => app.notify(undefined)}
          />
        </div>
      )}
    </div>
  )
}

/** What helps, one press away. */
function Actions({ actions }: { readonly actions: readonly NoticeAction[] }) {
  const app = useApp()
  return (
    <div className="notice-actions">
      {actions.map((action) => (
        <Button
          key={action.command}
          size="small"
          onPress={() => {
            app.notify(undefined)
            void command(action.command).run(app)
          }}
        >
          {action.text}
        </Button>
      ))}
    </div>
  )
}
