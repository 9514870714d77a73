import { talkWords } from '../../shared/review/compare/words'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Glyph } from '../ui/glyph'
import type { Comparing } from './comparing'
import { toggleStatus } from './open-compare'

/** What is shown where nothing differs but places. */
export function Same({ comparing: { comparison } }: { readonly comparing: Comparing }) {
  const app = useApp()
  const { moved } = comparison.counts
  const hint = moved > 0 ? t('compare.sameMoved', { count: moved }) : t('compare.sameHint')
  return (
    <EmptyState icon={<Glyph name="ok" size={20} />} tone="ok" title={t('compare.same')} hint={hint}>
      {talkWords(comparison).map((text) => (
        <p key={words(text)} className="ui-empty-state-hint">
          {words(text)}
        </p>
      ))}
      {moved > 0 && (
        <Button size="small" onPress={() => toggleStatus(app, 'moved')}>
          {t('compare.showMoves')}
        </Button>
      )}
    </EmptyState>
  )
}
