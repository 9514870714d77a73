import { useId } from 'react'
import { useApp, useAppState } from '../app-context'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { openTemplate } from '../document/open'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { ImportIcon, OpenIcon } from '../ui/icons'
import { FirstStepsList } from './first-steps-list'
import { RecentFiles } from './recent-files'
import { TemplateCards } from './template-cards'
import './start.css'

const NOTHING_DONE: ReadonlySet<never> = new Set()

/** What an empty canvas shows: something to try on it, files to begin with, and templates. What is dropped on it lands on the canvas. */
export function EmptyState() {
  const app = useApp()
  const templates = useId()
  return (
    <div className="empty-state">
      <div className="empty-state-box">
        <header className="start-head">
          <div>
            <h2>{t('start.title')}</h2>
            <p>{t('start.lead')}</p>
          </div>
          <TourOffer />
        </header>
        <div className="start-ways">
          <section>
            <h3>{t('start.steps.title')}</h3>
            <FirstStepsList done={NOTHING_DONE} />
          </section>
          <Files />
        </div>
        <section aria-labelledby={templates}>
          <h3 id={templates}>{t('start.templates')}</h3>
          <TemplateCards size="small" onTemplate={(template) => void openTemplate(app, template)} />
        </section>
      </div>
    </div>
  )
}

/** Offered until somebody took it; the Help menu always has it. */
function TourOffer() {
  const app = useApp()
  const offered = useAppState((state) => state.settings.panels.tour !== 1)
  if (!offered) return null
  return <Button onPress={() => void command('help.tour').run(app)}>{t('start.tour')}</Button>
}

function Files() {
  const app = useApp()
  useAppState((state) => state.settings.keys)
  const key = shownKey(app, command('edit.paste')) ?? ''
  return (
    <section className="start-files">
      <h3>{t('start.begin')}</h3>
      <div className="start-buttons">
        <Button variant="primary" icon={<ImportIcon />} onPress={() => void command('file.import').run(app)}>
          {t('start.import')}
        </Button>
        <Button icon={<OpenIcon />} onPress={() => void command('file.open').run(app)}>
          {t('start.open')}
        </Button>
      </div>
      <p>{t('start.importHint', { key })}</p>
      <RecentFiles />
    </section>
  )
}
