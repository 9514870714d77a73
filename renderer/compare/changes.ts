/** The changes of a comparison one after the other, as they are listed and walked through. Pure. */
import { memo } from '../../shared/basics/memo'
import type { Waiver } from '../../shared/design/design'
import type {
  Comparison,
  ElementChange,
  FieldChange,
  LineChange,
  ThingChange,
} from '../../shared/review/compare/comparison'
import type { Status } from '../../shared/review/compare/words'

export { type Status, signs } from '../../shared/review/compare/words'

export const statuses = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly Status[]

interface Told {
  readonly key: string
  readonly status: Status
  /** The elements that it is about, as far as they are drawn. */
  readonly ids: readonly string[]
  /** What its row does not say itself. */
  readonly fields: readonly FieldChange[]
}

export type Change = Told &
  (
    | { readonly of: 'element'; readonly element: ElementChange }
    | { readonly of: 'line'; readonly line: LineChange }
    | { readonly of: 'document' }
    | { readonly of: 'waiver'; readonly waiver: ThingChange<Waiver> }
  )

/** Elements first, then lines that no element's fields say, the document, and what was waived. */
export const changesOf: (comparison: Comparison) => readonly Change[] = memo(
  ({ elements, lines, document, waivers }: Comparison) => [
    ...elements.map(
      (element): Change => ({
        of: 'element',
        key: elementKey(element.id),
        status: element.status,
        ids: [element.id],
        fields: element.fields,
        element,
      }),
    ),
    ...lines.filter(({ stored }) => stored).map(lineChange),
    ...(document.length === 0
      ? []
      : [{ of: 'document', key: 'document', status: 'changed', ids: [], fields: document } as const]),
    ...waivers.map(
      (waiver): Change => ({
        of: 'waiver',
        key: `waiver ${waiver.id}`,
        status: waiver.status,
        ids: [waiver.after ?? waiver.before].flatMap((one) => one?.element ?? []),
        fields: [],
        waiver,
      }),
    ),
  ],
)

/** The key of the change of an element. */
export function elementKey(id: string): string {
  return `element ${id}`
}

function lineChange(line: LineChange): Change {
  return {
    of: 'line',
    key: `line ${line.status} ${line.id}`,
    status: line.status,
    ids: [line.from, line.to],
    fields: [],
    line,
  }
}

/** How many there are of each status. */
export function countChanges(changes: readonly Change[]): Readonly<Record<Status, number>> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 }
  for (const { status } of changes) counts[status] += 1
  return counts
}

/** The change after or before another one, around the ends; the first or last one after none. */
export function nextChange(
  changes: readonly Change[],
  current: string | undefined,
  step: 1 | -1,
): Change | undefined {
  const at = changes.findIndex(({ key }) => key === current)
  if (at === -1) return step === 1 ? changes[0] : changes.at(-1)
  return changes[(at + step + changes.length) % changes.length]
}
