import { useState } from 'react'
import type { Attribute, Kind } from '../../shared/elements/kind'
import { useApp, useAppState } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Disclosure } from '../ui/disclosure'
import { stepName } from './form-scope'
import { useElementPart } from './spec-state'
import { TypedText } from './typed-text'

interface Props {
  readonly id: string
  readonly kind: Kind
}

/** What AWS calls an element that exists already; exports then need no placeholder. */
export function ExistingFields({ id, kind }: Props) {
  const app = useApp()
  const existing = useElementPart(id, (element) => element.existing)
  const known = Object.entries(existing ?? {}).filter(([, text]) => text !== '')
  const [open, setOpen] = useState(known.length > 0)
  const attributes = Object.entries(kind.attributes)
  if (attributes.length === 0) return null
  const write = (attribute: string, label: string, text: string) =>
    app.edit(
      stepName(app, 'change', label, [id]),
      (draft) => {
        const target = draft.elements[id]
        if (!target) return
        const { [attribute]: _, ...rest } = target.existing ?? {}
        const next = text === '' ? rest : { ...target.existing, [attribute]: text }
        if (Object.keys(next).length === 0) delete target.existing
        else target.existing = next
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
            <Identifier
              key={attribute}
              id={id}
              attribute={attribute}
              label={words(label)}
              derive={derive}
              value={existing?.[attribute] ?? ''}
              write={(text) => write(attribute, words(label), text)}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

interface IdentifierProps {
  readonly id: string
  readonly attribute: string
  readonly label: string
  readonly derive: Attribute['derive']
  readonly value: string
  readonly write: (text: string) => void
}

function Identifier({ id, attribute, label, derive, value, write }: IdentifierProps) {
  const derived = useAppState((state) => {
    const design = designOf(state)
    const element = design.elements[id]
    return element && derive?.(element, design)
  })
  return (
    <TypedText
      place={`${id}#existing-${attribute}`}
      label={label}
      mono
      value={value}
      placeholder={derived}
      write={write}
    />
  )
}
