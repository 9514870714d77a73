import { useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useStore } from 'zustand'
import { useApp } from '../app-context'
import { ElementIcon } from '../figures/kind-icon'
import { parseQuery, score, searchText } from '../search/match'
import { t } from '../strings/strings'
import { ListSearch, useActiveInView } from '../ui/list-search'
import { type PickItem, type Picking, pickState } from './pick-state'
import { useChecked } from './use-checked'
import '../command-palette/command-palette.css'
import './pick-dialog.css'

/** A list to choose one thing from, with a field that narrows it down; what is not possible stays, and says why. */
export function PickDialog() {
  const picking = useStore(pickState, (state) => state.picking)
  return (
    <ModalOverlay
      className="command-palette-overlay"
      isOpen={picking !== undefined}
      isDismissable
      onOpenChange={(isOpen) => !isOpen && pickState.setState({ picking: undefined })}
    >
      <Modal className="command-palette">
        <Dialog className="command-palette-dialog" aria-label={picking?.title ?? ''}>
          {picking && <Picker picking={picking} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** As many as somebody might look through; typing brings the others. */
const MOST_SHOWN = 100

function Picker({ picking }: { readonly picking: Picking }) {
  const app = useApp()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = useFound(picking.items, query)
  const shown = useMemo(() => found.slice(0, MOST_SHOWN), [found])
  const active = Math.min(chosen, shown.length - 1)
  const refusals = useChecked(shown)
  const choose = (item: PickItem | undefined) => {
    if (!item) return
    const refused = item.refused ?? refusals.get(item.key)
    if (refused !== undefined) {
      app.announce(refused)
      return
    }
    pickState.setState({ picking: undefined })
    // The focus goes back first: what is done may ask where it is.
    requestAnimationFrame(() => requestAnimationFrame(item.choose))
  }
  return (
    <>
      <h2 className="pick-title">{picking.title}</h2>
      <ListSearch
        label={picking.search}
        list="pick-list"
        optionId={optionId}
        count={shown.length}
        active={active}
        query={query}
        onQuery={setQuery}
        onActive={setChosen}
        onChoose={(index) => choose(shown[index])}
      />
      <Options
        title={picking.title}
        items={shown}
        active={active}
        refusals={refusals}
        onPoint={setChosen}
        onChoose={choose}
      />
      {shown.length === 0 && <p className="pick-none">{t('outline.nothing', { query })}</p>}
      <footer className="command-palette-foot">
        <span role="status">
          {found.length > shown.length
            ? t('outline.more', { shown: shown.length, count: found.length })
            : t('outline.options', { count: found.filter((item) => item.refused === undefined).length })}
        </span>
      </footer>
    </>
  )
}

interface OptionsProps {
  readonly title: string
  readonly items: readonly PickItem[]
  readonly active: number
  readonly refusals: ReadonlyMap<string, string>
  readonly onPoint: (index: number) => void
  readonly onChoose: (item: PickItem) => void
}

function Options({ title, items, active, refusals, onPoint, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  useActiveInView(list, optionId(active))
  return (
    <div ref={list} id="pick-list" className="command-palette-list" role="listbox" aria-label={title}>
      {items.map((item, index) => {
        const refused = item.refused ?? refusals.get(item.key)
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={item.key}
            id={optionId(index)}
            role="option"
            className="command-palette-option pick-option"
            aria-selected={index === active}
            aria-disabled={refused !== undefined}
            onPointerMove={() => onPoint(index)}
            onClick={() => onChoose(item)}
          >
            {item.kind !== undefined && <ElementIcon kind={item.kind} size={20} />}
            <span className="pick-text">
              <span className="pick-head">
                <span className="command-palette-title">{item.title}</span>
                {item.type !== undefined && <span className="pick-detail">{item.type}</span>}
              </span>
              {item.detail !== undefined && <span className="pick-detail">{item.detail}</span>}
              {refused !== undefined && (
                <span className="pick-refused">
                  {t('outline.cant')}: {refused}
                </span>
              )}
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** What fits what is typed: as the command sorted it, but what is possible first. */
function useFound(items: readonly PickItem[], query: string): readonly PickItem[] {
  const searchable = useMemo(
    () =>
      items.map((item) => ({
        item,
        names: [searchText(item.title)],
        keywords: [item.detail ?? '', ...(item.keywords ?? [])].filter(Boolean).map(searchText),
      })),
    [items],
  )
  return useMemo(() => {
    const asked = parseQuery(query)
    if (asked.words.length === 0) return items
    return searchable
      .map(({ item, names, keywords }) => ({ item, worth: score(asked, names, keywords) }))
      .filter(({ worth }) => worth > 0)
      .sort((a, b) => possible(b.item) - possible(a.item) || b.worth - a.worth)
      .map(({ item }) => item)
  }, [items, searchable, query])
}

function possible({ refused }: PickItem): number {
  return refused === undefined ? 1 : 0
}

function optionId(index: number): string {
  return `pick-option-${index}`
}
