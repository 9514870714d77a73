/** The bookmarks of a PDF: a tree in which each knows its neighbours. */
import { type PdfFile, type Reference, textString } from './file'
import type { OutlineItem, PdfPlace } from './sheet'

interface Branch {
  readonly item: OutlineItem
  readonly children: Branch[]
  readonly reference: Reference
}

/** Writes them; the entry of the catalogue, empty where there are none. */
export function outlineEntry(
  file: PdfFile,
  items: readonly OutlineItem[],
  destination: (place: PdfPlace) => string,
): string {
  if (items.length === 0) return ''
  const root = file.reserve()
  const trunk = grown(file, items)
  writeBranches(file, trunk, root, destination)
  const [first, last] = [trunk[0], trunk.at(-1)]
  file.set(root, `<</Type/Outlines/First ${first?.reference}/Last ${last?.reference}/Count ${trunk.length}>>`)
  // Shown beside the pages.
  return `/Outlines ${root}/PageMode/UseOutlines`
}

/** The list as a tree, by the levels of its items. */
function grown(file: PdfFile, items: readonly OutlineItem[]): readonly Branch[] {
  const trunk: Branch[] = []
  const open: Branch[] = []
  for (const item of items) {
    open.length = Math.min(open.length, item.level)
    const branch: Branch = { item, children: [], reference: file.reserve() }
    const siblings = open.at(-1)?.children ?? trunk
    siblings.push(branch)
    open.push(branch)
  }
  return trunk
}

function writeBranches(
  file: PdfFile,
  branches: readonly Branch[],
  parent: Reference,
  destination: (place: PdfPlace) => string,
): void {
  branches.forEach(({ item, children, reference }, i) => {
    const [before, after] = [branches[i - 1], branches[i + 1]]
    const neighbours = [before && `/Prev ${before.reference}`, after && `/Next ${after.reference}`]
    // A negative count: closed until somebody opens it.
    const below =
      children.length === 0
        ? ''
        : `/First ${children[0]?.reference}/Last ${children.at(-1)?.reference}/Count -${children.length}`
    const where = `/Parent ${parent}${neighbours.filter(Boolean).join('')}${below}/Dest${destination(item)}`
    file.set(reference, `<</Title${textString(item.title)}${where}>>`)
    writeBranches(file, children, reference, destination)
  })
}
