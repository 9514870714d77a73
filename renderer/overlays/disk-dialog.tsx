import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { type Design, emptyDesign } from '../../shared/design/design'
import { mergeDesigns } from '../../shared/merge/merge'
import { useApp, useAppState, useDesign } from '../app-context'
import { compareDisk } from '../compare/with-now'
import { mergeTheirs, takeTheirs } from '../document/disk'
import type { DiskState } from '../document/disk-state'
import { keepMine, saveAs } from '../document/save'
import { isDirty } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { DifferencesView } from './differences-view'
import { Modal } from './modal'
import './disk-dialog.css'

/** What another program made of the document's file, and what may become of it. */
export function DiskDialog() {
  const disk = useAppState((state) => state.disk)
  switch (disk?.what) {
    case 'changed':
      return <Changed theirs={disk.theirs} />
    case 'unreadable':
      return <Unreadable disk={disk} />
    default:
      return null
  }
}

function Changed({ theirs }: { readonly theirs: Design }) {
  const app = useApp()
  const name = useAppState((state) => state.file.name)
  const dirty = useAppState(isDirty)
  return (
    <Modal
      title={t('disk.title', { name })}
      size="large"
      actions={
        <>
          <Button className="dialog-button" onPress={() => void keepMine(app)}>
            {t('disk.keepMine')}
          </Button>
          <span className="dialog-gap" />
          <Button className="dialog-button" onPress={() => void compareDisk(app, theirs)}>
            {t('compare.open.compare')}
          </Button>
          {dirty ? (
            <>
              <Button className="dialog-button" onPress={() => takeTheirs(app)}>
                {t('disk.takeTheirs')}
              </Button>
              <Button className="dialog-button dialog-primary" autoFocus onPress={() => mergeTheirs(app)}>
                {t('disk.merge')}
              </Button>
            </>
          ) : (
            <Button className="dialog-button dialog-primary" autoFocus onPress={() => takeTheirs(app)}>
              {t('disk.reload')}
            </Button>
          )}
        </>
      }
    >
      <Sides theirs={theirs} dirty={dirty} />
    </Modal>
  )
}

/** What either side changed since the design was in the file. */
function Sides({ theirs, dirty }: { readonly theirs: Design; readonly dirty: boolean }) {
  const mine = useDesign()
  const base = useAppState((state) => state.savedDesign)
  const clashes = useMemo(() => {
    const { conflicts } = mergeDesigns(base ?? emptyDesign(mine.name), mine, theirs)
    return Object.keys(conflicts).length
  }, [base, mine, theirs])
  const outlook = clashes === 0 ? t('disk.clean') : t('disk.clashes', { count: clashes })
  if (base === undefined) {
    return (
      <>
        <p>{t('disk.leadNoBase')}</p>
        <DifferencesView title={t('disk.between')} before={theirs} after={mine} />
        <p className="modal-muted">{`${outlook} ${t('disk.safe')}`}</p>
      </>
    )
  }
  return (
    <>
      <p>{dirty ? t('disk.leadBoth') : t('disk.lead')}</p>
      <div className="disk-sides">
        {dirty && <DifferencesView title={t('disk.mine')} before={base} after={mine} />}
        <DifferencesView title={t('disk.theirs')} before={base} after={theirs} />
      </div>
      <p className="modal-muted">{dirty ? `${outlook} ${t('disk.safe')}` : t('disk.safe')}</p>
    </>
  )
}

function Unreadable({ disk }: { readonly disk: Extract<DiskState, { readonly what: 'unreadable' }> }) {
  const app = useApp()
  const name = useAppState((state) => state.file.name)
  const close = () => app.patch({ overlay: undefined })
  return (
    <Modal
      title={t('disk.unreadableTitle', { name })}
      actions={
        <>
          {disk.replaceable && (
            <Button className="dialog-button" onPress={() => void keepMine(app)}>
              {t('disk.keepMine')}
            </Button>
          )}
          <span className="dialog-gap" />
          <Button className="dialog-button" onPress={close}>
            {t('dialog.cancel')}
          </Button>
          <Button
            className="dialog-button dialog-primary"
            autoFocus
            onPress={() => {
              close()
              void saveAs(app)
            }}
          >
            {t('file.saveAs')}
          </Button>
        </>
      }
    >
      <p>{t('disk.unreadableLead')}</p>
      <p className="disk-reason">{failureText(disk.error)}</p>
      {disk.replaceable && <p className="modal-muted">{t('disk.unreadableKeep')}</p>}
    </Modal>
  )
}
