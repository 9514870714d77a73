/** Settling what a merge left open: one undo step each. */
import { fromPointer, sameJson, valueAt } from '../../shared/basics/json'
import { become } from '../../shared/design/become'
import type { Conflict, Design } from '../../shared/design/design'
import { kindOf } from '../../shared/elements/kinds'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { conflictPlace, settleAll, settleConflict } from '../../shared/merge/settle'
import { centerOn } from '../canvas/camera'
import { placeWords } from '../inspector/place-words'
import { showField } from '../inspector/reveal-field'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'

/** What can be chosen for a conflict. */
export type Side = 'ours' | 'theirs' | 'base'

export interface OpenConflict extends Conflict {
  readonly key: string
}

export interface ConflictGroup {
  /** The element's id; undefined for what belongs to none. */
  readonly element: string | undefined
  readonly title: string
  readonly conflicts: readonly OpenConflict[]
}

/** How many conflicts a design carries. */
export function conflictCount(design: Design): number {
  return Object.keys(design.conflicts ?? {}).length
}

/** The conflicts by what they are about, in the order of the design. */
export function conflictGroups(design: Design): readonly ConflictGroup[] {
  const groups = new Map<string, OpenConflict[]>()
  for (const [key, conflict] of Object.entries(design.conflicts ?? {})) {
    const of = isOfElement(conflict) ? (conflict.id ?? '') : `${conflict.of} ${conflict.id ?? ''}`
    const known = groups.get(of)
    if (known) known.push({ ...conflict, key })
    else groups.set(of, [{ ...conflict, key }])
  }
  return [...groups.values()].flatMap((conflicts) => {
    const [first] = conflicts
    if (!first) return []
    const element = isOfElement(first) ? first.id : undefined
    return [{ element, title: titleOf(design, first), conflicts }]
  })
}

function isOfElement({ of }: Conflict): boolean {
  return of === 'element' || of === 'place' || of === 'network-place'
}

function titleOf(design: Design, conflict: Conflict): string {
  const id = conflict.id ?? ''
  if (!isOfElement(conflict)) {
    const of = conflict.of === 'connection' || conflict.of === 'waiver' || conflict.of === 'route'
    return of ? t(`conflicts.of.${conflict.of as 'connection'}`, { id }) : t('conflicts.of.design')
  }
  if (!Object.hasOwn(design.elements, id)) return id
  const kind = words(kindOf(design.elements[id]?.kind ?? '')?.label ?? '')
  return `${kind} “${nameOf(graphOf(design), id)}”`
}

/** Where in it, in the words of the inspector: `Containers › api › Image`. */
export function conflictWords(design: Design, conflict: Conflict): string {
  const { of, id = '', pointer } = conflict
  const path = fromPointer(pointer)
  if (of === 'place' || of === 'network-place') return t(`conflicts.of.${of}`)
  if (of !== 'element') return path.join(' › ')
  if (path.length === 0) return t('conflicts.whole')
  const [member = '', ...rest] = path
  if (member === 'label') return t('inspector.label')
  if (member !== 'spec') return path.join(' › ')
  const kind = kindOf(design.elements[id]?.kind ?? '')
  return kind ? placeWords(kind, rest) : rest.join(' › ')
}

/** Puts one side's value in place. */
export function chooseSide(app: App, { key, ...conflict }: OpenConflict, side: Side | 'current'): void {
  const design = designOf(app.store.getState())
  const what = conflictWords(design, conflict) || titleOf(design, conflict)
  change(app, t('conflicts.step', { what }), settleConflict(design, key, side))
}

/** Puts the same side's value in place everywhere. */
export function chooseSideForAll(app: App, side: Side): void {
  change(app, t('conflicts.stepAll'), settleAll(designOf(app.store.getState()), side))
}

function change(app: App, step: string, next: Design): void {
  app.edit(step, (draft) => become(draft, next))
  const count = conflictCount(designOf(app.store.getState()))
  app.announce(count === 0 ? t('conflicts.none') : t('conflicts.left', { count }))
}

/** Selects what a conflict is about and brings it, and its field, into view. */
export function showConflict(app: App, conflict: Conflict): void {
  const design = designOf(app.store.getState())
  const { id = '' } = conflict
  if (!Object.hasOwn(design.elements, id)) return
  centerOn([id])
  const place = conflict.of === 'element' ? conflictPlace(design, conflict) : undefined
  const [, , member, ...path] = place === undefined ? [] : fromPointer(place)
  if (member === 'spec' && path.length > 0) showField(app, id, `/${place?.split('/').slice(4).join('/')}`)
  else app.select([id])
}

/** Opens the list of what is to be settled. */
export function settleConflicts(app: App): void {
  app.patch({ bottomTab: 'conflicts' })
}

/** The side whose value the design holds; undefined when somebody wrote something else since the merge. */
export function sideHeld(design: Design, conflict: Conflict): Side | undefined {
  const now = valueNow(design, conflict)
  const sides: readonly Side[] = ['ours', 'theirs', 'base']
  return sides.find((side) => sameJson(conflict[side], now))
}

/** What the design holds where a conflict is. */
export function valueNow(design: Design, conflict: Conflict): unknown {
  const place = conflictPlace(design, conflict)
  return place === undefined ? undefined : valueAt(design, place)
}
