import { Button } from 'react-aria-components'
import { useApp } from '../app-context'
import type { ReportLine } from '../store'
import { t } from '../strings/strings'
import { Glyph } from '../ui/glyph'
import { Modal } from './modal'

const GLYPH = { ok: 'ok', info: 'advice', warning: 'warning' } as const

interface Props {
  readonly title: string
  readonly summary: string
  readonly lines: readonly ReportLine[]
}

/** What became of an import, or what is still to be done with an export: nothing happens silently. */
export function Report({ title, summary, lines }: Props) {
  const app = useApp()
  return (
    <Modal
      title={title}
      size="large"
      actions={
        <>
          <span className="dialog-gap" />
          <Button
            className="dialog-button dialog-primary"
            autoFocus
            onPress={() => app.patch({ overlay: undefined })}
          >
            {t('dialog.ok')}
          </Button>
        </>
      }
    >
      <p>{summary}</p>
      <ul className="report">
        {lines.map((line) => (
          <li key={`${line.text}${line.detail ?? ''}`}>
            <span data-tone={GLYPH[line.tone]}>
              <Glyph name={GLYPH[line.tone]} />
            </span>
            <div>
              <p>{line.text}</p>
              {line.detail !== undefined && <code>{line.detail}</code>}
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
