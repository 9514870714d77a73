import { type KeyboardEvent, useRef } from 'react'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { neighbour } from './grid-keys'
import { Preview } from './preview'
import { type TemplateCard, templates } from './templates'
import './start.css'

interface Props {
  readonly onTemplate: (template: TemplateCard) => void
  /** Offers an empty design too. */
  readonly onEmpty?: () => void
  /** Small cards have a picture and a title; the description is their tooltip. */
  readonly size?: 'small' | 'large'
}

/** Templates as pictures of what they hold. Tab reaches each one, and so do the arrows. */
export function TemplateCards({ onTemplate, onEmpty, size = 'large' }: Props) {
  const list = useRef<HTMLUListElement>(null)
  return (
    <ul
      ref={list}
      className="template-cards"
      data-size={size}
      onKeyDown={(event) => move(event, list.current)}
    >
      {onEmpty && (
        <li>
          <button type="button" className="template-card" onClick={onEmpty}>
            <span className="template-empty" />
            <strong>{t('start.empty')}</strong>
            <span className="template-description">{t('start.emptyHint')}</span>
          </button>
        </li>
      )}
      {templates.map((template) => (
        <li key={template.title}>
          <button
            type="button"
            className="template-card"
            title={size === 'small' ? words(template.description) : undefined}
            onClick={() => onTemplate(template)}
          >
            <Preview design={template.design} />
            <strong>{words(template.title)}</strong>
            {size === 'large' && <span className="template-description">{words(template.description)}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function move(event: KeyboardEvent, list: HTMLElement | null): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('.template-card') ?? [])]
  const at = cards.indexOf(document.activeElement as HTMLElement)
  const boxes = cards.map((card) => card.getBoundingClientRect())
  const next = at === -1 ? undefined : neighbour(boxes, at, event.key)
  if (next === undefined) return
  event.preventDefault()
  event.stopPropagation()
  cards[next]?.focus()
}
