import { useStore, ViewportPortal } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { setAt, valueAt } from '../../shared/basics/json'
import type { Element } from '../../shared/design/design'
import { displayName, kindOf } from '../../shared/elements/kinds'
import type { TextMark } from '../../shared/figures/mark'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { useApp, useDesign } from '../app-context'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { isComposing } from '../ui/is-composing'
import { focusCanvas } from './camera'
import { gestures, useGesture } from './gesture'

/** Begins renaming an element where its name stands. */
export function rename(id: string): void {
  gestures.setState({ renaming: id })
}

/** The field over the name of the element that is being renamed. */
export function RenameLayer({ scene }: { readonly scene: Scene }) {
  const id = useGesture((g) => g.renaming)
  const design = useDesign()
  const item = id === undefined ? undefined : scene.byId.get(id)
  const element = id === undefined ? undefined : design.elements[id]
  if (!item || !element) return null
  return (
    <ViewportPortal>
      <NameField key={item.id} item={item} element={element} />
    </ViewportPortal>
  )
}

/** Left of the text, so that it stands where the name stood. */
const PADDING = 5
const HEIGHT = 24
/** Below that zoom the field grows against it, to stay readable. */
const READABLE = 0.8

function NameField({ item, element }: { readonly item: SceneItem; readonly element: Element }) {
  const app = useApp()
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState(false)
  const zoom = useStore((flow) => flow.transform[2])
  const title = titleOf(item)
  const scale = Math.max(1, READABLE / zoom)
  useEffect(() => field.current?.select(), [])
  const end = () => {
    if (gestures.getState().renaming !== item.id) return
    gestures.setState({ renaming: undefined })
    focusCanvas()
  }
  const commit = (leaves: boolean) => {
    // After Escape the field loses the focus, too.
    if (gestures.getState().renaming !== item.id) return
    const text = field.current?.value.trim() ?? ''
    if (text === '' && !leaves) {
      setRefused(true)
      return
    }
    if (text !== '') giveName(app, item.id, text)
    end()
  }
  return (
    <div
      className="rename nopan"
      style={{
        transform: `translate(${item.rect.x + title.x - PADDING}px, ${item.rect.y + title.y - HEIGHT + 7}px) scale(${scale})`,
      }}
    >
      <input
        ref={field}
        className="rename-field"
        aria-label={t('canvas.rename')}
        aria-invalid={refused}
        aria-describedby={refused ? 'rename-refused' : undefined}
        defaultValue={displayName(item.id, element)}
        spellCheck={false}
        style={{ width: Math.max(120, item.rect.width - title.x - 4), height: HEIGHT, fontSize: title.size }}
        onChange={() => setRefused(false)}
        onBlur={() => commit(true)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.code === 'Enter' || event.code === 'NumpadEnter') commit(false)
          else if (event.code === 'Escape') end()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {refused && (
        <p id="rename-refused" className="rename-refused" role="alert">
          {t('canvas.nameEmpty')}
        </p>
      )}
    </div>
  )
}

/** The first text of a figure is its name. */
function titleOf({ figure }: SceneItem): Pick<TextMark, 'x' | 'y' | 'size'> {
  return figure.marks.find((mark) => mark.mark === 'text') ?? { x: 12, y: 20, size: 13 }
}

/** Writes a name where the kind keeps it: in its spec, or as the label in this design. */
export function giveName(app: App, id: string, name: string): void {
  const element = designOf(app.store.getState()).elements[id]
  const pointer = kindOf(element?.kind ?? '')?.name
  const now = pointer === undefined ? element?.label : valueAt(element?.spec, pointer)
  if (!element || now === name || displayName(id, element) === name) return
  app.seal()
  app.edit(t('steps.rename'), (draft) => {
    const target = draft.elements[id]
    if (!target) return
    if (pointer === undefined) target.label = name
    else setAt(target.spec, pointer, name)
  })
}

/** Is a point of the canvas on the name of an element? */
export function isOnName(item: SceneItem, point: { readonly x: number; readonly y: number }): boolean {
  const { x, y, size } = titleOf(item)
  const across = point.x - item.rect.x
  const down = point.y - item.rect.y
  const bar = Math.min(item.rect.width - 8, x + 200)
  return across >= x - 4 && across <= bar && down >= y - size - 4 && down <= y + 8
}
