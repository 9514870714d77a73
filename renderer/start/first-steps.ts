/** Three things to try on the canvas, and which of them somebody has done by doing them. */
import type { Design } from '../../shared/design/design'
import { service } from '../../shared/elements/service'
import { graphOf } from '../../shared/graph/graph'
import { frontsOf } from '../../shared/graph/traffic'

export const stepIds = ['service', 'connect', 'fix'] as const
export type StepId = (typeof stepIds)[number]

/** What of a design and its history tells how far somebody is. */
export interface Facts {
  readonly elements: number
  /** Something was changed since the design was opened or begun. */
  readonly edited: boolean
  readonly service: boolean
  /** A service is behind a load balancer. */
  readonly fronted: boolean
  readonly problems: number
}

export interface Progress {
  /** It began on an empty canvas; whoever opens a design has other things to do. */
  readonly begun: boolean
  readonly done: ReadonlySet<StepId>
  readonly last: Pick<Facts, 'elements' | 'problems'>
}

export const notBegun: Progress = { begun: false, done: new Set(), last: { elements: 0, problems: 0 } }

/** The facts about a design. */
export function factsOf(design: Design, edited: boolean, problems: number): Facts {
  const services = Object.keys(design.elements).filter((id) => design.elements[id]?.kind === service.kind)
  const graph = graphOf(design)
  return {
    elements: Object.keys(design.elements).length,
    edited,
    service: services.length > 0,
    fronted: services.some((id) => frontsOf(graph, id).length > 0),
    problems,
  }
}

/** How far somebody is after a change. A step that was done stays done until the next empty canvas. */
export function follow(before: Progress, facts: Facts): Progress {
  const last = { elements: facts.elements, problems: facts.problems }
  if (facts.elements === 0) {
    // What an undo or a deletion takes away was tried all the same.
    return facts.edited && before.begun ? { ...before, last } : { ...notBegun, begun: true }
  }
  if (!before.begun || !facts.edited) return { ...notBegun, last }
  const done = new Set(before.done)
  if (facts.service) done.add('service')
  if (facts.fronted) done.add('connect')
  // Deleting what is wrong mends nothing.
  if (facts.problems < before.last.problems && facts.elements >= before.last.elements) done.add('fix')
  return { begun: true, done, last }
}
