/** What the pure core costs: from the text of a design to its problems, and from one edit to the next picture. */

import type { Design } from '../../../shared/design/design'
import { edit } from '../../../shared/design/edit'
import { parseDesign, serialize } from '../../../shared/design/serialize'
import { graphOf } from '../../../shared/graph/graph'
import { compareDesigns } from '../../../shared/review/compare/comparison'
import { validate, validateOnce } from '../../../shared/rules/validate'
import { english } from '../../../shared/texts/text'
import { generate } from './generate'
import { median } from './measure'

export interface Row {
  readonly stage: string
  /** Milliseconds, or times as much; absent where it is not measured at this size. */
  readonly time?: number
  /** What it must stay under at this size. */
  readonly target?: number
  readonly unit?: '×' | '%'
}

/** Measures every stage for a design of that many elements. */
export async function measureCore(size: number): Promise<readonly Row[]> {
  const text = serialize(generate(size))
  // Whatever is remembered hangs on the design's objects, so a design that was just read starts cold.
  const cold = () => read(text)
  const derived = () => {
    const design = cold()
    graphOf(design)
    return design
  }
  const warm = derived()
  validate(warm)
  const change = editor(warm)
  return [
    { stage: 'parse', time: await median(() => text, read) },
    { stage: 'derive (graph)', time: await median(cold, graphOf) },
    { stage: 'validate, once (command line)', time: await median(derived, validateOnce), target: 100 },
    { stage: 'validate, first time in the editor', time: await median(derived, validate), target: 100 },
    { stage: 'edit one element + derive + validate', time: await median(change, (run) => run()), target: 8 },
    { stage: 'serialise', time: await median(cold, serialize) },
    { stage: 'compare two files, problems too', time: await median(pair(text), compared), target: 300 },
  ]
}

/** Two files of a design; in the second one every service runs more tasks. */
function pair(text: string): () => readonly [Design, Design] {
  const more = text.replaceAll(/"desiredCount": \d+/g, '"desiredCount": 7')
  return () => [read(text), read(more)]
}

function compared([before, after]: readonly [Design, Design]): unknown {
  return compareDesigns(before, after).problems
}

function read(text: string): Design {
  const design = parseDesign(text)
  if (!design.ok) throw new Error(english(design.error.what))
  return design.value
}

/** Hands out one edit after the other, each on the design that the one before left. */
function editor(start: Design): () => () => unknown {
  const ids = Object.keys(start.elements).filter((id) => start.elements[id]?.kind === 'task-definition')
  let design = start
  let n = 0
  return () => () => {
    const id = ids[n++ % ids.length] ?? ''
    design = edit(design, (draft) => {
      const element = draft.elements[id]
      if (element) element.spec.memory = String(1024 + n)
    }).design
    return validate(design)
  }
}
