/** The two that are compared: designs, files of other tools, or one of each. */
import type { Design } from '../../shared/design/design'
import type { Imported } from '../../shared/imports/report'
import { type Comparison, compareDesigns } from '../../shared/review/compare/comparison'
import {
  compareFiles,
  compareWithDeployed,
  type FileSide,
} from '../../shared/review/compare/deployed/deployed'

export type Pair =
  | { readonly of: 'designs'; readonly before: Design; readonly after: Design }
  /** Only what the file speaks of is compared. */
  | { readonly of: 'deployed'; readonly design: Design; readonly file: Imported; readonly side: FileSide }
  | { readonly of: 'files'; readonly before: Imported; readonly after: Imported }

/** What a file of either kind holds. */
export type Content =
  | { readonly of: 'design'; readonly design: Design }
  | { readonly of: 'import'; readonly imported: Imported }

/** What two contents are as a pair. */
export function pairOf(before: Content, after: Content): Pair {
  if (before.of === 'import') {
    if (after.of === 'import') return { of: 'files', before: before.imported, after: after.imported }
    return { of: 'deployed', design: after.design, file: before.imported, side: 'before' }
  }
  if (after.of === 'import') {
    return { of: 'deployed', design: before.design, file: after.imported, side: 'after' }
  }
  return { of: 'designs', before: before.design, after: after.design }
}

export function comparePair(pair: Pair): Comparison {
  switch (pair.of) {
    case 'designs':
      return compareDesigns(pair.before, pair.after)
    case 'deployed':
      return compareWithDeployed(pair.design, pair.file, pair.side)
    case 'files':
      return compareFiles(pair.before, pair.after)
  }
}

/** The other way round. */
export function swapped(pair: Pair): Pair {
  if (pair.of === 'deployed') return { ...pair, side: pair.side === 'before' ? 'after' : 'before' }
  // Both members are of one kind, which the compiler can't see in a spread.
  return pair.of === 'designs'
    ? { of: 'designs', before: pair.after, after: pair.before }
    : { of: 'files', before: pair.after, after: pair.before }
}
