import { capital } from '../../shared/basics/quote'
import { meaningOf } from '../../shared/elements/meanings'
import type { Connection } from '../../shared/graph/connection'
import { nameOf } from '../../shared/graph/graph'
import { roleAnswersOfLine } from '../../shared/graph/role-lens'
import { useApp, useGraph } from '../app-context'
import { PlaceTalk } from '../review/fields/field-talk'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { ElementButton } from './element-button'
import { inSentence } from './form-model'
import { PanelHead } from './panel-head'
import { revealJson } from './reveal-field'
import { Roles } from './roles-tab'

/** A line: its ends, what it means, and where the fact is written. */
export function ConnectionInspector({ connection }: { readonly connection: Connection }) {
  const app = useApp()
  const graph = useGraph()
  const { id, from, to, meaning, pointer, label } = connection
  const title = words(meaningOf(meaning).label)
  const answers = roleAnswersOfLine(graph, from, to)
  return (
    <>
      <PanelHead title={capital(title)} subtitle={t('inspector.line')} />
      <div className="inspector-scroll">
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
              <div className="ui-field-head">
                <span className="ui-field-label">
                  {t('inspector.writtenAt', { name: nameOf(graph, from) })}
                </span>
                <PlaceTalk id={from} pointer={pointer} label={pointer} inTabOrder />
              </div>
              <code className="inspector-other-value">{pointer}</code>
              <Button size="small" onPress={() => revealJson(app, from, pointer)}>
                {t('inspector.showInJson')}
              </Button>
            </div>
          )}
        </div>
        {answers.length > 0 && (
          <section aria-label={t('roles.title')}>
            <h3 className="inspector-roles-title">{t('roles.title')}</h3>
            <Roles answers={answers} />
          </section>
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
