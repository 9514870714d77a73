/** What every field of an element's form knows: the element, its problems, and how to change it. */
import { createContext, type ReactNode, use, useRef } from 'react'
import { setAt, valueAt } from '../../shared/basics/json'
import type { Design, Element } from '../../shared/design/design'
import type { DesignDraft } from '../../shared/design/edit'
import type { Kind } from '../../shared/elements/kind'
import { type Fault, viewOf } from '../../shared/elements/view'
import { type Graph, nameOf } from '../../shared/graph/graph'
import type { Problem } from '../../shared/rules/problem'
import { useApp, useGraph } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { clearAt, write } from './edits'
import { type Field, inSentence } from './form-model'

export interface FieldViewProps {
  readonly field: Field
  readonly pointer: string
}

export interface FormScope {
  readonly id: string
  readonly element: Element
  readonly kind: Kind
  /** Problems by JSON pointer. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>
  readonly faults: ReadonlyMap<string, Fault>
  /** Pointers of fields that show although they are neither set nor main. */
  readonly revealed: ReadonlySet<string>
  readonly reveal: (pointer: string) => void
  /** Opens the JSON at a pointer. */
  readonly showJson: (pointer: string) => void
  /** Draws any field: groups and lists hold fields that are groups and lists again. */
  readonly FieldView: (props: FieldViewProps) => ReactNode
}

export const FormScopeContext = createContext<FormScope | null>(null)

export function useFormScope(): FormScope {
  const scope = use(FormScopeContext)
  if (!scope) throw new Error('A field was rendered outside a form.')
  return scope
}

/** Problems of one element by the place they point at. */
export function problemsByPointer(problems: readonly Problem[]): ReadonlyMap<string, Problem[]> {
  const map = new Map<string, Problem[]>()
  for (const problem of problems) {
    const there = map.get(problem.path)
    if (there) there.push(problem)
    else map.set(problem.path, [problem])
  }
  return map
}

/** What has the wrong shape, by place. */
export function faultsByPointer(kind: Kind, spec: Element['spec']): ReadonlyMap<string, Fault> {
  return new Map(viewOf(kind, spec).faults.map((fault) => [fault.pointer, fault]))
}

export interface Binding {
  readonly value: unknown
  /** Changes it while somebody types: all of it is one undo step until `seal`. */
  readonly type: (value: unknown) => void
  /** Changes it at once, as a step of its own. */
  readonly set: (value: unknown) => void
  readonly seal: () => void
}

/**
 * What an emptied text becomes. `clear`: the member goes. `hold`: an item of a list stays until the field is left, or its
 * line would vanish under the cursor. `keep`: an empty text is a value, as in a label.
 */
export type WhenEmpty = 'clear' | 'hold' | 'keep'

/** One place of the spec. */
export function useBinding(field: Field, pointer: string, whenEmpty: WhenEmpty = 'clear'): Binding {
  const app = useApp()
  const { id, element } = useFormScope()
  const graph = useGraph()
  const label = t('inspector.step.change', { field: inSentence(field.label), name: nameOf(graph, id) })
  const mergeKey = `${id}${pointer}`
  // While its own name is being typed, the step keeps the name that the element had before.
  const begun = useRef<string>(undefined)
  const onSpec = (recipe: (spec: Element['spec']) => void) => (draft: DesignDraft) => {
    const spec = draft.elements[id]?.spec
    if (spec) recipe(spec)
  }
  const put = (next: unknown) =>
    onSpec((spec) => {
      const staysEmpty = whenEmpty !== 'clear' && (next === undefined || next === '')
      if (!staysEmpty) write(spec, pointer, next)
      else if (valueAt(spec, pointer) !== undefined) setAt(spec, pointer, '')
    })
  return {
    value: valueAt(element.spec, pointer),
    type: (next) => {
      begun.current ??= label
      app.edit(begun.current, put(next), { mergeKey })
    },
    set: (next) =>
      app.edit(
        label,
        onSpec((spec) => write(spec, pointer, next)),
      ),
    seal: () => {
      const now = valueAt(designOf(app.store.getState()).elements[id]?.spec, pointer)
      if (whenEmpty === 'hold' && now === '') {
        app.edit(
          label,
          onSpec((spec) => clearAt(spec, pointer)),
          { mergeKey },
        )
      }
      app.seal()
      begun.current = undefined
    },
  }
}

/** Adding to and taking from the spec, as named steps. */
export function useSpecEdits(): {
  readonly graph: Graph
  readonly add: (what: string, pointer: string, value: unknown) => void
  readonly remove: (what: string, pointer: string) => void
  readonly change: (what: string, recipe: (spec: Element['spec']) => void, mergeKey?: string) => void
  readonly design: (what: string, recipe: (design: Design) => (draft: DesignDraft) => void) => void
} {
  const app = useApp()
  const { id } = useFormScope()
  const graph = useGraph()
  const name = nameOf(graph, id)
  const onSpec = (recipe: (spec: Element['spec']) => void) => (draft: DesignDraft) => {
    const spec = draft.elements[id]?.spec
    if (spec) recipe(spec)
  }
  return {
    graph,
    add: (what, pointer, value) =>
      app.edit(
        t('inspector.step.add', { field: inSentence(what), name }),
        onSpec((spec) => write(spec, pointer, value)),
      ),
    remove: (what, pointer) =>
      app.edit(
        t('inspector.step.remove', { field: inSentence(what), name }),
        onSpec((spec) => clearAt(spec, pointer)),
      ),
    change: (what, recipe, mergeKey) =>
      app.edit(
        t('inspector.step.change', { field: inSentence(what), name }),
        onSpec(recipe),
        mergeKey === undefined ? {} : { mergeKey },
      ),
    design: (what, recipe) =>
      app.edit(
        t('inspector.step.change', { field: inSentence(what), name }),
        recipe(designOf(app.store.getState())),
      ),
  }
}
