import { kindOf } from '../../shared/elements/kinds'
import { useGraph } from '../app-context'
import { t } from '../strings/strings'
import { ElementButton } from './element-button'
import { PanelHead } from './panel-head'

/** How many elements of which kinds are selected, and the way to each. */
export function ManySelected({ ids }: { readonly ids: readonly string[] }) {
  const { elements } = useGraph().design
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const kind = elements[id]?.kind
    const label = kind === undefined ? t('inspector.line') : (kindOf(kind)?.label ?? kind)
    groups.set(label, [...(groups.get(label) ?? []), id])
  }
  return (
    <>
      <PanelHead title={t('inspector.many', { count: ids.length })} subtitle={t('inspector.manyHint')} />
      <div className="inspector-scroll">
        <div className="inspector-form">
          {[...groups].map(([label, members]) => (
            <fieldset key={label} className="inspector-group" aria-label={label}>
              <header className="inspector-group-head">
                <span className="inspector-group-label">{label}</span>
                <span className="inspector-muted">{members.length}</span>
              </header>
              <ul className="inspector-elements">
                {members
                  .filter((id) => elements[id])
                  .map((id) => (
                    <li key={id}>
                      <ElementButton id={id} />
                    </li>
                  ))}
              </ul>
            </fieldset>
          ))}
        </div>
      </div>
    </>
  )
}
