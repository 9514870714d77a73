/**
 * Narrow views of the selected elements' specs: a field renders again only when what it shows has changed, however large
 * the design is.
 */
import { useRef } from 'react'
import { isObject, sameJson, valueAt } from '../../shared/basics/json'
import { memo } from '../../shared/basics/memo'
import type { Design, Element } from '../../shared/design/design'
import type { Kind } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { type Fault, viewOf } from '../../shared/elements/view'
import { graphOf, nameOf } from '../../shared/graph/graph'
import type { Problem } from '../../shared/rules/problem'
import { useAppState } from '../app-context'
import { judgedOf } from '../problems/judged'
import { type AppState, designOf } from '../store'
import { useFormScope } from './form-context'

/** The value of a place where the selected elements differ. */
export const MIXED: unique symbol = Symbol('mixed')

/** What the elements have at a place: the value that all of them share, or `MIXED`. */
export function sharedValue(design: Design, ids: readonly string[], pointer: string): unknown {
  const [first = '', ...rest] = ids
  const value = valueAt(design.elements[first]?.spec, pointer)
  const same = (id: string) => sameJson(valueAt(design.elements[id]?.spec, pointer), value)
  return rest.every(same) ? value : MIXED
}

/** A part of the state that is made anew each time; the component renders again only when it says something else. */
export function useAppStateAs<T>(select: (state: AppState) => T, same: (a: T, b: T) => boolean): T {
  const last = useRef<{ readonly value: T }>(undefined)
  return useAppState((state) => {
    const value = select(state)
    if (last.current && same(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  })
}

/** Lists with the same items. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** The value at a place of the form. */
export function useSpecValue(pointer: string): unknown {
  const { ids } = useFormScope()
  return useAppState((state) => sharedValue(designOf(state), ids, pointer))
}

/** Something worked out from the value at a place; it renders only when that changes. */
export function useOfValue<T extends string | number | boolean | undefined>(
  pointer: string,
  pick: (value: unknown) => T,
): T {
  const { ids } = useFormScope()
  return useAppState((state) => pick(sharedValue(designOf(state), ids, pointer)))
}

/** The names that an object has in any of the elements, as an object of them. */
export function useMembers(pointer: string): Readonly<Record<string, unknown>> {
  const { ids } = useFormScope()
  return useAppStateAs(
    (state) => membersAt(designOf(state), ids, pointer),
    (a, b) => sameItems(Object.keys(a), Object.keys(b)),
  )
}

function membersAt(design: Design, ids: readonly string[], pointer: string): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  for (const id of ids) {
    const value = valueAt(design.elements[id]?.spec, pointer)
    if (isObject(value)) for (const key of Object.keys(value)) members[key] = true
  }
  return members
}

const byElement = memo((problems: readonly Problem[]) => {
  const found = new Map<string, Problem[]>()
  for (const problem of problems) {
    const there = found.get(problem.element)
    if (there) there.push(problem)
    else found.set(problem.element, [problem])
  }
  return found
})

const NO_PROBLEMS: readonly Problem[] = []

/** The open problems of one element. */
export function problemsOf(design: Design, id: string): readonly Problem[] {
  return byElement(judgedOf(design).open).get(id) ?? NO_PROBLEMS
}

/** What is wrong is said at its field; advice stands together. */
export function isWrong({ severity }: Problem): boolean {
  return severity !== 'advice'
}

/** What is wrong at some places. */
export function useProblemsAt(pointers: readonly string[]): readonly Problem[] {
  const { ids } = useFormScope()
  return useAppStateAs(
    (state) =>
      ids.flatMap((id) =>
        problemsOf(designOf(state), id).filter(
          (problem) => isWrong(problem) && pointers.includes(problem.path),
        ),
      ),
    sameItems,
  )
}

/** Places at which something is wrong. */
export function useWrongPlaces(ids: readonly string[]): readonly string[] {
  return useAppStateAs(
    (state) => [
      ...new Set(
        ids.flatMap((id) =>
          problemsOf(designOf(state), id)
            .filter(isWrong)
            .map((problem) => problem.path),
        ),
      ),
    ],
    sameItems,
  )
}

const faultsIn = memo((kind: Kind) =>
  memo((spec: Readonly<Record<string, unknown>>) => {
    const { faults } = viewOf(kind, spec)
    return new Map(faults.map((fault) => [fault.pointer, fault]))
  }),
)

/** What has the wrong shape at one of these places. */
export function useFaultAt(pointers: readonly string[]): Fault | undefined {
  const { id } = useFormScope()
  return useAppStateAs(
    (state) => {
      const element = designOf(state).elements[id]
      const kind = element && kindOf(element.kind)
      const faults = kind && faultsIn(kind)(element.spec)
      return pointers.map((pointer) => faults?.get(pointer)).find(Boolean)
    },
    (a, b) => a?.pointer === b?.pointer && a?.expected === b?.expected && a?.actual === b?.actual,
  )
}

/** A part of an element beside its spec. */
export function useElementPart<T>(id: string, pick: (element: Element) => T): T | undefined {
  return useAppState((state) => {
    const element = designOf(state).elements[id]
    return element && pick(element)
  })
}

/** What people call an element. */
export function useName(id: string): string {
  return useAppState((state) => nameOf(graphOf(designOf(state)), id))
}
