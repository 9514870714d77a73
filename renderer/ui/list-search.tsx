import './list-search.css'
import { type RefObject, useEffect } from 'react'
import { SearchIcon } from './icons'
import { isComposing } from './is-composing'

export interface ListSearchProps {
  readonly label: string
  /** By default the label. */
  readonly placeholder?: string
  /** The id of the list. */
  readonly list: string
  /** The id of the option at an index. */
  readonly optionId: (index: number) => string
  readonly count: number
  /** The index of the option that Enter chooses; below 0 while there is none. */
  readonly active: number
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onActive: (index: number) => void
  readonly onChoose: (index: number) => void
  /** Another key that the field answers to; says whether it did. */
  readonly onKey?: (press: KeyboardEvent) => boolean
  readonly size?: 'small' | 'large'
}

/** The field over a list that is always open: a combobox, so the focus never leaves the field. */
export function ListSearch(props: ListSearchProps) {
  const { label, placeholder = label, list, optionId, count, active, query, size = 'large' } = props
  return (
    <div className="ui-list-search" data-size={size}>
      <SearchIcon />
      <input
        // biome-ignore lint/a11y/noAutofocus: a list that is opened to type in it
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={active < 0 ? undefined : optionId(active)}
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          props.onQuery(event.currentTarget.value)
          props.onActive(0)
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) {
            // Escape drops the syllable, not the list.
            event.stopPropagation()
            return
          }
          const next = optionAfter(event.code, active, count)
          if (next !== undefined) props.onActive(next)
          else if (event.code === 'Enter' || event.code === 'NumpadEnter') props.onChoose(active)
          else if (!props.onKey?.(event.nativeEvent)) return
          event.preventDefault()
        }}
      />
    </div>
  )
}

/** Scrolls the active option into view when it becomes another one. */
export function useActiveInView(list: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    list.current?.querySelector(`#${id}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, id])
}

/** Options that a page key passes. */
const PAGE = 8

/** The option that a key leads to; undefined for keys that lead nowhere. */
export function optionAfter(code: string, active: number, count: number): number | undefined {
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
