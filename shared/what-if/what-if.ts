/**
 * What if it ran elsewhere? Switches services and tasks to another launch type on a copy, and says what would break
 * there, what mends it, and what somebody has to decide.
 */
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { graphOf } from '../graph/graph'
import { runOf } from '../graph/runs'
import { keyOf, mend } from '../rules/mend'
import type { Problem } from '../rules/problem'
import { validate } from '../rules/validate'
import { type SwitchTarget, switchLaunch } from './switch-launch'

export interface WhatIf {
  readonly target: SwitchTarget
  /** The services and standalone tasks that are switched; those that run there already are left out. */
  readonly runners: readonly string[]
  /** Other services and tasks that run the same task definitions, and stay as they are. */
  readonly alsoAffected: readonly string[]
  /** What would be wrong after the switch and is not now: errors first. */
  readonly breaks: readonly Problem[]
  /** What the switch itself mends: problems of today that would be gone. */
  readonly mends: readonly Problem[]
  /** The fixes of what would break, in the order in which they are applied. */
  readonly fixes: readonly Problem[]
  /** What no fix mends. */
  readonly left: readonly Problem[]
  /** Switched, with nothing mended. */
  readonly switched: Design
  /** Switched and mended: what accepting gives. */
  readonly design: Design
}

/** What switching some services and tasks, or all of them, does. */
export function whatIf(design: Design, target: SwitchTarget, scope?: readonly string[]): WhatIf {
  const runners = (scope ?? runnersOf(design)).filter((id) => runsElsewhere(design, id, target))
  const switched = edit(design, (draft) => {
    for (const id of runners) switchLaunch(draft, id, target)
  }).design
  const before = validate(design)
  const after = validate(switched)
  const known = new Set(before.map(keyOf))
  const still = new Set(after.map(keyOf))
  const isNew = (problem: Problem) => problem.severity !== 'advice' && !known.has(keyOf(problem))
  const mended = mend(switched, isNew)
  return {
    target,
    runners,
    alsoAffected: sharing(design, runners),
    breaks: after.filter(isNew),
    mends: before.filter((problem) => problem.severity !== 'advice' && !still.has(keyOf(problem))),
    fixes: mended.done,
    left: mended.left,
    switched,
    design: mended.design,
  }
}

/** Every service and standalone task. */
export function runnersOf(design: Design): readonly string[] {
  const { byKind } = graphOf(design)
  return [...(byKind.get('service') ?? []), ...(byKind.get('task') ?? [])]
}

function runsElsewhere(design: Design, id: string, target: SwitchTarget): boolean {
  return runOf(graphOf(design), id)?.launch !== target
}

function sharing(design: Design, runners: readonly string[]): readonly string[] {
  const graph = graphOf(design)
  const definitions = new Set(runners.map((id) => runOf(graph, id)?.taskDefinition))
  return runnersOf(design).filter((id) => {
    const definition = runOf(graph, id)?.taskDefinition
    return definition !== undefined && !runners.includes(id) && definitions.has(definition)
  })
}
