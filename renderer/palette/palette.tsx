import { type PointerEvent, useRef, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useApp } from '../app-context'
import { addAtCentre, cancelDrop, dropAt, followDrop } from '../canvas/drop'
import { gestures } from '../canvas/gesture'
import { KindIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { CloseIcon, SearchIcon } from '../ui/icons'
import { type PaletteItem, paletteGroups } from './palette-items'
import './palette.css'

/** The left panel: everything that can be drawn. Drag an item onto the canvas, or press Enter on it. */
export function Palette() {
  const [query, setQuery] = useState('')
  const groups = paletteGroups(query)
  return (
    <nav className="palette" aria-label={t('palette.title')}>
      <SearchField
        className="palette-search"
        aria-label={t('palette.search')}
        value={query}
        onChange={setQuery}
      >
        <SearchIcon />
        <Input placeholder={t('palette.search')} />
        {query !== '' && (
          <Button className="palette-clear" aria-label={t('palette.clear')}>
            <CloseIcon />
          </Button>
        )}
      </SearchField>
      <div className="palette-groups">
        {groups.map((group) => (
          <section key={group.category} aria-label={group.title}>
            <h2>{group.title}</h2>
            <ul>
              {group.items.map((item) => (
                <li key={item.item}>
                  <Item item={item} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p className="palette-none">{t('palette.none', { query })}</p>}
      </div>
      <p className="palette-hint">{t('palette.hint')}</p>
    </nav>
  )
}

/** Pointer events rather than HTML drag and drop: they also work for touch and don't depend on the host. */
function Item({ item }: { readonly item: PaletteItem }) {
  const app = useApp()
  // Between the press and letting go, unless Escape has ended it.
  const held = useRef(false)
  const follow = (event: PointerEvent) => {
    if (held.current) {
      followDrop(app, item, { x: event.clientX, y: event.clientY })
    }
  }
  return (
    <button
      type="button"
      className="palette-item"
      title={item.summary}
      data-palette={item.item}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        held.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={follow}
      onPointerUp={(event) => {
        held.current = false
        if (gestures.getState().dropping) dropAt(app, item, { x: event.clientX, y: event.clientY })
      }}
      onPointerCancel={() => {
        held.current = false
        cancelDrop()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && gestures.getState().dropping) {
          event.preventDefault()
          event.stopPropagation()
          held.current = false
          cancelDrop()
        }
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          addAtCentre(app, item)
        }
      }}
      onDoubleClick={() => addAtCentre(app, item)}
    >
      <KindIcon icon={item.icon} glyph={item.glyph} category={item.category} size={28} />
      <span>{item.label}</span>
    </button>
  )
}
