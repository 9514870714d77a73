import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import type { Choice } from '../store'
import { Modal } from './modal'

/** Several things a line could mean: the person says which. */
export function Choices({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  const app = useApp()
  return (
    <Modal title={title} size="small">
      <ul className="modal-choices">
        {choices.map(({ text, detail, choose }, index) => (
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
              {detail !== undefined && <span>{detail}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
