/** Three things to try on the canvas, and which of them somebody has done by doing them. */
import type { Design } from '../../shared/design/design'
import { service } from '../../shared/elements/service'
import { graphOf } from '../../shared/graph/graph'
import { frontsOf } from '../../shared/graph/traffic'
import type { Problem } from '../../shared/rules/problem'

export const stepIds = ['service', 'connect', 'fix'] as const
export type StepId = (typeof stepIds)[number]

/** What of a design and its history tells how far somebody is. */
export interface Facts {
  readonly elements: ReadonlySet<string>
  /** Something was changed since the design was opened or begun. */
  readonly edited: boolean
  readonly service: boolean
  /** A service is behind a load balancer. */
  readonly fronted: boolean
  /** By what is wrong, the element that it is wrong with. */
  readonly problems: ReadonlyMap<string, string>
}

export interface Progress {
  /** It began on an empty canvas; whoever opens a design has other things to do. */
  readonly begun: boolean
  readonly done: ReadonlySet<StepId>
  readonly last: Pick<Facts, 'elements' | 'problems'>
}

export const notBegun: Progress = {
  begun: false,
  done: new Set(),
  last: { elements: new Set(), problems: new Map() },
}

/** The facts about a design. */
export function factsOf(design: Design, edited: boolean, problems: readonly Problem[]): Facts {
  const services = Object.keys(design.elements).filter((id) => design.elements[id]?.kind === service.kind)
  const graph = graphOf(design)
  return {
    elements: new Set(Object.keys(design.elements)),
    edited,
    service: services.length > 0,
    fronted: services.some((id) => frontsOf(graph, id).length > 0),
    problems: new Map(problems.map(({ rule, element, path }) => [`${rule} ${element} ${path}`, element])),
  }
}

/** How far somebody is after a change. A step that was done stays done until the next empty canvas. */
export function follow(before: Progress, facts: Facts): Progress {
  const last = { elements: facts.elements, problems: facts.problems }
  if (facts.elements.size === 0) {
    // What an undo or a deletion takes away was tried all the same.
    return facts.edited && before.begun ? { ...before, last } : { ...notBegun, begun: true }
  }
  if (!before.begun || !facts.edited) return { ...notBegun, last }
  const done = new Set(before.done)
  if (facts.service) done.add('service')
  if (facts.fronted) done.add('connect')
  if (isMended(before.last, facts)) done.add('fix')
  return { begun: true, done, last }
}

/** A problem is gone, and what had it is still there: deleting that mends nothing. */
function isMended(before: Progress['last'], { problems, elements }: Facts): boolean {
  return [...before.problems].some(([problem, element]) => !problems.has(problem) && elements.has(element))
}
