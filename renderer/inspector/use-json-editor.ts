import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Kind } from '../../shared/elements/kind'
import { useApp, useAppState } from '../app-context'
import { talkAbout } from '../review/fields/talk-about'
import { pinOfField, threadsByField } from '../review/fields/threads-at'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { fieldsOf } from './form-model'
import { applyJson, says, type Wrong } from './json-apply'
import { lightReferred, referablesAt, selectRowAt, unlight } from './json-canvas'
import { completionsAt } from './json-completion'
import { diagnosticsOf } from './json-diagnostics'
import { createJsonEditor, type JsonEditor } from './json-editor'
import { helpAt } from './json-help'
import { pointerAt, rangeOf } from './json-places'
import { problemsOf, sameItems, useAppStateAs, useElementPart, useName } from './spec-state'
import { flushTyping, writeSoon } from './typing'

/** After a pause of this many milliseconds the next change is an undo step of its own. */
const PAUSE = 700

export interface JsonView {
  readonly parent: RefObject<HTMLDivElement | null>
  readonly editor: RefObject<JsonEditor | undefined>
  /** Why the text is not in effect. */
  readonly wrong: Wrong | undefined
  /** JSON pointer of the place that the cursor is in. */
  readonly cursor: string
}

/** The editor of an element's JSON, kept the same as its spec in both directions. */
export function useJsonEditor(id: string, kind: Kind | undefined): JsonView {
  const app = useApp()
  const spec = useElementPart(id, (element) => element.spec)
  const problems = useAppStateAs((state) => problemsOf(designOf(state), id), sameItems)
  const parent = useRef<HTMLDivElement>(null)
  const editor = useRef<JsonEditor>(undefined)
  const [wrong, setWrong] = useState<Wrong>()
  const [cursor, setCursor] = useState('')
  // The editor lives longer than a rendering, so it asks for what the last one says.
  const latest = useRef({ name: '', broken: false })
  latest.current = { name: useName(id), broken: wrong !== undefined }
  // What the editor itself has written must not come back over what was typed since.
  const written = useRef<object>(undefined)

  useEffect(() => {
    if (!parent.current) return
    const made = editorOf(app, id, kind, parent.current, {
      name: latest.current.name,
      isBroken: () => latest.current.broken,
      onCursor: setCursor,
      onTalk: (pointer) => talkAbout(app, pinOfField(id, pointer)),
      write: (text) => {
        setWrong(applyJson(app, id, text))
        written.current = designOf(app.store.getState()).elements[id]?.spec
      },
    })
    editor.current = made
    return () => {
      flushTyping()
      unlight()
      made.destroy()
    }
  }, [app, id, kind])

  useEffect(() => {
    if (!editor.current || !spec || spec === written.current || says(editor.current.text(), spec)) return
    editor.current.setText(JSON.stringify(spec, null, 2))
    setWrong(undefined)
  }, [spec])

  useEffect(() => {
    if (!editor.current) return
    editor.current.setDiagnostics(diagnosticsOf(app, problems, editor.current.text(), wrong))
  }, [app, problems, wrong])

  useTalk(id, editor, spec)

  return { parent, editor, wrong, cursor }
}

/** The lines that threads are about show so. */
function useTalk(id: string, editor: RefObject<JsonEditor | undefined>, spec: object | undefined): void {
  const fields = useAppState((state) => threadsByField(designOf(state), id))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another spec has its members in other places.
  useEffect(() => {
    const there = editor.current
    const text = there?.text() ?? ''
    const talk = [...fields].map(([pointer, { length }]) => ({
      from: rangeOf(text, pointer).from,
      count: length,
    }))
    there?.setTalk(talk)
  }, [editor, fields, spec])
}

interface Wiring {
  readonly name: string
  readonly isBroken: () => boolean
  readonly onCursor: (pointer: string) => void
  readonly onTalk: (pointer: string) => void
  readonly write: (text: string) => void
}

function editorOf(
  app: App,
  id: string,
  kind: Kind | undefined,
  parent: HTMLElement,
  wiring: Wiring,
): JsonEditor {
  const fields = kind ? fieldsOf(kind.spec) : []
  let pause: ReturnType<typeof setTimeout> | undefined
  const made = createJsonEditor({
    parent,
    label: t('inspector.jsonLabel', { name: wiring.name }),
    complete: (text, offset) =>
      completionsAt(text, offset, fields, (pointer) => (kind ? referablesAt(app, kind, pointer, id) : [])),
    explain: (text, offset) => helpAt(text, offset, fields),
    onChange: () => {
      writeSoon(`${id}#json`, () => wiring.write(made.text()))
      clearTimeout(pause)
      pause = setTimeout(() => {
        flushTyping()
        app.seal()
      }, PAUSE)
    },
    onCursor: (offset) => {
      const pointer = pointerAt(made.text(), offset)
      wiring.onCursor(pointer)
      lightReferred(app, id, pointer)
      selectRowAt(app, id, pointer)
    },
    onTalk: (offset) => wiring.onTalk(pointerAt(made.text(), offset)),
    onBlur: () => {
      flushTyping()
      app.seal()
      unlight()
    },
    travel: (direction) => {
      flushTyping()
      if (wiring.isBroken()) return false
      app[direction]()
      return true
    },
  })
  return made
}
