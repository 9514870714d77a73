import { useEffect } from 'react'
import { useApp, useAppState } from '../app-context'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'
import './overlays.css'

const INFO_STAYS = 5000

/** One message at a time, at the bottom of the canvas. Errors stay until they are closed. */
export function Notices() {
  const app = useApp()
  const notice = useAppState((state) => state.notice)
  useEffect(() => {
    if (notice?.kind !== 'info') return
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
