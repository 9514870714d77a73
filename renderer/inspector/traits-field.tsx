import { useState } from 'react'
import type { Element } from '../../shared/design/design'
import { type TraitId, traitsOf } from '../../shared/elements/traits'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { Checkbox } from '../ui/checkbox'
import { Disclosure } from '../ui/disclosure'

/** What no member of AWS's says about an element, and what some advice rests on. */
export function TraitsField({ id, element }: { readonly id: string; readonly element: Element }) {
  const app = useApp()
  const graph = useGraph()
  const all = traitsOf(element.kind)
  const said = all.filter(([trait]) => element.traits?.includes(trait))
  const [open, setOpen] = useState(said.length > 0)
  if (all.length === 0) return null
  const toggle = (trait: TraitId) =>
    app.edit(
      t('inspector.step.change', { field: t('inspector.traits'), name: nameOf(graph, id) }),
      (draft) => {
        const target = draft.elements[id]
        if (!target) return
        const rest = (target.traits ?? []).filter((one) => one !== trait)
        const next = rest.length === (target.traits ?? []).length ? [...rest, trait] : rest
        if (next.length > 0) target.traits = next
        else delete target.traits
      },
    )
  return (
    <div className="inspector-section">
      <Disclosure
        look="section"
        title={t('inspector.traits')}
        summary={said.map(([, { label }]) => label).join(', ')}
        expanded={open}
        onExpand={setOpen}
      >
        <p className="inspector-note-text inspector-muted">{t('inspector.traitsHint')}</p>
        <div className="inspector-fields">
          {all.map(([trait, { label, help }]) => (
            <Checkbox
              key={trait}
              isSelected={element.traits?.includes(trait) ?? false}
              onChange={() => toggle(trait)}
            >
              {label}
              <span className="inspector-trait-help">{help}</span>
            </Checkbox>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
