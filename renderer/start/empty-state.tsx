import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import { command } from '../commands/commands'
import { openTemplate } from '../document/open'
import { t } from '../strings/strings'
import { ImportIcon, OpenIcon } from '../ui/icons'
import { TemplateCards } from './template-cards'
import './start.css'

/** What an empty canvas shows: three ways to begin, one press each. */
export function EmptyState() {
  const app = useApp()
  return (
    <div className="empty-state">
      <div className="empty-state-box">
        <h2>{t('canvas.emptyTitle')}</h2>
        <div className="empty-state-actions">
          <Button
            className="dialog-button dialog-primary"
            onPress={() => void command('file.import').run(app)}
          >
            <ImportIcon /> {t('start.import')}
          </Button>
          <Button className="dialog-button" onPress={() => void command('file.open').run(app)}>
            <OpenIcon /> {t('start.open')}
          </Button>
        </div>
        <TemplateCards onTemplate={(template) => void openTemplate(app, template)} />
      </div>
    </div>
  )
}
