import './review-panel.css'
import { useDeferredValue, useMemo } from 'react'
import { useApp, useAppState, useDesign } from '../../app-context'
import { t } from '../../strings/strings'
import { IconButton } from '../../ui/icon-button'
import { AuthorIcon, CloseIcon, MarkReadIcon } from '../../ui/icons'
import { ApprovalsAside } from '../approvals/approvals-aside'
import { ApproveButton } from '../approvals/approve-button'
import { freshDrafts, markRead, useThreads } from '../threads-state'
import { NoThreads } from './nothing'
import { ReviewFilters } from './review-filters'
import { filtersOn } from './thread-filter'
import { ThreadList } from './thread-list'
import { threadRows } from './thread-rows'
import { useMe, useThreadsShown } from './use-threads-shown'

const NO_DRAFTS: ReturnType<typeof freshDrafts> = []

/** The bottom panel: what was said about the design, and who agreed to it. */
export function ReviewPanel() {
  // Typing in a field must not wait for a long list to be drawn.
  const design = useDeferredValue(useDesign())
  const { all, shown, counts, unread, filter } = useThreadsShown(design)
  const fresh = useFreshDrafts()
  // What is not sent yet has no kind or author to be filtered by.
  const drafts = filter.status === 'resolved' || filtersOn(filter) > 0 ? NO_DRAFTS : fresh
  const rows = useMemo(() => threadRows(design, shown, drafts), [design, shown, drafts])
  return (
    <section className="review" aria-label={t('review.title')}>
      <header className="problems-head">
        {all.length > 0 && <ReviewFilters filter={filter} counts={counts} unread={unread.length} />}
        <HeadButtons unread={unread.map(({ id }) => id)} />
      </header>
      <div className="review-body">
        <div className="review-threads">
          {rows.length > 0 ? (
            <ThreadList rows={rows} />
          ) : (
            <NoThreads all={all.length} open={counts.open} filter={filter} />
          )}
        </div>
        <ApprovalsAside />
      </div>
    </section>
  )
}

/** New threads that are half written, for the document that is open. */
function useFreshDrafts() {
  const drafts = useThreads((state) => state.drafts)
  const slot = useAppState((state) => state.slot)
  const file = useAppState((state) => state.file)
  const threads = useAppState((state) => state.history.design.threads)
  const app = useApp()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the drafts of a document follow from.
  return useMemo(() => freshDrafts(drafts, app.store.getState()), [app, drafts, slot, file, threads])
}

function HeadButtons({ unread }: { readonly unread: readonly string[] }) {
  const app = useApp()
  const me = useMe()
  return (
    <div className="review-head-buttons">
      {unread.length > 0 && (
        <IconButton
          icon={<MarkReadIcon />}
          label={t('review.markRead')}
          onPress={() => markRead(app, unread)}
        />
      )}
      <IconButton
        icon={<AuthorIcon />}
        label={me ? t('review.authorIs', { author: me.author }) : t('review.authorUnset')}
        onPress={() => app.patch({ overlay: { kind: 'author' } })}
      />
      <ApproveButton />
      <IconButton
        icon={<CloseIcon />}
        label={t('review.close')}
        onPress={() => app.patch({ bottomTab: undefined })}
      />
    </div>
  )
}
