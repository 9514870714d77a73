/**
 * Which values can work in a place. The rules themselves are asked, by trying each value on a copy: so a list in the
 * inspector and a problem can never disagree, and a new rule narrows the lists that it is about.
 */
import { fargateSizes, sizeOf, systemOf } from '../aws/facts/fargate-sizes'
import { parseCpu, parseMemory, vcpus } from '../aws/facts/task-size'
import { toText } from '../basics/convert'
import { removeAt, setAt } from '../basics/json'
import { own } from '../basics/own'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { type Graph, graphOf } from '../graph/graph'
import { launchTypesOf } from '../graph/runs'
import type { Problem } from './problem'
import { definitionAt } from './reading'
import { validate } from './validate'

export interface Offer {
  readonly value: string
  /** What else the value is called: `0.25 vCPU`. */
  readonly also?: string
  /** Why it can't work; absent for a value that can. */
  readonly problem?: Problem
}

/** Tries each value in a place. What is wrong with every one of them has nothing to do with the choice. */
export function offersAt(
  design: Design,
  id: string,
  pointer: string,
  values: readonly string[],
): readonly Offer[] {
  const tried = values.map((value) => {
    const { design: next } = edit(design, (draft) => {
      const spec = draft.elements[id]?.spec
      if (spec) setAt(spec, pointer, value)
    })
    return { value, errors: validate(next).filter(({ severity }) => severity === 'error') }
  })
  const everywhere = new Set(tried[0]?.errors.map(placeOf))
  for (const { errors } of tried) {
    const here = new Set(errors.map(placeOf))
    for (const key of everywhere) if (!here.has(key)) everywhere.delete(key)
  }
  return tried.map(({ value, errors }) => {
    const problem = errors.find((error) => !everywhere.has(placeOf(error)))
    const also = alsoCalled(pointer, value)
    return { value, ...(also === undefined ? {} : { also }), ...(problem ? { problem } : {}) }
  })
}

function placeOf({ rule, element, path }: Problem): string {
  return `${rule} ${element}${path}`
}

/** Values that AWS lists for a place although its member is a free text: the sizes of a Fargate task. */
export function suggestedValues(graph: Graph, id: string, pointer: string): readonly string[] | undefined {
  const spec = definitionAt(graph, id)
  if (!spec || !launchTypesOf(graph, id).has('FARGATE')) return undefined
  const system = systemOf(spec.runtimePlatform?.operatingSystemFamily)
  if (pointer === '/cpu') return fargateSizes.map(({ cpu }) => toText(cpu))
  if (pointer !== '/memory') return undefined
  const row = sizeOf(parseCpu(spec.cpu ?? '') ?? Number.NaN, system)
  const sizes = row ? [row] : fargateSizes
  return [...new Set(sizes.flatMap(({ memory }) => memory))].sort((a, b) => a - b).map(toText)
}

function alsoCalled(pointer: string, value: string): string | undefined {
  if (pointer === '/cpu') {
    const units = parseCpu(value)
    return units === undefined ? undefined : vcpus(units)
  }
  if (pointer !== '/memory') return undefined
  const mib = parseMemory(value)
  return mib === undefined ? undefined : `${mib / 1024} GB`
}

/** What is chosen after a member, from a list that the member narrows: it says nothing against the member's values. */
const CHOSEN_AFTER: Readonly<Record<string, string>> = { '/cpu': '/memory' }

/** The values to offer in a place: AWS's list for it, or the member's own choices. */
export function offersFor(
  design: Design,
  id: string,
  pointer: string,
  choices: readonly string[] | undefined,
): readonly Offer[] {
  const graph = graphOf(design)
  const values = suggestedValues(graph, id, pointer) ?? choices ?? []
  const after = definitionAt(graph, id) && own(CHOSEN_AFTER, pointer)
  if (after === undefined) return offersAt(design, id, pointer, values)
  const without = edit(design, (draft) => {
    const spec = draft.elements[id]?.spec
    if (spec) removeAt(spec, after)
  })
  return offersAt(without.design, id, pointer, values)
}

/** What narrows the list of a place: the CPU of a Fargate task, for its memory. In words: `0.25 vCPU`. */
export function narrowedBy(graph: Graph, id: string, pointer: string): string | undefined {
  const spec = definitionAt(graph, id)
  if (!spec || pointer !== '/memory' || !launchTypesOf(graph, id).has('FARGATE')) return undefined
  const cpu = parseCpu(spec.cpu ?? '')
  const size =
    cpu === undefined ? undefined : sizeOf(cpu, systemOf(spec.runtimePlatform?.operatingSystemFamily))
  return size && vcpus(size.cpu)
}
