import type { Diagnostic } from '@codemirror/lint'
import { useEffect, useRef, useState } from 'react'
import { fromPointer, isObject } from '../../shared/basics/json'
import type { Spec } from '../../shared/design/design'
import { parseJson } from '../../shared/design/serialize'
import type { Kind } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { nameOf } from '../../shared/graph/graph'
import type { Problem } from '../../shared/rules/problem'
import { useApp, useDesign, useGraph, useProblems } from '../app-context'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { SeverityGlyph } from '../ui/severity-glyph'
import { reuse } from './edits'
import { fieldAt, fieldsOf } from './form-model'
import { createJsonEditor, type JsonEditor } from './json-editor'
import { pointerAt, rangeOf } from './json-places'

interface Props {
  readonly id: string
  /** JSON pointer to begin at. */
  readonly at: string
}

/** The spec as JSON. A change counts as soon as the text is an object again; until then the last good state stays. */
export function JsonTab({ id, at }: Props) {
  const app = useApp()
  const graph = useGraph()
  const problems = useProblems()
  const element = useDesign().elements[id]
  const name = nameOf(graph, id)
  const kind = element && kindOf(element.kind)
  const spec = element?.spec
  const parent = useRef<HTMLDivElement>(null)
  const editor = useRef<JsonEditor>(undefined)
  const [wrong, setWrong] = useState<string>()
  const [cursor, setCursor] = useState('')
  // The editor lives longer than a rendering, so it calls whatever the last one says.
  const latest = useRef({ name, change: (_text: string) => {} })
  latest.current = { name, change: (text) => setWrong(apply(app, id, name, text)) }

  useEffect(() => {
    if (!parent.current) return
    const made = createJsonEditor({
      parent: parent.current,
      text: '',
      label: t('inspector.jsonLabel', { name: latest.current.name }),
      fields: kind ? fieldsOf(kind.spec) : [],
      onChange: (text) => latest.current.change(text),
      onCursor: (offset) => setCursor(pointerAt(made.text(), offset)),
      onBlur: app.seal,
    })
    editor.current = made
    return () => made.destroy()
  }, [app, kind])

  useEffect(() => {
    if (!editor.current || !spec || says(editor.current.text(), spec)) return
    editor.current.setText(JSON.stringify(spec, null, 2))
    setWrong(undefined)
  }, [spec])

  useEffect(() => {
    if (!editor.current) return
    const own = problems.filter((problem) => problem.element === id)
    editor.current.setDiagnostics(diagnosticsOf(app, own, editor.current.text()))
  }, [app, problems, id])

  useEffect(() => {
    if (at !== '' && editor.current) editor.current.goTo(rangeOf(editor.current.text(), at).from)
  }, [at])

  return (
    <div className="inspector-json">
      <div ref={parent} className="inspector-json-text" />
      <footer className="inspector-json-foot" aria-live="polite">
        {wrong === undefined ? (
          <Place pointer={cursor} kind={kind} />
        ) : (
          <p className="inspector-json-wrong">
            <SeverityGlyph severity="error" named />
            <span>{wrong}</span>
          </p>
        )}
      </footer>
    </div>
  )
}

/** Writes the text into the design; what is wrong with it, if it can't be. */
function apply(app: App, id: string, name: string, text: string): string | undefined {
  const parsed = parseJson(text)
  if (!parsed.ok) {
    const { line = 1, column = 1, what, mend } = parsed.error
    return `${t('inspector.jsonPlace', { line, column })}: ${what} ${mend} ${t('inspector.jsonStays')}`
  }
  const { value } = parsed
  if (!isObject(value)) return t('inspector.jsonNotObject')
  const spec = reuse(designOf(app.store.getState()).elements[id]?.spec, value) as Spec
  app.edit(
    t('inspector.step.json', { name }),
    (draft) => {
      const element = draft.elements[id]
      if (element) element.spec = spec
    },
    { mergeKey: `${id}#json` },
  )
  return undefined
}

/** Does the text mean this spec already, however it is laid out? */
function says(text: string, spec: object): boolean {
  const parsed = parseJson(text)
  return parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(spec)
}

const SEVERITIES = { error: 'error', warning: 'warning', advice: 'info' } as const

function diagnosticsOf(app: App, problems: readonly Problem[], text: string): Diagnostic[] {
  return problems
    .map(({ path, severity, message, rule, fix }) => ({
      ...rangeOf(text, path),
      severity: SEVERITIES[severity],
      message,
      source: rule,
      ...(fix ? { actions: [{ name: fix.title, apply: () => app.edit(fix.title, fix.apply) }] } : {}),
    }))
    .sort((a, b) => a.from - b.from)
}

/** Where the cursor is, and what that member is for. */
function Place({ pointer, kind }: { readonly pointer: string; readonly kind: Kind | undefined }) {
  const keys = fromPointer(pointer)
  const field = kind && fieldAt(fieldsOf(kind.spec), keys)
  return (
    <>
      <p className="inspector-json-path">{keys.length === 0 ? t('inspector.wholeSpec') : keys.join(' › ')}</p>
      <p className="inspector-json-help">{field?.help ?? t('inspector.jsonKeys')}</p>
    </>
  )
}
