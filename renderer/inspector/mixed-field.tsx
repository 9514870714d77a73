import { Button } from 'react-aria-components'
import { valueAt } from '../../shared/basics/json'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { useApp } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { MenuArrowIcon } from '../ui/icons'
import { Menu, type MenuEntry } from '../ui/menu'
import { FieldNotes } from './field-notes'
import { labelOf } from './field-words'
import { useFormScope } from './form-context'
import type { Field } from './form-model'
import { useSpecEdits } from './form-scope'
import { useAppStateAs } from './spec-state'

/** More than that is no choice any more. */
const MOST_OFFERED = 12

/** A list, map or other whole that differs between the selected elements: one of theirs can be given to all. */
export function MixedField({ field, pointer }: { readonly field: Field; readonly pointer: string }) {
  const { ids } = useFormScope()
  const label = labelOf(field)
  return (
    <div className="ui-field" data-field={pointer}>
      <span className="ui-field-label">{label}</span>
      <Offers field={field} pointer={pointer} ids={ids} label={label} />
      <FieldNotes pointers={[pointer]} />
    </div>
  )
}

interface OffersProps {
  readonly field: Field
  readonly pointer: string
  readonly ids: readonly string[]
  readonly label: string
}

function Offers({ pointer, ids, label }: OffersProps) {
  const app = useApp()
  const edits = useSpecEdits()
  const owners = useAppStateAs(
    (state) => ownersOf((id) => valueAt(designOf(state).elements[id]?.spec, pointer), ids),
    (a, b) => a.join() === b.join(),
  )
  const design = () => designOf(app.store.getState())
  const entries: MenuEntry[] = owners.slice(0, MOST_OFFERED).map((id) => ({
    id,
    label: t('inspector.useThatOf', { name: nameOf(graphOf(design()), id) }),
    run: () => {
      const value = valueAt(design().elements[id]?.spec, pointer)
      edits.add(label, pointer, structuredClone(value))
    },
  }))
  const clear = {
    id: '#clear',
    label: t('inspector.removeFromAll'),
    run: () => edits.remove(label, pointer),
  }
  return (
    <Menu label={label} groups={[{ entries }, { entries: [clear] }]}>
      <Button
        className="inspector-chip-name inspector-mixed"
        aria-label={`${label}: ${t('inspector.mixed')}`}
      >
        <span className="inspector-chip-text">{t('inspector.mixed')}</span>
        <MenuArrowIcon size={14} />
      </Button>
    </Menu>
  )
}

/** One element for each of the different values. */
function ownersOf(valueIn: (id: string) => unknown, ids: readonly string[]): string[] {
  const owners = new Map<string, string>()
  for (const id of ids) {
    const value = valueIn(id)
    if (value === undefined) continue
    const text = JSON.stringify(value)
    if (!owners.has(text)) owners.set(text, id)
  }
  return [...owners.values()]
}
