/** The filters of the panel: they stay while other panels are looked at. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { noFilter, type ThreadFilter } from './thread-filter'

export const filterState = createStore<ThreadFilter>(() => noFilter)

/** What is shown now. */
export function useFilter(): ThreadFilter {
  return useStore(filterState)
}

/** Shows something else from now on. */
export function changeFilter(part: Partial<ThreadFilter>): void {
  filterState.setState(part)
}
