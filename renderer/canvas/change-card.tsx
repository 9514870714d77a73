import './change-card.css'
import type { Consequence } from '../../shared/consequences/consequence'
import { LINE } from '../../shared/consequences/draw-line'
import { useApp, useAppState, useDesign } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, ExternalIcon, UndoIcon } from '../ui/icons'
import { togglePart } from './change'
import type { Change } from './change-state'

/** What the line that was just drawn changed, part by part; gone with the next edit. */
export function ChangeCard() {
  const app = useApp()
  const change = useAppState((state) => state.change)
  const design = useDesign()
  if (!change || design !== change.after) return null
  const needed = change.parts.filter(({ id, offered }) => id !== LINE && !offered)
  const offered = change.parts.filter((part) => part.offered)
  return (
    <section className="change-card" aria-label={t('change.title')} data-testid="change-card">
      <header className="change-head">
        <h2>{change.title}</h2>
        <IconButton
          icon={<CloseIcon size={14} />}
          label={t('change.close')}
          onPress={() => app.patch({ change: undefined })}
        />
      </header>
      <div className="change-body">
        {needed.length > 0 && <Parts title={t('change.needed')} parts={needed} change={change} />}
        {offered.length > 0 && <Parts title={t('change.offered')} parts={offered} change={change} />}
      </div>
      <footer className="change-foot">
        <Button size="small" icon={<UndoIcon size={14} />} onPress={() => togglePart(app, change, LINE)}>
          {t('change.undo')}
        </Button>
      </footer>
    </section>
  )
}

interface PartsProps {
  readonly title: string
  readonly parts: readonly Consequence[]
  readonly change: Change
}

function Parts({ title, parts, change }: PartsProps) {
  const app = useApp()
  return (
    <>
      <h3 className="change-group">{title}</h3>
      <ul className="change-parts">
        {parts.map(({ id, title, reason, source }) => (
          <li key={id} className="change-part">
            <Checkbox isSelected={change.wanted.has(id)} onChange={() => togglePart(app, change, id)}>
              <span className="change-what">{title}</span>
              <span className="change-why">{reason}</span>
            </Checkbox>
            {source !== undefined && (
              <IconButton
                icon={<ExternalIcon size={12} />}
                label={t('change.source')}
                side="left"
                onPress={() => void app.host.openExternal(source)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
