import { useEffect, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useStore } from 'zustand'
import { useApp, useAppState, useGraph } from '../app-context'
import { meaningOf } from '../commands/keys'
import { keyLabel } from '../commands/shortcut'
import { t } from '../strings/strings'
import { useKorean } from '../strings/use-korean'
import { ListSearch } from '../ui/list-search'
import { Option } from './option'
import { type Found, type FoundGroup, paletteFor } from './palette-items'
import { paletteState } from './palette-state'
import { run } from './run-item'
import './command-palette.css'

/** Everything that can be done, by typing a part of its name. */
export function CommandPalette() {
  const open = useStore(paletteState, (state) => state.open)
  return (
    <ModalOverlay
      className="command-palette-overlay"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => paletteState.setState({ open: isOpen })}
    >
      <Modal className="command-palette">
        <Dialog className="command-palette-dialog" aria-label={t('commandPalette.title')}>
          <Search />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The field and its list. */
function Search() {
  const app = useApp()
  const [query, setQuery] = useState('')
  const groups = useGroups(query)
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups])
  const [chosen, setChosen] = useState(0)
  const active = Math.min(chosen, items.length - 1)
  const choose = (item: Found | undefined) => item && run(app, item)
  return (
    <>
      <ListSearch
        label={t('commandPalette.search')}
        list="command-palette-list"
        optionId={optionId}
        count={items.length}
        active={active}
        query={query}
        onQuery={setQuery}
        onActive={setChosen}
        onChoose={(index) => choose(items[index])}
        onKey={(press) => {
          const closes = isPaletteKey(app, press)
          if (closes) paletteState.setState({ open: false })
          return closes
        }}
      />
      <List groups={groups} active={active} query={query} onPoint={setChosen} onChoose={choose} />
      <Foot count={items.length} typed={query.trim() !== ''} />
    </>
  )
}

interface ListProps {
  readonly groups: readonly FoundGroup[]
  readonly active: number
  readonly query: string
  readonly onPoint: (index: number) => void
  readonly onChoose: (item: Found) => void
}

function List({ groups, active, query, onPoint, onChoose }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const option = list.current?.querySelector(`#${optionId(active)}`)
    // The first one brings its heading along.
    if (active === 0) list.current?.scrollTo({ top: 0 })
    else option?.scrollIntoView({ block: 'nearest' })
  }, [active])
  let index = -1
  return (
    <div
      ref={list}
      id="command-palette-list"
      className="command-palette-list"
      role="listbox"
      aria-label={t('commandPalette.title')}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element means
        <div key={group.id} role="group" aria-labelledby={`command-palette-${group.id}`}>
          <div className="command-palette-heading" id={`command-palette-${group.id}`} role="presentation">
            {titleOfGroup(group.id)}
          </div>
          {group.items.map((item) => {
            index++
            const at = index
            return (
              <Option
                key={keyOf(item)}
                id={optionId(at)}
                item={item}
                active={at === active}
                onPoint={() => onPoint(at)}
                onChoose={() => onChoose(item)}
              />
            )
          })}
        </div>
      ))}
      {groups.length === 0 && (
        <div className="command-palette-none" role="presentation">
          <p>{t('commandPalette.none', { query })}</p>
          <p>{t('commandPalette.noneHint')}</p>
        </div>
      )}
    </div>
  )
}

function Foot({ count, typed }: { readonly count: number; readonly typed: boolean }) {
  const platform = useAppState((state) => state.info.platform)
  const key = (code: string) => keyLabel(code, platform)
  return (
    <footer className="command-palette-foot">
      <span>
        {t('commandPalette.hint', {
          up: key('ArrowUp'),
          down: key('ArrowDown'),
          enter: key('Enter'),
          escape: key('Escape'),
        })}
      </span>
      <span role="status">{typed && t('commandPalette.results', { count })}</span>
    </footer>
  )
}

/** What fits; Korean names are there as soon as they are loaded. */
function useGroups(query: string): readonly FoundGroup[] {
  const graph = useGraph()
  const recent = useAppState((state) => state.settings.recentCommands)
  const korean = useKorean()
  // biome-ignore lint/correctness/useExhaustiveDependencies: more is found when the Korean names are there
  return useMemo(() => paletteFor(graph, query, recent ?? []), [graph, query, recent, korean])
}

/** The keys that opened the palette close it, too. */
function isPaletteKey(app: ReturnType<typeof useApp>, press: KeyboardEvent): boolean {
  const { settings, info } = app.store.getState()
  const meaning = meaningOf({ press, platform: info.platform, inText: true, changed: settings.keys })
  return meaning !== undefined && 'id' in meaning && meaning.id === 'view.commands'
}

function optionId(index: number): string {
  return `command-palette-option-${index}`
}

function keyOf(item: Found): string {
  if (item.kind === 'command') return item.command.id
  return item.kind === 'add' ? `add ${item.item.item}` : `element ${item.id}`
}

function titleOfGroup(id: FoundGroup['id']): string {
  const titles = { recent: 'recent', commands: 'commands', add: 'addGroup', elements: 'goTo' } as const
  return t(`commandPalette.${titles[id]}`)
}
