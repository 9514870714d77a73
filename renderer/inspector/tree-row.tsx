import { type CSSProperties, memo } from 'react'
import { resolveText } from '../../shared/design/references'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { severities } from '../../shared/rules/problem'
import { useAppState } from '../app-context'
import { FieldTalk } from '../review/fields/field-talk'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { AddIcon, CloseIcon, DownIcon, OpenedIcon, UpIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { defaultOf, labelOf, unitOf } from './field-words'
import { useFormScope } from './form-context'
import { type Field, isScalar } from './form-model'
import { ScalarField } from './scalar-field'
import { isWrong, problemsOf } from './spec-state'
import type { TreeRow as Row } from './tree-model'

/** What can be done with a row. */
export type RowActions = {
  readonly add: (row: Row) => void
  readonly remove: (row: Row) => void
  readonly move: (row: Row, by: number) => void
}

interface Props {
  readonly row: Row
  /** Where it stands among all rows, from 0. */
  readonly index: number
  /** The row that the arrow keys are at: Tab goes from it to its buttons. */
  readonly active: boolean
  readonly editing: boolean
  readonly actions: RowActions
}

/** One member: what it is called and what is set, or its control while it is edited. */
export const TreeRow = memo(function TreeRow({ row, index, active, editing, actions }: Props) {
  const title = titleOf(row)
  const worst = useWorst(row.pointer, row.type === 'value')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has no levels.
    <div
      role="row"
      className="field-tree-row"
      data-index={index}
      data-pointer={row.pointer}
      data-set={row.isSet}
      aria-level={row.level}
      aria-rowindex={index + 1}
      aria-expanded={row.open}
      aria-label={nameOfRow(row, title)}
      tabIndex={active ? 0 : -1}
      style={{ '--level': row.level } as CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus, not its cells. */}
      <div role="gridcell" className="field-tree-cell">
        {editing ? (
          <Editor row={row} title={title} />
        ) : (
          <Head row={row} title={title} worst={worst} active={active} />
        )}
      </div>
      {!editing && <Buttons row={row} title={title} active={active} actions={actions} />}
    </div>
  )
}, sameRow)

/** Rows are made anew with every change of the spec, and most say the same as before. */
function sameRow(a: Props, b: Props): boolean {
  const [one, other] = [a.row, b.row]
  return (
    a.index === b.index &&
    a.active === b.active &&
    a.editing === b.editing &&
    a.actions === b.actions &&
    one.pointer === other.pointer &&
    one.field === other.field &&
    one.type === other.type &&
    one.isSet === other.isSet &&
    one.open === other.open &&
    one.text === other.text &&
    one.name === other.name &&
    one.level === other.level &&
    one.item?.index === other.item?.index &&
    one.item?.count === other.item?.count
  )
}

/** What a row is called: an item by its name, else by its number. */
export function titleOf(row: Row): string {
  if (row.type === 'new') return t('inspector.tree.newItem')
  if (!row.item) return labelOf(row.field)
  return row.type !== 'value' && row.name ? row.name : t('inspector.item', { number: row.item.index + 1 })
}

function nameOfRow(row: Row, title: string): string {
  if (row.type === 'new') return title
  if (row.isSet) return row.text === '' ? title : `${title}: ${row.text}`
  const value = defaultOf(row.field)
  const state = value === undefined ? t('inspector.tree.unset') : t('inspector.tree.unsetDefault', { value })
  return `${title}: ${state}`
}

interface HeadProps {
  readonly row: Row
  readonly title: string
  readonly worst: ReturnType<typeof useWorst>
  readonly active: boolean
}

function Head({ row, title, worst, active }: HeadProps) {
  // References as the names of what they refer to.
  const text = useAppState((state) => resolvedName(graphOf(designOf(state)), row.text))
  const unit = row.isSet && row.type === 'value' ? unitOf(row.field) : undefined
  return (
    <>
      <span className="field-tree-chevron">{row.open !== undefined && <OpenedIcon size={14} />}</span>
      <span className="field-tree-title" title={row.field.key}>
        {row.type === 'new' && <AddIcon size={12} />}
        {title}
      </span>
      <FieldTalk
        pointer={row.pointer}
        label={title}
        closed={row.open === false}
        quiet={!active}
        only="mark"
      />
      <span className="field-tree-value" title={row.text}>
        {row.isSet ? text : (defaultOf(row.field) ?? '')}
        {unit && <span className="field-tree-unit"> {unit}</span>}
      </span>
      {worst && <SeverityGlyph severity={worst} named />}
    </>
  )
}

function resolvedName(graph: Graph, text: string): string {
  return resolveText(text, ({ id }) => nameOf(graph, id))
}

interface ButtonsProps {
  readonly row: Row
  readonly title: string
  readonly active: boolean
  readonly actions: RowActions
}

function Buttons({ row, title, active, actions }: ButtonsProps) {
  const { item } = row
  const quiet = { excludeFromTabOrder: !active }
  const several = item !== undefined && item.count > 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above.
    // biome-ignore lint/a11y/useFocusableInteractive: as above.
    <div role="gridcell" className="field-tree-buttons">
      {row.type !== 'new' && <FieldTalk pointer={row.pointer} label={title} only="button" />}
      {several && item.index > 0 && (
        <IconButton
          {...quiet}
          icon={<UpIcon size={14} />}
          label={t('inspector.tree.moveUp', { what: title })}
          onPress={() => actions.move(row, -1)}
        />
      )}
      {several && item.index < item.count - 1 && (
        <IconButton
          {...quiet}
          icon={<DownIcon size={14} />}
          label={t('inspector.tree.moveDown', { what: title })}
          onPress={() => actions.move(row, 1)}
        />
      )}
      {row.type === 'list' && (
        <IconButton
          {...quiet}
          icon={<AddIcon size={14} />}
          label={t('inspector.tree.addItem', { list: title })}
          onPress={() => actions.add(row)}
        />
      )}
      {row.isSet && (
        <IconButton
          {...quiet}
          icon={<CloseIcon size={14} />}
          label={t('inspector.remove', { what: title })}
          onPress={() => actions.remove(row)}
        />
      )}
    </div>
  )
}

/** The same control as in the form. */
function Editor({ row, title }: { readonly row: Row; readonly title: string }) {
  const { FieldView } = useFormScope()
  // An item has no label of its own.
  const isItem = row.item !== undefined || row.type === 'new'
  const field: Field = isItem ? { ...row.field, label: title } : row.field
  if (!isScalar(field)) return <FieldView field={field} pointer={row.pointer} />
  return <ScalarField field={field} pointer={row.pointer} whenEmpty={isItem ? 'hold' : 'clear'} />
}

/** The worst problem of a row; a closed group answers for what is in it. */
function useWorst(pointer: string, alone: boolean) {
  const { id } = useFormScope()
  return useAppState((state) => {
    const here = problemsOf(designOf(state), id).filter(
      ({ path }) => path === pointer || (!alone && path.startsWith(`${pointer}/`)),
    )
    return severities.find((severity) =>
      here.some((problem) => isWrong(problem) && problem.severity === severity),
    )
  })
}
