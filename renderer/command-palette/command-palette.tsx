import { useEffect, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useStore } from 'zustand'
import { useApp, useAppState, useGraph } from '../app-context'
import { meaningOf } from '../commands/keys'
import { keyLabel } from '../commands/shortcut'
import { t } from '../strings/strings'
import { useKorean } from '../strings/use-korean'
import { SearchIcon } from '../ui/icons'
import { isComposing } from '../ui/is-composing'
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

/** The field and its list: a combobox of which the list is always open, so the focus never leaves the field. */
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
      <div className="command-palette-field">
        <SearchIcon />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that is opened to type in it
          autoFocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls="command-palette-list"
          aria-activedescendant={active < 0 ? undefined : optionId(active)}
          aria-label={t('commandPalette.search')}
          placeholder={t('commandPalette.search')}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={(event) => {
            if (isComposing(event)) {
              // Escape drops the syllable, not the palette.
              event.stopPropagation()
              return
            }
            const next = move(event.code, active, items.length)
            if (next !== undefined) setChosen(next)
            else if (event.code === 'Enter' || event.code === 'NumpadEnter') choose(items[active])
            else if (isPaletteKey(app, event.nativeEvent)) paletteState.setState({ open: false })
            else return
            event.preventDefault()
          }}
        />
      </div>
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

/** Rows that a page key passes. */
const PAGE = 8

function move(code: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (code) {
    case 'ArrowDown':
      return (active + 1) % count
    case 'ArrowUp':
      return (active - 1 + count) % count
    case 'PageDown':
      return Math.min(active + PAGE, count - 1)
    case 'PageUp':
      return Math.max(active - PAGE, 0)
    default:
      return undefined
  }
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
