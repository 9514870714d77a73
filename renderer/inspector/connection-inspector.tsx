import { meaningOf } from '../../shared/elements/meanings'
import type { Connection } from '../../shared/graph/connection'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { centerOn } from '../canvas/camera'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { TextField } from '../ui/text-field'
import { inSentence } from './form-model'
import { PanelHead } from './panel-head'

/** A line: its ends, what it means, and where the fact is written. */
export function ConnectionInspector({ connection }: { readonly connection: Connection }) {
  const app = useApp()
  const graph = useGraph()
  const { id, from, to, meaning, pointer, label } = connection
  const title = meaningOf(meaning).label
  return (
    <>
      <PanelHead title={title.charAt(0).toUpperCase() + title.slice(1)} subtitle={t('inspector.line')} />
      <div className="inspector-form">
        <End label={t('inspector.from')} id={from} />
        <End label={t('inspector.to')} id={to} />
        {pointer === undefined ? (
          <TextField
            label={t('inspector.lineLabel')}
            value={label ?? ''}
            placeholder={title}
            onChange={(text) =>
              app.edit(
                t('inspector.step.change', { field: inSentence(t('inspector.lineLabel')), name: title }),
                (draft) => {
                  const stored = draft.connections[id]
                  if (!stored) return
                  if (text === '') delete stored.label
                  else stored.label = text
                },
                { mergeKey: `${id}#label` },
              )
            }
            onBlur={app.seal}
          />
        ) : (
          <div className="inspector-field">
            <span className="ui-field-label">{t('inspector.writtenAt', { name: nameOf(graph, from) })}</span>
            <code className="inspector-other-value">{pointer}</code>
          </div>
        )}
      </div>
    </>
  )
}

function End({ label, id }: { readonly label: string; readonly id: string }) {
  return (
    <div className="inspector-field">
      <span className="ui-field-label">{label}</span>
      <ElementButton id={id} />
    </div>
  )
}

/** An element by its name; pressed, it is selected and shown. */
export function ElementButton({ id }: { readonly id: string }) {
  const app = useApp()
  const graph = useGraph()
  return (
    <button
      type="button"
      className="inspector-element"
      onClick={() => {
        app.select([id])
        centerOn([id])
      }}
    >
      <ElementIcon kind={graph.design.elements[id]?.kind ?? ''} />
      <span className="inspector-chip-text">{nameOf(graph, id)}</span>
    </button>
  )
}
