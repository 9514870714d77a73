import { useMemo } from 'react'
import type { Kind } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { ElementButton } from './element-button'
import { FormBody } from './form-body'
import { PanelHead } from './panel-head'
import { sharedFields } from './shared-fields'
import { sameItems, useAppStateAs } from './spec-state'

/** A longer list is no help in finding one. */
const MOST_LISTED = 100

/** Several selected elements: what they are, and what can be changed in all of them at once. */
export function ManySelected({ ids }: { readonly ids: readonly string[] }) {
  const kinds = useAppStateAs((state) => ids.map((id) => designOf(state).elements[id]?.kind ?? ''), sameItems)
  const elements = useMemo(() => ids.filter((_, index) => kinds[index] !== ''), [ids, kinds])
  const known = useMemo(() => kindsOf(kinds), [kinds])
  const fields = useMemo(() => (known ? sharedFields(known) : []), [known])
  const [kind] = known ?? []
  return (
    <>
      <PanelHead
        title={t('inspector.many', { count: ids.length })}
        subtitle={fields.length > 0 ? t('inspector.manyTogether') : t('inspector.manyHint')}
      />
      <div className="inspector-scroll">
        {kind && fields.length > 0 && (
          // Another selection is another form.
          <FormBody key={elements.join()} ids={elements} kind={kind} fields={fields} />
        )}
        <div className="inspector-form">
          {groupsOf(ids, kinds).map(([label, members]) => (
            <ElementGroup key={label} label={label} members={members} />
          ))}
        </div>
      </div>
    </>
  )
}

/** The kinds of the elements; undefined when this version doesn't know one of them. */
function kindsOf(kinds: readonly string[]): readonly Kind[] | undefined {
  const known = [...new Set(kinds.filter((kind) => kind !== ''))].map((kind) => kindOf(kind))
  return known.every((kind) => kind !== undefined) ? known : undefined
}

function groupsOf(ids: readonly string[], kinds: readonly string[]): [string, string[]][] {
  const groups = new Map<string, string[]>()
  ids.forEach((id, index) => {
    const kind = kinds[index] ?? ''
    const label = kind === '' ? t('inspector.line') : words(kindOf(kind)?.label ?? kind)
    const group = groups.get(label)
    if (group) group.push(id)
    else groups.set(label, [id])
  })
  return [...groups]
}

interface GroupProps {
  readonly label: string
  readonly members: readonly string[]
}

function ElementGroup({ label, members }: GroupProps) {
  const ids = useAppStateAs(
    (state) => members.filter((id) => Object.hasOwn(designOf(state).elements, id)).slice(0, MOST_LISTED),
    sameItems,
  )
  const rest = members.length - MOST_LISTED
  return (
    <fieldset className="inspector-group" aria-label={label}>
      <header className="inspector-group-head">
        <span className="inspector-group-label">{label}</span>
        <span className="inspector-muted">{members.length}</span>
      </header>
      <ul className="inspector-elements">
        {ids.map((id) => (
          <li key={id}>
            <ElementButton id={id} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="inspector-muted">{t('inspector.more', { count: rest })}</p>}
    </fieldset>
  )
}
