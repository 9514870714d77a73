import { useStore } from 'zustand'
import { t } from '../strings/strings'
import { arranging } from './arrange-state'
import { useEscape, WorkStrip } from './work-strip'

/** How far automatic layout is. */
export function ArrangeStrip() {
  const run = useStore(arranging, (state) => state.run)
  useEscape(run?.cancel)
  if (!run?.shown) return null
  const { done, total, cancel } = run
  const progress = done > 0 ? { progress: t('arranging.progress', { done, total }) } : {}
  return (
    <WorkStrip
      id="arrange-strip"
      title={t('arranging.title')}
      {...progress}
      done={done}
      total={total}
      cancel={cancel}
    />
  )
}
