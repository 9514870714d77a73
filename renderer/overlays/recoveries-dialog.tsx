import { useState } from 'react'
import { Button as DialogButton } from 'react-aria-components'
import type { Recovery } from '../../shared/host'
import { useApp, useAppState } from '../app-context'
import { discardLeftWork, openLeftWork } from '../document/left-work'
import { whenOf } from '../document/when'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { HistoryIcon } from '../ui/icons'
import { Modal } from './modal'
import './recoveries-dialog.css'

/**
 * What windows left behind that never got to save. Discarding only marks a line: it is done when the dialog closes, so
 * that a slip costs nothing.
 */
export function RecoveriesDialog() {
  const app = useApp()
  const left = useAppState((state) => state.leftWork)
  const [discarded, setDiscarded] = useState<ReadonlySet<string>>(new Set())
  const mark = (slot: string, gone: boolean) =>
    setDiscarded((before) => new Set(gone ? [...before, slot] : [...before].filter((one) => one !== slot)))
  const close = () => {
    app.patch({ overlay: undefined })
    void discardLeftWork(app, [...discarded])
  }
  const open = (slot: string) => {
    void discardLeftWork(app, [...discarded]).then(() => openLeftWork(app, slot))
  }
  const stays = left.some(({ slot }) => !discarded.has(slot))
  return (
    <Modal
      title={t('recovery.title')}
      onClose={close}
      actions={
        <>
          <span className="recoveries-hint">{stays && t('recovery.laterHint')}</span>
          <span className="dialog-gap" />
          <DialogButton className="dialog-button" onPress={close}>
            {stays ? t('recovery.later') : t('recovery.done')}
          </DialogButton>
        </>
      }
    >
      <p>{t('recovery.lead')}</p>
      <ul className="recoveries">
        {left.map((work, index) => (
          <Work
            key={work.slot}
            work={work}
            first={index === 0}
            discarded={discarded.has(work.slot)}
            open={() => open(work.slot)}
            mark={(gone) => mark(work.slot, gone)}
          />
        ))}
      </ul>
    </Modal>
  )
}

interface WorkProps {
  readonly work: Recovery
  readonly first: boolean
  readonly discarded: boolean
  readonly open: () => void
  readonly mark: (gone: boolean) => void
}

function Work({ work: { name, kept, elements, place }, first, discarded, open, mark }: WorkProps) {
  const facts = [t('recovery.elements', { count: elements }), t('recovery.kept', { when: whenOf(kept) })]
  return (
    <li className="recovery" data-discarded={discarded}>
      <HistoryIcon size={20} />
      <div className="recovery-facts">
        <strong>{name}</strong>
        <span>{discarded ? t('recovery.discarded') : facts.join(' · ')}</span>
        {!discarded && (
          <span>{place === undefined ? t('recovery.nowhere') : t('recovery.place', { place })}</span>
        )}
      </div>
      {discarded ? (
        <Button
          variant="quiet"
          autoFocus
          aria-label={t('recovery.undoOf', { name })}
          onPress={() => mark(false)}
        >
          {t('recovery.undo')}
        </Button>
      ) : (
        <>
          <Button variant="quiet" aria-label={t('recovery.discardOf', { name })} onPress={() => mark(true)}>
            {t('recovery.discard')}
          </Button>
          <Button
            variant="primary"
            autoFocus={first}
            aria-label={t('recovery.openOf', { name })}
            onPress={open}
          >
            {t('recovery.open')}
          </Button>
        </>
      )}
    </li>
  )
}
