import { useState } from 'react'
import { type TraitId, traitsOf } from '../../shared/elements/traits'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Checkbox } from '../ui/checkbox'
import { Disclosure } from '../ui/disclosure'
import { stepName } from './form-scope'
import { useElementPart } from './spec-state'

/** What no member of AWS's says about an element, and what some advice rests on. */
export function TraitsField({ id }: { readonly id: string }) {
  const app = useApp()
  const kind = useElementPart(id, (element) => element.kind)
  const traits = useElementPart(id, (element) => element.traits)
  const all = traitsOf(kind ?? '')
  const said = all.filter(([trait]) => traits?.includes(trait))
  const [open, setOpen] = useState(said.length > 0)
  if (all.length === 0) return null
  const toggle = (trait: TraitId) =>
    app.edit(stepName(app, 'change', t('inspector.traits'), [id]), (draft) => {
      const target = draft.elements[id]
      if (!target) return
      const rest = (target.traits ?? []).filter((one) => one !== trait)
      const next = rest.length === (target.traits ?? []).length ? [...rest, trait] : rest
      if (next.length > 0) target.traits = next
      else delete target.traits
    })
  return (
    <div className="inspector-section">
      <Disclosure
        look="section"
        title={t('inspector.traits')}
        summary={said.map(([, { label }]) => words(label)).join(', ')}
        expanded={open}
        onExpand={setOpen}
      >
        <p className="inspector-note-text inspector-muted">{t('inspector.traitsHint')}</p>
        <div className="inspector-fields">
          {all.map(([trait, { label, help }]) => (
            <Checkbox
              key={trait}
              isSelected={traits?.includes(trait) ?? false}
              onChange={() => toggle(trait)}
            >
              {words(label)}
              <span className="inspector-trait-help">{words(help)}</span>
            </Checkbox>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
