/** The editor for a spec's JSON: CodeMirror with our colours, our problems and our words. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState, Transaction } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Field } from './form-model'
import { completionsAt } from './json-completion'
import { changeBetween } from './json-places'
import { editorTheme } from './json-theme'

export interface JsonEditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** Its accessible name. */
  readonly label: string
  /** What completion offers. */
  readonly fields: readonly Field[]
  /** The user changed the text. */
  readonly onChange: (text: string) => void
  readonly onCursor: (offset: number) => void
  readonly onBlur: () => void
}

export interface JsonEditor {
  readonly text: () => string
  /** Shows another text; the cursor stays where it is as far as that is possible. */
  readonly setText: (text: string) => void
  readonly setDiagnostics: (diagnostics: readonly Diagnostic[]) => void
  /** Puts the cursor there and brings it into view. */
  readonly goTo: (offset: number) => void
  readonly destroy: () => void
}

const highlighting = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--text)' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warning)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--muted)' },
])

/** Makes the editor in an element of the page. */
export function createJsonEditor(options: JsonEditorOptions): JsonEditor {
  const { parent, text, label, fields, onChange, onCursor, onBlur } = options
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        indentOnInput(),
        EditorView.lineWrapping,
        json(),
        syntaxHighlighting(highlighting),
        editorTheme,
        completion(fields),
        // Escape, then Tab, leaves the editor: CodeMirror lets the next Tab through after Escape.
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.cspNonce.of(nonceOfPage()),
        EditorView.updateListener.of((update) => {
          const byUser = update.transactions.some((tr) => tr.docChanged && !tr.annotation(Transaction.remote))
          if (byUser) onChange(update.state.doc.toString())
          if (update.docChanged || update.selectionSet) onCursor(update.state.selection.main.head)
          if (update.focusChanged && !update.view.hasFocus) onBlur()
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => {
      const change = changeBetween(view.state.doc.toString(), next)
      if (!change) return
      view.dispatch({
        changes: change,
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      })
    },
    setDiagnostics: (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics)),
    goTo: (offset) => {
      view.dispatch({
        selection: { anchor: offset },
        effects: EditorView.scrollIntoView(offset, { y: 'center' }),
      })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

function completion(fields: readonly Field[]) {
  return autocompletion({
    icons: false,
    filterStrict: true,
    override: [
      (context) => {
        const found = completionsAt(context.state.doc.toString(), context.pos, fields)
        if (!found) return null
        const typed = context.pos > found.from
        if (!typed && !context.explicit) return null
        return {
          from: found.from,
          to: found.to,
          options: found.options.map(({ insert, label, detail, info }) => ({
            // Compared with what was typed, which begins with a quotation mark.
            label: insert.replace(/: $/, ''),
            displayLabel: label,
            apply: insert,
            ...(detail === undefined ? {} : { detail }),
            ...(info === undefined ? {} : { info }),
          })),
        }
      },
    ],
  })
}

/** The page's style policy lets in only styles with the nonce of this load. */
function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
