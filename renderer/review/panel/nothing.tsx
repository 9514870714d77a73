import { useApp } from '../../app-context'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Glyph } from '../../ui/glyph'
import { FilterIcon, ThreadIcon } from '../../ui/icons'
import { takeTool } from '../threads/tool'
import { changeFilter } from './filter-state'
import { filtersOn, noFilter, type ThreadFilter } from './thread-filter'

interface Props {
  /** How many threads there are, whatever the filters leave of them. */
  readonly all: number
  readonly open: number
  readonly filter: ThreadFilter
}

/** Why no thread is listed, and what to do about it. */
export function NoThreads({ all, open, filter }: Props) {
  if (all === 0) return <NoneYet />
  if (filtersOn(filter) === 0 && filter.status === 'open' && open === 0) {
    return (
      <EmptyState
        icon={<Glyph name="ok" size={20} />}
        tone="ok"
        title={t('review.nothingOpen')}
        hint={t('review.nothingOpenHint', { count: all })}
      >
        <Button size="small" onPress={() => changeFilter({ status: 'all' })}>
          {t('review.showAll')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<FilterIcon size={20} />} title={t('review.noMatch')} hint={t('review.noMatchHint')}>
      <Button size="small" onPress={() => changeFilter({ ...noFilter, status: 'all' })}>
        {t('review.clear')}
      </Button>
    </EmptyState>
  )
}

function NoneYet() {
  const app = useApp()
  return (
    <EmptyState icon={<ThreadIcon size={20} />} title={t('review.none')} hint={t('review.noneHint')}>
      <Button size="small" onPress={() => takeTool(app)}>
        {t('review.start')}
      </Button>
    </EmptyState>
  )
}
