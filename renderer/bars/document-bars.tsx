import type { ReactNode } from 'react'
import { useApp, useAppState } from '../app-context'
import { conflictCount, settleConflicts } from '../document/conflicts'
import { reviewDisk, takeTheirs } from '../document/disk'
import type { DiskState } from '../document/disk-state'
import { save, saveAs } from '../document/save'
import { whenOf } from '../document/when'
import { designOf, isDirty } from '../store'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, FileChangedIcon, HistoryIcon, MergeIcon } from '../ui/icons'
import './document-bars.css'

/** What is to be known of the document while one works on it: calm lines over the canvas, which wait. */
export function DocumentBars() {
  const disk = useAppState((state) => state.disk)
  const recovered = useAppState((state) => state.recovered)
  const conflicts = useAppState((state) => conflictCount(designOf(state)))
  const listed = useAppState((state) => state.bottomTab === 'conflicts')
  return (
    // It is there before it has something to say: otherwise screen readers stay silent.
    <div className="document-bars" role="status">
      {disk && <DiskBar disk={disk} />}
      {recovered !== undefined && <RecoveredBar kept={recovered} />}
      {conflicts > 0 && !listed && <ConflictsBar count={conflicts} />}
    </div>
  )
}

interface BarProps {
  readonly name: string
  readonly tone?: 'info' | 'warning'
  readonly icon: ReactNode
  readonly text: string
  readonly children: ReactNode
}

function Bar({ name, tone = 'info', icon, text, children }: BarProps) {
  return (
    <div className="document-bar" data-tone={tone} data-testid={`bar-${name}`}>
      {icon}
      <p>{text}</p>
      {children}
    </div>
  )
}

function DiskBar({ disk }: { readonly disk: DiskState }) {
  const app = useApp()
  const name = useAppState((state) => state.file.name)
  const dirty = useAppState(isDirty)
  const icon = <FileChangedIcon />
  if (disk.what === 'gone') {
    return (
      <Bar name="disk" tone="warning" icon={icon} text={t('disk.gone', { name })}>
        <Button size="small" onPress={() => void saveAs(app)}>
          {t('file.saveAs')}
        </Button>
        <Button size="small" onPress={() => void save(app)}>
          {t('dialog.save')}
        </Button>
      </Bar>
    )
  }
  const review = (
    <Button size="small" onPress={() => reviewDisk(app)}>
      {t('disk.review')}
    </Button>
  )
  if (disk.what === 'unreadable') {
    return (
      <Bar name="disk" tone="warning" icon={icon} text={t('disk.unreadable', { name })}>
        {review}
      </Bar>
    )
  }
  return (
    <Bar name="disk" icon={icon} text={dirty ? t('disk.changedBoth', { name }) : t('disk.changed', { name })}>
      {review}
      {!dirty && (
        <Button size="small" onPress={() => takeTheirs(app)}>
          {t('disk.reload')}
        </Button>
      )}
    </Bar>
  )
}

function RecoveredBar({ kept }: { readonly kept: number }) {
  const app = useApp()
  const base = useAppState((state) => state.savedDesign)
  const belongs = useAppState((state) => state.file.id !== undefined)
  const when = whenOf(kept)
  return (
    <Bar
      name="recovered"
      icon={<HistoryIcon />}
      text={belongs ? t('recovery.bar', { when }) : t('recovery.barUnsaved', { when })}
    >
      {base && (
        <Button size="small" onPress={() => app.patch({ overlay: { kind: 'recovered-differences', base } })}>
          {t('recovery.compare')}
        </Button>
      )}
      <Button size="small" onPress={() => void save(app)}>
        {t('dialog.save')}
      </Button>
      <IconButton
        icon={<CloseIcon />}
        label={t('recovery.dismiss')}
        onPress={() => app.patch({ recovered: undefined })}
      />
    </Bar>
  )
}

function ConflictsBar({ count }: { readonly count: number }) {
  const app = useApp()
  return (
    <Bar name="conflicts" tone="warning" icon={<MergeIcon />} text={t('conflicts.bar', { count })}>
      <Button size="small" onPress={() => settleConflicts(app)}>
        {t('conflicts.settle')}
      </Button>
    </Bar>
  )
}
