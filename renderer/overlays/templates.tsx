import { useApp } from '../app-context'
import { newDocument, openTemplate } from '../document/open'
import { TemplateCards } from '../start/template-cards'
import { t } from '../strings/strings'
import { Modal } from './modal'

/** New design: empty or from a template. */
export function Templates() {
  const app = useApp()
  return (
    <Modal title={t('start.new')} size="sheet">
      <TemplateCards
        onEmpty={() => void newDocument(app)}
        onTemplate={(template) => void openTemplate(app, template)}
      />
    </Modal>
  )
}
