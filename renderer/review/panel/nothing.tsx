import { useApp } from '../../app-context'
import { command } from '../../commands/commands'
import { shownKey } from '../../commands/keys'
import { t } from '../../strings/strings'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Glyph } from '../../ui/glyph'
import { FilterIcon, ThreadIcon } from '../../ui/icons'
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
  const comment = command('review.comment')
  const key = shownKey(app, comment)
  return (
    <EmptyState icon={<ThreadIcon size={20} />} title={t('review.none')} hint={t('review.noneHint')}>
      <Button size="small" onPress={() => void comment.run(app)}>
        {t('review.start')}
        {key !== undefined && <kbd>{key}</kbd>}
      </Button>
    </EmptyState>
  )
}
