/** Which elements may be referred to at a place of a spec, and how a choice is written. Pure. */
import { matches, setAt, valueAt } from '../../shared/basics/json'
import type { Design } from '../../shared/design/design'
import { type DesignDraft, edit } from '../../shared/design/edit'
import { type Reference, refer, referencesIn } from '../../shared/design/references'
import type { Kind, Relation } from '../../shared/elements/kind'
import { connect } from '../../shared/graph/connect'
import { elementsOfKind, type Graph, nameOf } from '../../shared/graph/graph'
import type { Text } from '../../shared/texts/text'
import { clearAt } from './edits'

export interface Choice {
  /** The element's id. */
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly relation: Relation
}

/** The relations of a kind that explain a reference at a pointer. */
export function relationsAt(kind: Kind, pointer: string): Relation[] {
  return kind.relations.filter((relation) => matches(relation.path, pointer))
}

/** The elements of the design that fit there, in the order of the relations. */
export function choicesAt(graph: Graph, kind: Kind, pointer: string, self: string): Choice[] {
  return relationsAt(kind, pointer).flatMap((relation) =>
    relation.to.flatMap((to) =>
      elementsOfKind(graph, to)
        .filter((id) => id !== self)
        .map((id) => ({ id, kind: to, name: nameOf(graph, id), relation })),
    ),
  )
}

/** The reference, when a text is one and nothing else. */
export function soleReference(text: unknown): Reference | undefined {
  if (typeof text !== 'string') return undefined
  const [reference] = referencesIn(text)
  return reference && refer(reference.id, reference.attribute) === text ? reference : undefined
}

/**
 * Writes a chosen element at a pointer. The relation's own way comes first, because it knows what belongs around a
 * reference (a tag, a repository); where that refuses or writes elsewhere, the reference alone takes the place.
 */
export function chooseAt(
  design: Design,
  from: string,
  pointer: string,
  choice: Choice,
  row?: string,
): (draft: DesignDraft) => void {
  const { id: to, relation } = choice
  const byRelation = (afterClearing: boolean) => (draft: DesignDraft) => {
    const spec = draft.elements[from]?.spec
    if (spec && afterClearing) clearAt(spec, pointer)
    return connect(draft, { from, to, meaning: relation.meaning, relation }, row)
  }
  const alone = (draft: DesignDraft) => {
    const spec = draft.elements[from]?.spec
    if (spec) setAt(spec, pointer, refer(to, relation.attribute))
  }
  for (const recipe of [byRelation(false), byRelation(true)]) {
    let refused: Text | undefined
    const { design: next } = edit(design, (draft) => {
      refused = recipe(draft)
    })
    if (refused === undefined && writesOnly(design, next, from, pointer, to)) {
      return (draft) => {
        recipe(draft)
      }
    }
  }
  return alone
}

/** Did the trial put the reference where it was wanted, and change nothing else that was set? */
function writesOnly(before: Design, after: Design, from: string, pointer: string, to: string): boolean {
  const text = valueAt(after.elements[from]?.spec, pointer)
  if (typeof text !== 'string' || !referencesIn(text).some((reference) => reference.id === to)) return false
  const strip = (design: Design) => {
    const spec = structuredClone(design.elements[from]?.spec ?? {})
    clearAt(spec, pointer)
    return JSON.stringify(spec)
  }
  return strip(before) === strip(after)
}
