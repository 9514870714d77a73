import type { RefObject } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { t } from '../strings/strings'
import { SearchIcon } from '../ui/icons'
import { ToggleButton } from '../ui/toggle-button'

export interface Filter {
  readonly typed: string
  readonly onlySet: boolean
}

interface Props {
  readonly input: RefObject<HTMLInputElement | null>
  readonly filter: Filter
  readonly change: (filter: Filter) => void
  /** How many rows are left. */
  readonly found: number
  /** The keyboard goes down into the rows. */
  readonly enter: () => void
}

/** What the tree shows: the fields that are called so, or only those that are set. */
export function TreeFilter({ input, filter, change, found, enter }: Props) {
  const { typed, onlySet } = filter
  return (
    <>
      <div className="field-tree-head">
        <SearchField
          className="ui-input field-tree-search"
          aria-label={t('inspector.tree.search')}
          value={typed}
          onChange={(next) => change({ ...filter, typed: next })}
        >
          <SearchIcon size={14} />
          <Input
            ref={input}
            placeholder={t('inspector.tree.search')}
            spellCheck="false"
            onKeyDown={(event) => {
              const goesDown = event.code === 'ArrowDown' || event.code === 'Enter'
              if (!goesDown || event.nativeEvent.isComposing) return
              event.preventDefault()
              enter()
            }}
          />
        </SearchField>
        <ToggleButton isSelected={onlySet} onChange={(next) => change({ ...filter, onlySet: next })}>
          {t('inspector.tree.onlySet')}
        </ToggleButton>
      </div>
      <p className={found === 0 ? 'field-tree-none' : 'visually-hidden'} role="status">
        {found === 0
          ? t(`inspector.tree.${typed === '' ? 'nothingSet' : 'nothingFound'}`)
          : typed !== '' && t('inspector.tree.found', { count: found })}
      </p>
    </>
  )
}
