import { memo, useMemo } from 'react'
import { Button } from 'react-aria-components'
import { useApp, useGraph } from '../../app-context'
import { designOf } from '../../store'
import { Tooltip } from '../../ui/tooltip'
import { ThreadKindIcon } from '../thread-kind-icon'
import { wasDragged } from './drag-pin'
import { labelOf, type ShownPin } from './pins-shown'
import { pressPin } from './press-pin'

interface Props {
  readonly pin: ShownPin
  /** On the canvas. */
  readonly x: number
  readonly y: number
  readonly isOpen: boolean
}

/** One pin: its kind, how many answers there are, and whether something in it is unread. */
export const PinMark = memo(function PinMark({ pin, x, y, isOpen }: Props) {
  const app = useApp()
  const { id, kind, fresh, replies, unread, draft } = pin
  const label = usePinLabel(pin)
  return (
    <Tooltip text={label} side="top">
      <Button
        className="pin"
        data-thread={id}
        data-kind={kind}
        data-fresh={fresh}
        data-open={isOpen}
        aria-label={label}
        aria-expanded={isOpen}
        style={{ transform: `translate(${x}px, ${y}px) scale(var(--unzoom))` }}
        onPress={({ pointerType }) => {
          const byKeys = pointerType === 'keyboard' || pointerType === 'virtual'
          if (byKeys || !wasDragged()) pressPin(app, id)
        }}
      >
        <ThreadKindIcon kind={kind} size={14} />
        {replies > 0 && <span className="pin-count">{replies}</span>}
        {(unread > 0 || (draft && !fresh)) && (
          <span className="pin-dot" data-what={unread > 0 ? 'unread' : 'draft'} />
        )}
      </Button>
    </Tooltip>
  )
}, isSame)

/** It names elements, so it changes with the graph. */
function usePinLabel(pin: ShownPin): string {
  const app = useApp()
  const graph = useGraph()
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the design only the graph counts
  return useMemo(() => labelOf(designOf(app.store.getState()), pin), [app, graph, pin])
}

/** Pins are made anew with the scene; most of them look as before. */
function isSame(a: Props, b: Props): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.isOpen === b.isOpen &&
    a.pin.id === b.pin.id &&
    a.pin.kind === b.pin.kind &&
    a.pin.fresh === b.pin.fresh &&
    a.pin.replies === b.pin.replies &&
    a.pin.unread === b.pin.unread &&
    a.pin.draft === b.pin.draft &&
    a.pin.author === b.pin.author &&
    a.pin.text === b.pin.text &&
    a.pin.pin === b.pin.pin
  )
}
