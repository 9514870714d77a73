import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import type { Choice } from '../store'
import { SeverityGlyph } from '../ui/severity-glyph'
import { Modal } from './modal'

interface Props {
  readonly title: string
  readonly text: string | undefined
  readonly choices: readonly Choice[]
}

/** A question with several answers: what a line means, what becomes of a cluster's contents, which fix to apply. */
export function Choices({ title, text, choices }: Props) {
  const app = useApp()
  return (
    <Modal title={title} size="small">
      {text !== undefined && <p>{text}</p>}
      <ul className="modal-choices">
        {choices.map(({ text, detail, severity, choose }, index) => (
          <li key={`${text} ${detail}`}>
            <Button
              className="choice"
              autoFocus={index === 0}
              onPress={() => {
                app.patch({ overlay: undefined })
                choose()
              }}
            >
              <strong>{text}</strong>
              {detail !== undefined && (
                <span className="choice-detail">
                  {severity && <SeverityGlyph severity={severity} named />}
                  <span>{detail}</span>
                </span>
              )}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
