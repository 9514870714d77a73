import { useAppState } from '../app-context'
import { titleOf } from '../commands/command'
import { commands } from '../commands/commands'
import { keyLabel } from '../commands/keys'
import { Modal } from './modal'

const HAND: readonly (readonly [what: string, how: string])[] = [
  ['Pan', 'Space + drag, or the middle button'],
  ['Zoom', 'Ctrl + wheel, or pinch'],
  ['Select several', 'Shift + click, or drag on the empty canvas'],
  ['Connect', 'Drag from a dot at an element’s edge'],
]

/** Every shortcut, read from the commands themselves. */
export function Shortcuts() {
  const platform = useAppState((state) => state.info.platform)
  return (
    <Modal title="Keyboard shortcuts" size="large">
      <dl className="shortcuts">
        {commands
          .filter((c) => c.keys !== undefined)
          .map((c) => (
            <div key={c.id}>
              <dt>{titleOf(c).replace(/…$/, '')}</dt>
              <dd>
                {c.keys?.map((key) => (
                  <kbd key={key}>{keyLabel(key, platform)}</kbd>
                ))}
              </dd>
            </div>
          ))}
        {HAND.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
