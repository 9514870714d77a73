import { useApp, useAppState } from '../app-context'
import type { CommandId } from '../commands/command'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { designOf } from '../store'
import { t } from '../strings/strings'

/** What the canvas names as its description. */
export const CANVAS_HELP = 'canvas-help'

/** What is on the canvas, and which keys work it: for those who hear where they are. */
export function CanvasHelp() {
  const app = useApp()
  const name = useAppState((state) => designOf(state).name)
  const count = useAppState((state) => Object.keys(designOf(state).elements).length)
  const selected = useAppState((state) => state.selection.ids.size)
  useAppState((state) => state.settings.keys)
  const key = (id: CommandId) => shownKey(app, command(id)) ?? t('canvas.noKey')
  return (
    <p id={CANVAS_HELP} className="visually-hidden">
      {`${name}: ${t('status.elements', { count })}, ${t('status.selected', { count: selected })}. `}
      {t('canvas.help', {
        next: key('select.next'),
        previous: key('select.previous'),
        inside: key('select.inside'),
        around: key('select.around'),
        connect: key('outline.connect'),
        leave: key('window.next-region'),
        outline: key('outline.show'),
      })}
    </p>
  )
}
