import { useEffect, useRef, useState } from 'react'
import { isObject, valueAt } from '../../shared/basics/json'
import { resolved } from '../../shared/graph/graph'
import { severities } from '../../shared/rules/problem'
import { useAppState } from '../app-context'
import { t } from '../strings/strings'
import { Disclosure } from '../ui/disclosure'
import { IconButton } from '../ui/icon-button'
import { DeleteIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { FieldNotes } from './field-notes'
import { type Field, itemTitle, type ListField } from './form-model'
import { useFormScope, useSpecEdits } from './form-scope'
import { ObjectFields } from './object-fields'

export interface ItemProps {
  readonly field: ListField
  readonly pointer: string
  readonly index: number
  /** The only item of its list. */
  readonly only: boolean
  /** It was just added. */
  readonly fresh: boolean
  readonly remove: () => void
}

/** An item of a list as a card that opens: a container, a volume, a listener. The selected row's one is open. */
export function ItemCard(props: ItemProps & { readonly item: Field }) {
  const { item, pointer, index, only, fresh, remove, field } = props
  const { id, element, FieldView } = useFormScope()
  const { graph } = useSpecEdits()
  const selected = useAppState(
    ({ selection }) => selection.row?.element === id && selection.row.pointer === pointer,
  )
  const [open, setOpen] = useState(only || fresh || selected)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!selected) return
    setOpen(true)
    showAtTop(ref.current)
  }, [selected])
  const value = valueAt(element.spec, pointer)
  const title = itemTitle(value) ?? t('inspector.item', { number: index + 1 })
  return (
    <Disclosure
      ref={ref}
      title={resolved(graph, title)}
      summary={summaryOf(value, title, (text) => resolved(graph, text))}
      expanded={open}
      onExpand={setOpen}
      actions={
        <>
          <WorstProblem pointer={pointer} />
          <IconButton
            icon={<DeleteIcon size={14} />}
            label={t('inspector.remove', { what: `${field.label}: ${title}` })}
            onPress={remove}
          />
        </>
      }
    >
      <FieldNotes pointers={[pointer]} />
      {item.type === 'object' ? (
        <ObjectFields fields={item.fields} pointer={pointer} />
      ) : (
        <FieldView field={item} pointer={pointer} />
      )}
    </Disclosure>
  )
}

/** Not `scrollIntoView`: that would move the whole window, too. */
function showAtTop(card: HTMLElement | null): void {
  const panel = card?.closest('[role=tabpanel]')
  if (!card || !panel) return
  const distance = card.getBoundingClientRect().top - panel.getBoundingClientRect().top
  panel.scrollBy({ top: distance - 12 })
}

/** The text that says most beside the title: a container's image, a port's protocol. */
function summaryOf(value: unknown, title: string, show: (text: string) => string): string {
  if (!isObject(value)) return ''
  const text = Object.values(value).find((v) => typeof v === 'string' && v !== '' && v !== title)
  return typeof text === 'string' ? tail(show(text)) : ''
}

/** The end of a path says most: `…/orders:1.4.2`. */
function tail(text: string): string {
  const cut = text.lastIndexOf('/')
  return text.length > 24 && cut > 0 ? `…${text.slice(cut)}` : text
}

function WorstProblem({ pointer }: { readonly pointer: string }) {
  const { problems } = useFormScope()
  const inside = [...problems]
    .filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
    .flatMap(([, p]) => p)
  const worst = severities.find((severity) => inside.some((problem) => problem.severity === severity))
  return worst ? <SeverityGlyph severity={worst} named /> : null
}
