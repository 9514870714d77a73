import { useState } from 'react'
import type { Element } from '../../shared/design/design'
import type { Kind } from '../../shared/elements/kind'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { Disclosure } from '../ui/disclosure'
import { TextField } from '../ui/text-field'

interface Props {
  readonly id: string
  readonly element: Element
  readonly kind: Kind
}

/** What AWS calls an element that exists already; exports then need no placeholder. */
export function ExistingFields({ id, element, kind }: Props) {
  const app = useApp()
  const graph = useGraph()
  const known = Object.entries(element.existing ?? {}).filter(([, text]) => text !== '')
  const [open, setOpen] = useState(known.length > 0)
  const attributes = Object.entries(kind.attributes)
  if (attributes.length === 0) return null
  const write = (attribute: string, label: string, text: string) =>
    app.edit(
      t('inspector.step.change', { field: label, name: nameOf(graph, id) }),
      (draft) => {
        const target = draft.elements[id]
        if (!target) return
        const { [attribute]: _, ...rest } = target.existing ?? {}
        const existing = text === '' ? rest : { ...target.existing, [attribute]: text }
        if (Object.keys(existing).length === 0) delete target.existing
        else target.existing = existing
      },
      { mergeKey: `${id}#existing-${attribute}` },
    )
  return (
    <div className="inspector-section">
      <Disclosure
        look="section"
        title={t('inspector.existing')}
        summary={known[0]?.[1]}
        expanded={open}
        onExpand={setOpen}
      >
        <p className="inspector-note-text inspector-muted">{t('inspector.existingHint')}</p>
        <div className="inspector-fields">
          {attributes.map(([attribute, { label, derive }]) => (
            <TextField
              key={attribute}
              label={label}
              mono
              value={element.existing?.[attribute] ?? ''}
              placeholder={derive?.(element, graph.design)}
              onChange={(text) => write(attribute, label, text)}
              onBlur={app.seal}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
