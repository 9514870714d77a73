import { useMemo, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useAppState, useGraph } from '../app-context'
import { focusCanvas } from '../canvas/camera'
import { keyLabel } from '../commands/shortcut'
import { KindIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { useKorean } from '../strings/use-korean'
import { ListSearch, useActiveInView } from '../ui/list-search'
import { type Offer, offersFor } from './offers'
import { placeNew } from './place-new'
import { closeQuickAdd, type QuickAdd as Opened, quickAdd } from './quick-add-state'
import '../ui/popover.css'
import '../context-menu/context-menu.css'
import './quick-add.css'

/** The list of what may stand at a point. */
export function QuickAdd() {
  const open = useStore(quickAdd, (state) => state.open)
  return open ? <List key={`${open.at.x} ${open.at.y}`} open={open} /> : null
}

function List({ open }: { readonly open: Opened }) {
  const anchor = useRef<HTMLDivElement>(null)
  const graph = useGraph()
  const title =
    open.from === undefined
      ? t('quickAdd.title')
      : t('quickAdd.titleFrom', { name: nameOf(graph, open.from) })
  return (
    <>
      <div ref={anchor} className="context-menu-anchor" style={{ left: open.at.x, top: open.at.y }} />
      <Popover
        className="ui-popover quick-add"
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && leave()}
        placement="bottom start"
        offset={4}
        containerPadding={8}
      >
        <Dialog className="quick-add-dialog" aria-label={title}>
          <Search open={open} title={title} />
        </Dialog>
      </Popover>
    </>
  )
}

function leave(): void {
  closeQuickAdd()
  requestAnimationFrame(focusCanvas)
}

/** The field and its list. */
function Search({ open, title }: { readonly open: Opened; readonly title: string }) {
  const app = useApp()
  const [query, setQuery] = useState('')
  const offers = useOffers(open, query)
  const [chosen, setChosen] = useState(0)
  const active = Math.min(chosen, offers.length - 1)
  const choose = (offer: Offer | undefined) => {
    if (!offer) return
    if (offer.reason !== undefined) {
      app.announce(offer.reason)
      return
    }
    leave()
    placeNew(app, open, offer.item)
  }
  return (
    <>
      <ListSearch
        label={title}
        placeholder={open.from === undefined ? t('quickAdd.search') : title}
        list="quick-add-list"
        optionId={optionId}
        count={offers.length}
        active={active}
        query={query}
        onQuery={setQuery}
        onActive={setChosen}
        onChoose={(index) => choose(offers[index])}
        size="small"
      />
      <Options offers={offers} active={active} onPoint={setChosen} onChoose={choose} title={title} />
      {offers.length === 0 && <p className="quick-add-none">{t('quickAdd.none', { query })}</p>}
      <Foot count={offers.length} typed={query.trim() !== ''} />
    </>
  )
}

interface OptionsProps {
  readonly title: string
  readonly offers: readonly Offer[]
  readonly active: number
  readonly onPoint: (index: number) => void
  readonly onChoose: (offer: Offer) => void
}

function Options({ title, offers, active, onPoint, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  useActiveInView(list, optionId(active))
  return (
    <div ref={list} id="quick-add-list" className="quick-add-list" role="listbox" aria-label={title}>
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        <div
          key={offer.item.item}
          id={optionId(index)}
          role="option"
          className="quick-add-option"
          aria-selected={index === active}
          aria-disabled={offer.reason !== undefined}
          onPointerMove={() => onPoint(index)}
          onClick={() => onChoose(offer)}
        >
          <KindIcon
            icon={offer.item.icon}
            glyph={offer.item.glyph}
            category={offer.item.category}
            size={20}
          />
          <span className="quick-add-label">{offer.item.label}</span>
          {offer.detail !== undefined && <span className="quick-add-detail">{offer.detail}</span>}
          {offer.reason !== undefined && <span className="quick-add-reason">{offer.reason}</span>}
        </div>
      ))}
    </div>
  )
}

function Foot({ count, typed }: { readonly count: number; readonly typed: boolean }) {
  const platform = useAppState((state) => state.info.platform)
  const key = (code: string) => keyLabel(code, platform)
  return (
    <footer className="quick-add-foot">
      <span>
        {t('quickAdd.hint', {
          up: key('ArrowUp'),
          down: key('ArrowDown'),
          enter: key('Enter'),
          escape: key('Escape'),
        })}
      </span>
      <span className="quick-add-count" role="status">
        {typed && t('quickAdd.results', { count })}
      </span>
    </footer>
  )
}

/** What fits; Korean names are there as soon as they are loaded. */
function useOffers(open: Opened, query: string): readonly Offer[] {
  const graph = useGraph()
  const korean = useKorean()
  // biome-ignore lint/correctness/useExhaustiveDependencies: more is found when the Korean names are there
  return useMemo(() => offersFor(graph, open, query), [graph, open, query, korean])
}

function optionId(index: number): string {
  return `quick-add-option-${index}`
}
