import type { Template } from '../../shared/design/template'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Preview } from './preview'
import { templates } from './templates'
import './start.css'

interface Props {
  readonly onTemplate: (template: Template) => void
  /** Offers an empty design too. */
  readonly onEmpty?: () => void
}

/** Templates as pictures of what they hold. */
export function TemplateCards({ onTemplate, onEmpty }: Props) {
  return (
    <ul className="template-cards">
      {templates.map((template) => (
        <li key={template.title}>
          <button type="button" className="template-card" onClick={() => onTemplate(template)}>
            <Preview design={template.design} />
            <strong>{words(template.title)}</strong>
            <span>{words(template.description)}</span>
          </button>
        </li>
      ))}
      {onEmpty && (
        <li>
          <button type="button" className="template-card" onClick={onEmpty}>
            <span className="template-empty" />
            <strong>{t('start.empty')}</strong>
            <span>{t('start.emptyHint')}</span>
          </button>
        </li>
      )}
    </ul>
  )
}
