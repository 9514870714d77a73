import type { Design } from '../../shared/design/design'
import { labelOf } from '../../shared/elements/kinds'
import { kinds } from '../../shared/elements/registry'
import { t } from '../strings/strings'
import { words } from '../strings/words'

/** How many elements of each kind there are, in the palette's order. */
export function ImportContents({ design }: { readonly design: Design }) {
  const counts = new Map<string, number>()
  for (const { kind } of Object.values(design.elements)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const rank = (name: string) => kinds.findIndex(({ kind }) => kind === name)
  const listed = [...counts].sort(([a, many], [b, more]) => more - many || rank(a) - rank(b))
  if (listed.length === 0) return <p className="modal-muted">{t('import.nothing')}</p>
  return (
    <ul className="import-contents" aria-label={t('import.contents')}>
      {listed.map(([kind, count]) => (
        <li key={kind}>
          <span className="import-count">{count}</span> {words(labelOf(kind))}
        </li>
      ))}
    </ul>
  )
}
