import './change-card.css'
import { useStoreApi } from '@xyflow/react'
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Consequence } from '../../shared/consequences/consequence'
import { LINE } from '../../shared/consequences/draw-line'
import { useApp, useAppState, useDesign } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, ExternalIcon, UndoIcon } from '../ui/icons'
import { focusCanvas } from './camera'
import { togglePart } from './change'
import { type Change, isShown } from './change-state'
import { type Place, placeFor } from './corner'
import { sceneOfApp } from './scene-of-app'

/** What the line that was just drawn changed, part by part; gone with the next edit. */
export function ChangeCard() {
  const change = useAppState((state) => state.change)
  const design = useDesign()
  return isShown(change, design) ? <Card key={change.key} change={change} /> : null
}

function Card({ change }: { readonly change: Change }) {
  const app = useApp()
  const ref = useRef<HTMLElement>(null)
  const place = usePlace(ref, change.ends)
  useFocusBack(ref)
  const needed = change.parts.filter(({ id, offered }) => id !== LINE && !offered)
  const offered = change.parts.filter((part) => part.offered)
  return (
    <section
      ref={ref}
      className="change-card"
      data-corner={place?.corner ?? 'top-right'}
      style={place && { maxHeight: place.height }}
      aria-label={t('change.title')}
      data-testid="change-card"
    >
      <header className="change-head">
        <h2>{change.title}</h2>
        <IconButton
          icon={<CloseIcon size={14} />}
          label={t('change.close')}
          onPress={() => app.patch({ change: undefined })}
        />
      </header>
      <div className="change-body">
        {needed.length > 0 && <Parts title={t('change.needed')} parts={needed} change={change} />}
        {offered.length > 0 && <Parts title={t('change.offered')} parts={offered} change={change} />}
      </div>
      <footer className="change-foot">
        <Button size="small" icon={<UndoIcon size={14} />} onPress={() => togglePart(app, change, LINE)}>
          {t('change.undo')}
        </Button>
      </footer>
    </section>
  )
}

/** As the style sheet has it. */
const GAP = 12

/** Chosen once: a card that jumps about while the canvas is moved would be worse than one in the way. */
function usePlace(ref: React.RefObject<HTMLElement | null>, ends: readonly string[]) {
  const app = useApp()
  const flow = useStoreApi()
  const [place, setPlace] = useState<Place>()
  const choose = useEffectEvent((card: HTMLElement) => {
    const { transform, width, height } = flow.getState()
    const [x, y, zoom] = transform
    const { byId } = sceneOfApp(app)
    const free = ends.flatMap((id) => {
      const rect = byId.get(id)?.rect
      if (!rect) return []
      const size = { width: rect.width * zoom, height: rect.height * zoom }
      return { x: rect.x * zoom + x, y: rect.y * zoom + y, ...size }
    })
    const size = { width: card.offsetWidth, height: card.offsetHeight }
    setPlace(placeFor(size, { width, height }, GAP, free))
  })
  useLayoutEffect(() => {
    if (ref.current) choose(ref.current)
  }, [ref])
  return place
}

/** When it goes with the focus in it, the canvas has the keyboard again. */
function useFocusBack(ref: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const card = ref.current
    return () => {
      if (!card?.contains(document.activeElement)) return
      requestAnimationFrame(focusCanvas)
    }
  }, [ref])
}

interface PartsProps {
  readonly title: string
  readonly parts: readonly Consequence[]
  readonly change: Change
}

function Parts({ title, parts, change }: PartsProps) {
  const app = useApp()
  return (
    <>
      <h3 className="change-group">{title}</h3>
      <ul className="change-parts">
        {parts.map(({ id, title, reason, source }) => (
          <li key={id} className="change-part">
            <Checkbox isSelected={change.wanted.has(id)} onChange={() => togglePart(app, change, id)}>
              <span className="change-what">{words(title)}</span>
              <span className="change-why">{words(reason)}</span>
            </Checkbox>
            {source !== undefined && (
              <IconButton
                icon={<ExternalIcon size={12} />}
                label={t('change.source')}
                side="left"
                onPress={() => void app.host.openExternal(source)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
