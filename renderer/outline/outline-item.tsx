import { memo } from 'react'
import type { Badge } from '../../shared/figures/paint'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { FoldedIcon, LockedIcon, OpenedIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { OutlineName } from './outline-name'
import type { OutlineRow } from './outline-rows'

/** Every row is as high as that; the style sheet says the same. */
export const ROW_HEIGHT = 28

export interface OutlineItemProps {
  readonly row: OutlineRow
  readonly top: number
  readonly kind: string
  readonly kindLabel: string
  readonly name: string
  readonly active: boolean
  readonly selected: boolean
  readonly target: boolean
  readonly renaming: boolean
  readonly locked: boolean
  readonly folded: boolean
  /** The worst problem of it, or of what is in it while that is closed. */
  readonly badge: Badge | undefined
}

const COUNTS = { error: 'status.errors', warning: 'status.warnings', advice: 'status.advice' } as const

/** One row of the tree. */
export const OutlineItem = memo(function OutlineItem(props: OutlineItemProps) {
  const { row, top, kind, kindLabel, name, active, selected, target, renaming, locked, folded, badge } = props
  const isRow = row.pointer !== undefined
  const problems = badge ? t(COUNTS[badge.severity], { count: badge.count }) : ''
  const said = [
    name,
    isRow ? '' : kindLabel,
    problems,
    locked ? t('outline.locked') : '',
    folded ? t('outline.collapsed') : '',
  ]
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active row
    <div
      id={rowId(row.key)}
      role="treeitem"
      className="outline-row"
      style={{ top, paddingLeft: 8 + (row.level - 1) * 14 }}
      data-row={row.key}
      data-active={active}
      data-target={target}
      aria-label={said.filter(Boolean).join(', ')}
      aria-level={row.level}
      aria-posinset={row.index}
      aria-setsize={row.count}
      aria-expanded={row.open}
      aria-selected={selected}
    >
      <span className="outline-toggle" data-toggle={row.open === undefined ? undefined : row.open}>
        {row.open !== undefined && <OpenedIcon size={14} />}
      </span>
      {isRow ? <span className="outline-dot" /> : <ElementIcon kind={kind} size={16} />}
      {renaming ? <OutlineName id={row.id} name={name} /> : <span className="outline-name">{name}</span>}
      {locked && <LockedIcon size={12} />}
      {folded && <FoldedIcon size={12} />}
      {badge && <SeverityGlyph severity={badge.severity} size={12} />}
    </div>
  )
})

/** The id of a row's element. */
export function rowId(key: string): string {
  return `outline-${key.replace(/[^\w-]/g, '_')}`
}
