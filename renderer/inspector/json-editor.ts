/** The editor for a spec's JSON: CodeMirror with our colours, our problems and our words. */
import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState, Transaction } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Completions } from './json-completion'
import { litLines, setLit } from './json-lit'
import { changeBetween, type TextRange } from './json-places'
import { setTalk, type Talk, talkGutter } from './json-talk'
import { editorTheme } from './json-theme'

export interface JsonEditorOptions {
  readonly parent: HTMLElement
  /** Its accessible name. */
  readonly label: string
  readonly complete: (text: string, offset: number) => Completions | undefined
  /** What is shown about the member under the pointer. */
  readonly explain: (text: string, offset: number) => Explanation | undefined
  /** The user changed the text. */
  readonly onChange: (text: string) => void
  /** The user put the cursor somewhere. */
  readonly onCursor: (offset: number) => void
  readonly onBlur: () => void
  /** The sign of a line for comments was pressed; the offset is in the name or value that the line begins with. */
  readonly onTalk: (offset: number) => void
  /**
   * Undoes or redoes a change of the design; false while the text is broken: then what was typed since is undone, which
   * the design never had.
   */
  readonly travel: (direction: 'undo' | 'redo') => boolean
}

export interface Explanation extends TextRange {
  readonly title: string
  readonly lines: readonly string[]
}

export interface JsonEditor {
  readonly text: () => string
  /** Shows another text; the cursor stays where it is as far as that is possible. */
  readonly setText: (text: string) => void
  readonly setDiagnostics: (diagnostics: readonly Diagnostic[]) => void
  /** Marks the lines of these ranges: what is under the pointer on the canvas stands there. */
  readonly light: (ranges: readonly TextRange[]) => void
  /** Shows at which places how many threads are open. */
  readonly setTalk: (talk: readonly Talk[]) => void
  readonly cursor: () => number
  /** Puts the cursor there and brings it into view. */
  readonly goTo: (offset: number, focus: boolean) => void
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
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ extensions: extensions(options) }),
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
    light: (ranges) => view.dispatch({ effects: setLit.of(ranges) }),
    setTalk: (talk) => view.dispatch({ effects: setTalk.of(talk) }),
    cursor: () => view.state.selection.main.head,
    goTo: (offset, focus) => {
      view.dispatch({
        selection: { anchor: offset },
        effects: EditorView.scrollIntoView(offset, { y: 'center' }),
        annotations: Transaction.remote.of(true),
      })
      if (focus) view.focus()
    },
    destroy: () => view.destroy(),
  }
}

function extensions(options: JsonEditorOptions) {
  const { label, complete, explain, onChange, onCursor, onBlur, onTalk, travel } = options
  return [
    talkGutter(onTalk),
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    litLines,
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    EditorView.lineWrapping,
    json(),
    syntaxHighlighting(highlighting),
    editorTheme,
    autocompletion({ icons: false, filterStrict: true, override: [sourceOf(complete)] }),
    hoverTooltip(
      (view, offset) =>
        completionStatus(view.state) === null ? tooltipOf(explain(view.state.doc.toString(), offset)) : null,
      { hideOnChange: true },
    ),
    // Escape, then Tab, leaves the editor: CodeMirror lets the next Tab through after Escape.
    keymap.of([
      { key: 'Mod-z', run: (view) => travel('undo') || undo(view), preventDefault: true },
      { key: 'Mod-y', run: (view) => travel('redo') || redo(view), preventDefault: true },
      { key: 'Mod-Shift-z', run: (view) => travel('redo') || redo(view), preventDefault: true },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.cspNonce.of(nonceOfPage()),
    EditorView.updateListener.of((update) => {
      const byUser = !update.transactions.some((tr) => tr.annotation(Transaction.remote))
      if (update.docChanged && byUser) onChange(update.state.doc.toString())
      if ((update.docChanged || update.selectionSet) && byUser) onCursor(update.state.selection.main.head)
      if (update.focusChanged && !update.view.hasFocus) onBlur()
    }),
  ]
}

function sourceOf(complete: JsonEditorOptions['complete']): CompletionSource {
  return (context) => {
    const found = complete(context.state.doc.toString(), context.pos)
    if (!found) return null
    const typed = context.pos > found.from
    if (!typed && !context.explicit) return null
    return {
      from: found.from,
      to: found.to,
      // Asked for with its key, the list has all that can stand there instead of what does.
      filter: !context.explicit,
      options: found.options.map(({ insert, label, detail, info }) => ({
        // Compared with what was typed, which begins with a quotation mark.
        label: insert.replace(/: $/, ''),
        displayLabel: label,
        apply: insert,
        ...(detail === undefined ? {} : { detail }),
        ...(info === undefined ? {} : { info }),
      })),
    }
  }
}

function tooltipOf(explanation: Explanation | undefined) {
  if (!explanation) return null
  const { from, to, title, lines } = explanation
  return {
    pos: from,
    end: to,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'inspector-json-hover'
      const heading = document.createElement('strong')
      heading.textContent = title
      dom.append(heading, ...lines.map(paragraph))
      return { dom }
    },
  }
}

function paragraph(text: string): HTMLElement {
  const p = document.createElement('p')
  p.textContent = text
  return p
}

/** The page's style policy lets in only styles with the nonce of this load. */
function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
