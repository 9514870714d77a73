import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useApp, useAppState, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { useKorean } from '../strings/use-korean'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, DownIcon, SearchIcon, UpIcon } from '../ui/icons'
import { isComposing } from '../ui/is-composing'
import { findState, goToHit, hitsOf, indexOf, placeText, search } from './find-state'
import './find-bar.css'

/** As much of a value as the bar has room for. */
const MOST_SHOWN = 52

/** Finds in the design: a small bar over the canvas that stays while one goes from hit to hit. */
export function FindBar() {
  const open = useStore(findState, (state) => state.open)
  return open ? <OpenBar /> : null
}

function OpenBar() {
  const app = useApp()
  const graph = useGraph()
  const layout = useAppState((state) => state.history.design.layout)
  const { query, shown, asked } = useStore(findState)
  const korean = useKorean()
  // biome-ignore lint/correctness/useExhaustiveDependencies: hits follow from the design and what is typed
  const hits = useMemo(() => hitsOf(app), [app, graph, layout, query, korean])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index follows from the hit that was shown last
  const index = useMemo(() => indexOf(hits), [hits, shown])
  const current = hits[index]
  const { field, leave } = useFocus(asked)
  const typed = query.trim() !== ''
  return (
    <search className="find-bar" aria-label={t('find.title')}>
      <div className="find-bar-line">
        <SearchIcon size={14} />
        <input
          ref={field}
          value={query}
          aria-label={t('find.title')}
          placeholder={t('find.placeholder')}
          spellCheck={false}
          data-none={typed && hits.length === 0}
          onChange={(event) => search(app, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposing(event)) return
            if (event.code === 'Escape') leave()
            else if (event.code === 'Enter' || event.code === 'NumpadEnter')
              goToHit(app, event.shiftKey ? -1 : 1)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        {typed && (
          <span className="find-bar-count" data-testid="find-count">
            {hits.length === 0 ? t('find.none') : t('find.count', { index: index + 1, count: hits.length })}
          </span>
        )}
        <IconButton
          label={t('find.previous')}
          icon={<UpIcon />}
          isDisabled={hits.length === 0}
          onPress={() => goToHit(app, -1)}
        />
        <IconButton
          label={t('find.next')}
          icon={<DownIcon />}
          isDisabled={hits.length === 0}
          onPress={() => goToHit(app, 1)}
        />
        <IconButton label={t('find.close')} icon={<CloseIcon />} onPress={leave} />
      </div>
      {current && (
        <p className="find-bar-place" title={placeText(current)} data-testid="find-place">
          {placeText(current, MOST_SHOWN)}
        </p>
      )}
    </search>
  )
}

/** The field takes the focus whenever the bar is asked for, and gives it back when it closes. */
function useFocus(asked: number) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for
  useEffect(() => {
    if (document.activeElement !== field.current) before.current = document.activeElement
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const leave = () => {
    findState.setState({ open: false })
    const { current } = before
    if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true })
  }
  return { field, leave }
}
