/**
 * A design against what is deployed: the answer of describe-task-definition, or any other file that can be imported.
 * Only what the file speaks of is compared, and what AWS adds by itself is no change.
 */
import { sameJson } from '../../../basics/json'
import { own } from '../../../basics/own'
import type { Design, Element } from '../../../design/design'
import { referencesOf } from '../../../design/references'
import { graphOf } from '../../../graph/graph'
import type { Imported, ImportReport } from '../../../imports/report'
import { type Comparison, compareDesigns, comparisonOf } from '../comparison'
import { matchElements } from '../match'
import { idsOf, withIds } from '../same-ids'
import { alignedSpec } from './align'
import { textsOf } from './texts'

/** `before`: what deploying the design would change. `after`: what somebody has changed behind its back. */
export type FileSide = 'before' | 'after'

/** Compares a design with an imported file. What the file doesn't speak of is the same on both sides. */
export function compareWithDeployed(
  design: Design,
  imported: Imported,
  file: FileSide = 'before',
): Comparison {
  const { matched, filed, spoken } = inWordsOf(design, imported)
  const deployed = {
    ...design,
    ...whereabouts(design, imported.design),
    elements: { ...design.elements, ...filed },
  }
  if (file === 'before') return comparisonOf(deployed, design, matched, spoken)
  const same = new Map(Object.keys(design.elements).map((id) => [id, id]))
  return comparisonOf(design, deployed, same, spoken)
}

/** A design, or what was imported from a file. */
export interface Side {
  readonly design: Design
  /** What the import said; absent for a design. */
  readonly report?: ImportReport
}

/** Compares whatever is given: two designs, a design and a file, or two files. */
export function compareSides(before: Side, after: Side): Comparison {
  const [old, fresh] = [importedIn(before), importedIn(after)]
  if (old && fresh) return compareFiles(old, fresh)
  if (old) return compareWithDeployed(after.design, old, 'before')
  if (fresh) return compareWithDeployed(before.design, fresh, 'after')
  return compareDesigns(before.design, after.design)
}

function importedIn({ design, report }: Side): Imported | undefined {
  return report && { design, report }
}

/** Compares two imported files: neither has ids or an order that somebody has given it. */
export function compareFiles(before: Imported, after: Imported): Comparison {
  const { matched, filed, rest } = inWordsOf(after.design, before)
  // An import is called after its file, unless the file says otherwise.
  const { name } = after.design
  return comparisonOf({ ...rest, name, elements: filed }, after.design, matched)
}

interface InWords {
  /** Ids of the file, and those of the same elements in the design. */
  readonly matched: ReadonlyMap<string, string>
  /** The elements of the file as the design would write them, by the design's ids. */
  readonly filed: Readonly<Record<string, Element>>
  /** Elements of the design that the file says more of than their names. */
  readonly spoken: readonly string[]
  /** The file's design under the ids of the other. */
  readonly rest: Design
}

function inWordsOf(design: Design, { design: file, report }: Imported): InWords {
  const matched = matchElements(file, design, { ids: 'last' })
  const ids = idsOf(file, design, matched)
  const renamed = withIds(file, design, ids)
  const named = new Set(report.named.map((id) => ids.get(id) ?? id))
  const texts = textsOf(graphOf(renamed), graphOf(design))
  const filed: Record<string, Element> = {}
  const spoken: string[] = []
  for (const [id, element] of Object.entries(renamed.elements)) {
    const ours = own(design.elements, id)
    if (!ours) filed[id] = element
    else if (named.has(id)) filed[id] = ours
    else {
      const spec = alignedSpec(element.kind, element.spec, ours.spec, texts)
      filed[id] = sameJson(spec, ours.spec) ? ours : { ...ours, spec }
      spoken.push(id)
    }
  }
  return { matched, filed: withoutStrangers(filed, design.elements, named), spoken, rest: renamed }
}

/** What a file only names, and the design spells out, stands for itself no longer. */
function withoutStrangers(
  filed: Readonly<Record<string, Element>>,
  elements: Design['elements'],
  named: ReadonlySet<string>,
): Readonly<Record<string, Element>> {
  const used = new Set(
    Object.values(filed).flatMap(({ spec, inside }) => [inside, ...referencesOf(spec).map(({ id }) => id)]),
  )
  const kept = Object.entries(filed).filter(
    ([id]) => !named.has(id) || Object.hasOwn(elements, id) || used.has(id),
  )
  return kept.length === Object.keys(filed).length
    ? filed
    : withoutStrangers(Object.fromEntries(kept), elements, named)
}

/** Where the file is from, if the design says where it is. */
function whereabouts(design: Design, file: Design): Pick<Design, 'region' | 'account'> {
  const { region, account } = file
  return {
    ...(design.region !== undefined && region !== undefined && { region }),
    ...(design.account !== undefined && account !== undefined && { account }),
  }
}
