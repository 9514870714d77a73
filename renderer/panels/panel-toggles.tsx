import { useApp, useAppState } from '../app-context'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { t } from '../strings/strings'
import { BottomPanelIcon, LeftPanelIcon, RightPanelIcon } from '../ui/icons'
import { toggleBottom } from './bottom-focus'
import { setShown, usePanelState } from './panel-state'
import { usePanels } from './use-panels'

/** Shows and hides the panels, for the mouse and in windows that have no room for them. */
export function PanelToggles() {
  const app = useApp()
  const { left, right } = usePanels()
  const shown = useAppState((state) => state.bottomTab)
  const last = usePanelState((state) => state.bottom)
  const key = shownKey(app, command('view.problems'))
  const toggles = [
    { name: 'left', on: left, icon: <LeftPanelIcon size={14} />, press: () => setShown(app, 'left', !left) },
    {
      name: 'bottom',
      on: shown !== undefined,
      icon: <BottomPanelIcon size={14} />,
      press: () => toggleBottom(app, shown ?? last),
      ...(last === 'problems' ? { key } : {}),
    },
    {
      name: 'right',
      on: right,
      icon: <RightPanelIcon size={14} />,
      press: () => setShown(app, 'right', !right),
    },
  ] as const
  return (
    <fieldset className="panel-toggles" aria-label={t('window.panels')}>
      {toggles.map(({ name, on, icon, press, ...rest }) => (
        <button
          key={name}
          type="button"
          className="panel-toggle"
          data-panel={name}
          aria-pressed={on}
          aria-label={t(`window.${name}`)}
          title={
            'key' in rest && rest.key !== undefined
              ? `${t(`window.${name}`)} ${rest.key}`
              : t(`window.${name}`)
          }
          onClick={press}
        >
          {icon}
        </button>
      ))}
    </fieldset>
  )
}
