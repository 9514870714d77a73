import type { Template } from '../../shared/design/template'
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
            <strong>{template.title}</strong>
            <span>{template.description}</span>
          </button>
        </li>
      ))}
      {onEmpty && (
        <li>
          <button type="button" className="template-card" onClick={onEmpty}>
            <span className="template-empty" />
            <strong>Empty design</strong>
            <span>Start from nothing and drag elements from the left.</span>
          </button>
        </li>
      )}
    </ul>
  )
}
