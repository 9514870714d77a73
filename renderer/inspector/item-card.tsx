import { useEffect, useRef, useState } from 'react'
import { isObject } from '../../shared/basics/json'
import { type Graph, graphOf, resolved } from '../../shared/graph/graph'
import { severities } from '../../shared/rules/problem'
import { useAppState } from '../app-context'
import { FieldTalk } from '../review/fields/field-talk'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { Disclosure } from '../ui/disclosure'
import { IconButton } from '../ui/icon-button'
import { DeleteIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { FieldNotes } from './field-notes'
import { labelOf } from './field-words'
import { useFormScope } from './form-context'
import { type Field, itemTitle, type ListField } from './form-model'
import { ObjectFields } from './object-fields'
import { isWrong, problemsOf, sharedValue } from './spec-state'

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
  const { id, wanted, FieldView } = useFormScope()
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
  useEffect(() => {
    if (wanted !== undefined && `${wanted}/`.startsWith(`${pointer}/`)) setOpen(true)
  }, [wanted, pointer])
  const title = useHead(pointer, titleOf) || t('inspector.item', { number: index + 1 })
  const summary = useHead(pointer, summaryOf)
  return (
    <Disclosure
      ref={ref}
      title={title}
      summary={summary}
      expanded={open}
      onExpand={setOpen}
      actions={
        <>
          <FieldTalk pointer={pointer} label={title} closed={!open} />
          <WorstProblem pointer={pointer} />
          <IconButton
            icon={<DeleteIcon size={14} />}
            label={t('inspector.remove', { what: `${labelOf(field)}: ${title}` })}
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

/** A part of the card's head: it renders again only when the words change. */
function useHead(pointer: string, say: (value: unknown, graph: Graph) => string): string {
  const { ids } = useFormScope()
  return useAppState((state) => {
    const design = designOf(state)
    return say(sharedValue(design, ids, pointer), graphOf(design))
  })
}

/** Not `scrollIntoView`: that would move the whole window, too. */
function showAtTop(card: HTMLElement | null): void {
  const panel = card?.closest('[role=tabpanel]')
  if (!card || !panel) return
  const distance = card.getBoundingClientRect().top - panel.getBoundingClientRect().top
  panel.scrollBy({ top: distance - 12 })
}

function titleOf(value: unknown, graph: Graph): string {
  return resolved(graph, itemTitle(value) ?? '')
}

/** The text that says most beside the title: a container's image, a port's protocol. */
function summaryOf(value: unknown, graph: Graph): string {
  if (!isObject(value)) return ''
  const title = itemTitle(value)
  const text = Object.values(value).find((v) => typeof v === 'string' && v !== '' && v !== title)
  return typeof text === 'string' ? tail(resolved(graph, text)) : ''
}

/** The end of a path says most: `…/orders:1.4.2`. */
function tail(text: string): string {
  const cut = text.lastIndexOf('/')
  return text.length > 24 && cut > 0 ? `…${text.slice(cut)}` : text
}

function WorstProblem({ pointer }: { readonly pointer: string }) {
  const { ids } = useFormScope()
  const worst = useAppState((state) => {
    const inside = ids
      .flatMap((id) => problemsOf(designOf(state), id))
      .filter((problem) => isWrong(problem) && `${problem.path}/`.startsWith(`${pointer}/`))
    return severities.find((severity) => inside.some((problem) => problem.severity === severity))
  })
  return worst ? <SeverityGlyph severity={worst} named /> : null
}
