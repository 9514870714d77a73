import { Button, Group, ToggleButton, Toolbar } from 'react-aria-components'
import { useApp, useAppState } from '../app-context'
import { titleOf } from '../commands/command'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { commandOf, showNesting } from '../commands/lens'
import { t } from '../strings/strings'
import { CloseIcon } from '../ui/icons'
import { Tooltip } from '../ui/tooltip'
import { type Lens, lenses } from './lens'
import { NestingSwitch } from './nesting-switch'
import './view-bar.css'

/** How the drawing is looked at: in which nesting, and through which lenses. */
export function ViewBar() {
  return (
    <Toolbar className="view-bar" aria-label={t('lens.bar')} data-over-canvas>
      <Nestings />
      <Lenses />
    </Toolbar>
  )
}

function Nestings() {
  const app = useApp()
  const nesting = useAppState((state) => state.nesting)
  return (
    <NestingSwitch
      className="view-bar-group"
      buttonClassName="view-bar-button"
      nesting={nesting}
      onChange={(next) => void showNesting(app, next)}
    />
  )
}

function Lenses() {
  const app = useApp()
  const lens = useAppState((state) => state.lens)
  return (
    // Not a group of toggle buttons: in a tool bar that would have an orientation, which a plain group must not have.
    <Group className="view-bar-group" aria-label={t('lens.title')}>
      {lenses.map((one) => (
        <LensButton key={one} lens={one} isOn={lens.has(one)} />
      ))}
      {lens.size > 0 && (
        <Button
          className="view-bar-button view-bar-clear"
          aria-label={titleOf(command('lens.none'), app)}
          onPress={() => void command('lens.none').run(app)}
        >
          <CloseIcon size={14} />
        </Button>
      )}
    </Group>
  )
}

function LensButton({ lens, isOn }: { readonly lens: Lens; readonly isOn: boolean }) {
  const app = useApp()
  const key = shownKey(app, command(commandOf(lens)))
  const name = t(`lens.${lens}`)
  return (
    <Tooltip text={`${t('lens.hint', { lens: name })}${key === undefined ? '' : ` (${key})`}`}>
      <ToggleButton
        className="view-bar-button"
        isSelected={isOn}
        onChange={() => void command(commandOf(lens)).run(app)}
      >
        {name}
      </ToggleButton>
    </Tooltip>
  )
}
