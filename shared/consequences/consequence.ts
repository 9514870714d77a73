/**
 * What a line brings with it. AWS documents that a connection needs more than the reference that says it: the target
 * group's type must fit the network mode, a file system wants port 2049 open, a queue wants a permission. A maker looks
 * at the design after a line was drawn and says what is still missing, each part with its reason.
 */
import type { DesignDraft } from '../design/edit'
import type { Connection } from '../graph/connection'
import type { Graph } from '../graph/graph'
import type { Text } from '../texts/text'

/** One part of what a line changes; people can take it back alone. */
export interface Consequence {
  /** Stays the same for the same part of the same line. */
  readonly id: string
  /** Imperative and concrete: “Set the target type of “web-targets” to ip”. */
  readonly title: Text
  /** Why AWS wants it so, in one sentence. */
  readonly reason: Text
  /** AWS's page about it. */
  readonly source?: string
  /** Only proposed: good practice that the line does not need. */
  readonly offered?: true
  /** Changes nothing where its work is done already. */
  readonly apply: (draft: DesignDraft) => void
}

export interface Drawn {
  /** The design with the new line, and with what came before this part. */
  readonly graph: Graph
  /** A line that was not there before. */
  readonly line: Connection
}

export interface ConsequenceMaker {
  /** The meanings of lines that it follows. */
  readonly meanings: readonly string[]
  readonly follow: (drawn: Drawn) => readonly Consequence[]
}

/** Checks a maker's declaration against the contract. */
export function defineConsequences(maker: ConsequenceMaker): ConsequenceMaker {
  return maker
}
