import type { ReactNode } from 'react'
import { Modal as AriaModal, Dialog, Heading, ModalOverlay } from 'react-aria-components'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'
import './overlays.css'

interface Props {
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large' | 'wide' | 'sheet'
  readonly children: ReactNode
  /** Buttons at the bottom. */
  readonly actions?: ReactNode
  /** Escape, the cross, or a press beside the dialog; absent: it just closes. */
  readonly onClose?: () => void
}

/** A dialog over the window; focus stays in it and goes back afterwards. */
export function Modal({ title, size = 'medium', children, actions, onClose }: Props) {
  const app = useApp()
  const close = onClose ?? (() => app.patch({ overlay: undefined }))
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      <AriaModal className={`modal modal-${size}`}>
        <Dialog className="modal-dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <IconButton icon={<CloseIcon />} label={t('dialog.close')} onPress={close} />
          </header>
          <div className="modal-body">{children}</div>
          {actions !== undefined && <footer>{actions}</footer>}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  )
}
