/** Changing the elements of a form: every change is a named step, made in all of them. */
import { useRef } from 'react'
import { setAt, valueAt } from '../../shared/basics/json'
import type { Design, Element } from '../../shared/design/design'
import type { DesignDraft } from '../../shared/design/edit'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { useApp } from '../app-context'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { clearAt, write } from './edits'
import { labelOf } from './field-words'
import { useFormScope } from './form-context'
import { type Field, inSentence } from './form-model'
import { MIXED, useSpecValue } from './spec-state'
import { flushTyping } from './typing'
import { useTyping } from './use-typing'

export interface Binding {
  /** What is set, or `MIXED`. */
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

/** One place of the spec, in every element of the form. */
export function useBinding(field: Field, pointer: string, whenEmpty: WhenEmpty = 'clear'): Binding {
  const app = useApp()
  const { ids } = useFormScope()
  // While its own name is being typed, the step keeps the name that the element had before.
  const begun = useRef<string>(undefined)
  const label = () => stepName(app, 'change', labelOf(field), ids)
  const mergeKey = `${ids.join()}${pointer}`
  const put = (next: unknown) =>
    onSpecs(ids, (spec) => {
      const staysEmpty = whenEmpty !== 'clear' && (next === undefined || next === '')
      if (!staysEmpty) write(spec, pointer, next)
      else if (valueAt(spec, pointer) !== undefined) setAt(spec, pointer, '')
    })
  const [value, type] = useTyping(mergeKey, useSpecValue(pointer), (next) => {
    begun.current ??= label()
    app.edit(begun.current, put(next), { mergeKey })
  })
  return {
    value,
    type,
    set: (next) => {
      flushTyping()
      app.edit(
        label(),
        onSpecs(ids, (spec) => write(spec, pointer, next)),
      )
    },
    seal: () => {
      flushTyping()
      const isEmpty = (id: string) =>
        valueAt(designOf(app.store.getState()).elements[id]?.spec, pointer) === ''
      if (whenEmpty === 'hold' && ids.some(isEmpty)) {
        app.edit(
          label(),
          onSpecs(ids, (spec) => clearAt(spec, pointer)),
          { mergeKey },
        )
      }
      app.seal()
      begun.current = undefined
    },
  }
}

export interface SpecEdits {
  readonly add: (what: string, pointer: string, value: unknown) => void
  readonly remove: (what: string, pointer: string) => void
  readonly change: (what: string, recipe: (spec: Element['spec']) => void, mergeKey?: string) => void
  /** A change that may reach beyond the spec, made for each element in turn. */
  readonly design: (
    what: string,
    recipe: (design: Design, id: string) => (draft: DesignDraft) => void,
  ) => void
}

/** Adding to and taking from the specs, as named steps. */
export function useSpecEdits(): SpecEdits {
  const app = useApp()
  const { ids } = useFormScope()
  const step = (verb: Verb, what: string, recipe: (draft: DesignDraft) => void, mergeKey?: string) => {
    flushTyping()
    app.edit(stepName(app, verb, what, ids), recipe, mergeKey === undefined ? {} : { mergeKey })
  }
  return {
    add: (what, pointer, value) =>
      step(
        'add',
        what,
        onSpecs(ids, (spec) => write(spec, pointer, value)),
      ),
    remove: (what, pointer) =>
      step(
        'remove',
        what,
        onSpecs(ids, (spec) => clearAt(spec, pointer)),
      ),
    change: (what, recipe, mergeKey) => step('change', what, onSpecs(ids, recipe), mergeKey),
    design: (what, recipe) => {
      flushTyping()
      const design = designOf(app.store.getState())
      const recipes = ids.map((id) => recipe(design, id))
      step('change', what, (draft) => {
        for (const one of recipes) one(draft)
      })
    },
  }
}

function onSpecs(ids: readonly string[], recipe: (spec: Element['spec']) => void) {
  return (draft: DesignDraft) => {
    for (const id of ids) {
      const spec = draft.elements[id]?.spec
      if (spec) recipe(spec)
    }
  }
}

type Verb = 'change' | 'add' | 'remove' | 'move'

/** What an undo step of the inspector is called. */
export function stepName(app: App, verb: Verb, what: string, ids: readonly string[]): string {
  const field = inSentence(what)
  if (ids.length > 1 && verb !== 'move') return t(`inspector.step.${verb}Many`, { field, count: ids.length })
  const name = nameOf(graphOf(designOf(app.store.getState())), ids[0] ?? '')
  return t(`inspector.step.${verb}`, { field, name })
}

/** The value of a place that is the same in all elements; undefined where they differ. */
export function agreed(value: unknown): unknown {
  return value === MIXED ? undefined : value
}
