/** Draws a line with all that it brings: one pure function from a design and a connection to edits with reasons. */
import type { Design } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { meaningOf, sentence } from '../elements/meanings'
import { type Candidate, connect } from '../graph/connect'
import type { Connection } from '../graph/connection'
import { type Graph, graphOf, nameOf } from '../graph/graph'
import { say, type Text, term } from '../texts/text'
import type { Consequence } from './consequence'
import { consequenceMakers } from './registry'

export interface DrawnLine {
  /** “web forwards to orders”. */
  readonly title: Text
  /** The line itself first, then what follows from it, then what is only offered. */
  readonly parts: readonly Consequence[]
  /** The design with the line and all that is not only offered. */
  readonly design: Design
}

/** The id of the part that is the line itself. */
export const LINE = 'line'

/** Why a line can't be drawn. */
export interface Refused {
  readonly refused: Text
}

/**
 * What drawing a line does, or why it can't be drawn.
 * @param first what belongs to the line itself and comes before it: the element that it leads to, or the line instead of
 *   which it is drawn
 */
export function drawLine(
  design: Design,
  candidate: Candidate,
  row?: string,
  first?: (draft: DesignDraft) => void,
): DrawnLine | Refused {
  const before = graphOf(first ? edit(design, first).design : design)
  let refused: Text | undefined
  const line: Consequence = {
    id: LINE,
    title: describe(before, candidate),
    reason: say`This is the line itself: ${term(meaningOf(candidate.meaning).label)}.`,
    apply: (draft) => {
      first?.(draft)
      refused = connect(draft, candidate, row)
    },
  }
  let after = edit(design, line.apply).design
  if (refused !== undefined) return { refused }
  const needed: Consequence[] = [line]
  const offered: Consequence[] = []
  for (const maker of consequenceMakers) {
    for (const added of linesAdded(before, graphOf(after))) {
      if (!maker.meanings.includes(added.meaning)) continue
      for (const part of maker.follow({ graph: graphOf(after), line: added })) {
        if (part.offered) offered.push(part)
        else {
          const next = edit(after, part.apply).design
          // What is right already is no part of the change.
          if (next !== after) needed.push(part)
          after = next
        }
      }
    }
  }
  return { title: line.title, parts: [...needed, ...offered], design: after }
}

/** What a line would say, for the undo list, the chooser and the card. */
export function describe(graph: Graph, { from, to, meaning }: Candidate): Text {
  return sentence(nameOf(graph, from), meaning, nameOf(graph, to))
}

/** Makes the parts that are wanted, in their order, on the design as it was before the line. */
export function applyParts(
  draft: DesignDraft,
  parts: readonly Consequence[],
  wanted: ReadonlySet<string>,
): void {
  for (const part of parts) if (wanted.has(part.id)) part.apply(draft)
}

/** The parts that are made unless somebody says otherwise. */
export function neededParts(parts: readonly Consequence[]): ReadonlySet<string> {
  return new Set(parts.filter(({ offered }) => !offered).map(({ id }) => id))
}

/** Only elements whose lines are another list now are looked at: all others are as they were. */
function linesAdded(before: Graph, after: Graph): readonly Connection[] {
  const added: Connection[] = []
  for (const [id, lines] of after.outgoing) {
    const old = before.outgoing.get(id)
    if (old === lines) continue
    const isNew = (line: Connection) => !old?.some((one) => one.id === line.id && one.to === line.to)
    added.push(...lines.filter(isNew))
  }
  return added
}
