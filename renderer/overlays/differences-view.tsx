import { useMemo } from 'react'
import type { Design } from '../../shared/design/design'
import { compareDesigns, meansTheSame } from '../../shared/review/compare/comparison'
import { DifferenceList } from '../problems/difference-list'
import { t } from '../strings/strings'

/** More can't be read in a dialog, and drawing them takes long. */
const MOST = 100

interface Props {
  readonly title: string
  readonly before: Design
  readonly after: Design
}

/** What differs between two designs, under a title that says which they are. */
export function DifferencesView({ title, before, after }: Props) {
  const same = useMemo(() => meansTheSame(compareDesigns(before, after)), [before, after])
  return (
    <section className="differences-view" aria-label={title}>
      <h3>{title}</h3>
      {same ? (
        <p className="modal-muted">{t('disk.nothing')}</p>
      ) : (
        <DifferenceList before={before} after={after} most={MOST} />
      )}
    </section>
  )
}
