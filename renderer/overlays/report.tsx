import type { ReportLine } from '../store'
import { Glyph } from '../ui/glyph'
import { Modal } from './modal'
import { ReadAction } from './read-action'

const GLYPH = { ok: 'ok', info: 'advice', warning: 'warning' } as const

interface Props {
  readonly title: string
  readonly summary: string
  readonly lines: readonly ReportLine[]
}

/** What became of an import, or what is still to be done with an export: nothing happens silently. */
export function Report({ title, summary, lines }: Props) {
  return (
    <Modal title={title} size="large" actions={<ReadAction />}>
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
