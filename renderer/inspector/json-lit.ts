/** Lines of the editor that stand for what is under the pointer on the canvas. */
import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { TextRange } from './json-places'

export const setLit = StateEffect.define<readonly TextRange[]>()

const lit = Decoration.line({ class: 'cm-lit' })

export const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const effect = transaction.effects.find((one) => one.is(setLit))
    if (!effect) return before.map(transaction.changes)
    const { doc } = transaction.state
    const starts = (effect.value as readonly TextRange[]).map(
      ({ from }) => doc.lineAt(Math.min(from, doc.length)).from,
    )
    const lines = [...new Set(starts)].sort((a, b) => a - b)
    return Decoration.set(lines.map((start) => lit.range(start)))
  },
  provide: (field) => EditorView.decorations.from(field),
})
