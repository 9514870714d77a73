import { useAppState } from '../app-context'
import { titleOf } from '../commands/command'
import { commands } from '../commands/commands'
import { keyLabel } from '../commands/shortcut'
import { t } from '../strings/strings'
import { Modal } from './modal'

const HAND = ['pan', 'zoom', 'several', 'connect'] as const

/** Every shortcut, read from the commands themselves. */
export function Shortcuts() {
  const platform = useAppState((state) => state.info.platform)
  return (
    <Modal title={t('commands.help.shortcuts')} size="large">
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
        {HAND.map((what) => (
          <div key={what}>
            <dt>{t(`shortcuts.${what}`)}</dt>
            <dd>{t(`shortcuts.${what}How`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
