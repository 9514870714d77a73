import './json-tab.css'
import { type RefObject, useEffect } from 'react'
import { fromPointer } from '../../shared/basics/json'
import type { Kind } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { useApp, useAppState } from '../app-context'
import { useGesture } from '../canvas/gesture'
import { PlaceTalk } from '../review/fields/field-talk'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { SeverityGlyph } from '../ui/severity-glyph'
import { helpOf } from './field-words'
import { fieldAt, fieldsOf } from './form-model'
import { rowAt } from './json-canvas'
import type { JsonEditor } from './json-editor'
import { rangesOf, referredAt } from './json-help'
import { pointerAt, rangeOf } from './json-places'
import { useWanted, wantedDone } from './reveal-field'
import { useElementPart } from './spec-state'
import { useJsonEditor } from './use-json-editor'

/** The spec as JSON. A change counts as soon as the text is an object again; until then the last good state stays. */
export function JsonTab({ id }: { readonly id: string }) {
  const kind = kindOf(useElementPart(id, (element) => element.kind) ?? '')
  const { parent, editor, wrong, cursor } = useJsonEditor(id, kind)
  useHoveredElement(id, editor)
  useSelectedRow(id, editor)
  useWantedPlace(id, editor)
  return (
    <div className="inspector-json" data-pointer={cursor}>
      <div ref={parent} className="inspector-json-text" />
      <footer className="inspector-json-foot" aria-live="polite">
        {wrong === undefined ? (
          <Place id={id} pointer={cursor} kind={kind} />
        ) : (
          <p className="inspector-json-wrong">
            <SeverityGlyph severity="error" named />
            <span>{wrong.text}</span>
          </p>
        )}
      </footer>
    </div>
  )
}

type Editor = RefObject<JsonEditor | undefined>

/** What is under the pointer on the canvas lights the lines that refer to it. */
function useHoveredElement(id: string, editor: Editor): void {
  const hovered = useGesture((gesture) => gesture.hovered)
  const spec = useElementPart(id, (element) => element.spec)
  useEffect(() => {
    const there = editor.current
    if (!there || !spec) return
    there.light(hovered === undefined || hovered === id ? [] : rangesOf(there.text(), spec, hovered))
  }, [editor, hovered, id, spec])
}

/** A row that is selected on the canvas is scrolled to, unless the cursor is in it: then it was selected from here. */
function useSelectedRow(id: string, editor: Editor): void {
  const app = useApp()
  const pointer = useAppState(({ selection }) =>
    selection.row?.element === id ? selection.row.pointer : undefined,
  )
  useEffect(() => {
    const there = editor.current
    if (!there || pointer === undefined) return
    const text = there.text()
    if (rowAt(app, id, pointerAt(text, there.cursor())) === pointer) return
    there.goTo(rangeOf(text, pointer).from, false)
  }, [app, editor, id, pointer])
}

function useWantedPlace(id: string, editor: Editor): void {
  const wanted = useWanted(id, 'json')
  useEffect(() => {
    const there = editor.current
    if (!there || !wanted) return
    there.goTo(rangeOf(there.text(), wanted.pointer ?? '').from, wanted.focus)
    wantedDone()
  }, [editor, wanted])
}

interface PlaceProps {
  readonly id: string
  readonly pointer: string
  readonly kind: Kind | undefined
}

/** Where the cursor is, what that member is for, and what it refers to. */
function Place({ id, pointer, kind }: PlaceProps) {
  const keys = fromPointer(pointer)
  const path = keys.length === 0 ? t('inspector.wholeSpec') : keys.join(' › ')
  const field = kind && fieldAt(fieldsOf(kind.spec), keys)
  const names = useAppState((state) => {
    const design = designOf(state)
    const referred = referredAt(design.elements[id]?.spec ?? {}, pointer)
    return referred.map((one) => nameOf(graphOf(design), one)).join(', ')
  })
  return (
    <>
      <div className="inspector-json-place">
        <p className="inspector-json-path">{path}</p>
        <PlaceTalk id={id} pointer={pointer} label={path} inTabOrder />
      </div>
      {names !== '' && <p>{t('inspector.jsonRefers', { names })}</p>}
      <p className="inspector-json-help">{(field && helpOf(field)) ?? t('inspector.jsonKeys')}</p>
    </>
  )
}
