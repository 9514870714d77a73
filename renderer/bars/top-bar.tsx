import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useApp, useAppState } from '../app-context'
import type { MenuName } from '../commands/command'
import { enabled, titleOf } from '../commands/command'
import { command, commands, menuNames } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { ApprovalChip } from '../review/approvals/approval-chip'
import { isDirty } from '../store'
import { t } from '../strings/strings'
import {
  ArrangeIcon,
  CommentIcon,
  DarkIcon,
  ExportIcon,
  FitIcon,
  LightIcon,
  RedoIcon,
  SearchIcon,
  UndoIcon,
} from '../ui/icons'
import { CommandButton } from './command-button'
import './bars.css'

/** File name and state, menus, the most used commands. */
export function TopBar() {
  const name = useAppState((state) => state.file.name)
  const dirty = useAppState(isDirty)
  const busy = useAppState((state) => state.busy)
  const saving = useAppState((state) => state.saving)
  // Whether commands can be used follows from the state; the bar is small enough to follow all of it.
  useAppState((state) => state.history)
  useAppState((state) => state.selection)
  useAppState((state) => state.comparing)
  return (
    <header className="top-bar">
      <div className="top-bar-menus">
        <span className="top-bar-mark" aria-hidden>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" strokeWidth="3" />
            <path
              d="M1 15.5 10 10l9-5.5"
              stroke="var(--accent)"
              strokeWidth="2"
              fill="none"
              strokeLinecap="round"
            />
          </svg>
        </span>
        {menuNames.map((menu) => (
          <MenuButton key={menu} name={menu} />
        ))}
      </div>
      <div className="top-bar-title">
        <h1 className="top-bar-name">
          <span data-testid="document-name">{name}</span>
          {dirty && (
            <span className="top-bar-dirty" title={t('app.unsaved')}>
              <span className="visually-hidden">{t('app.unsaved')}</span>
            </span>
          )}
        </h1>
        <ApprovalChip />
      </div>
      <div className="top-bar-actions">
        <CommandButton id="edit.undo" icon={<UndoIcon />} />
        <CommandButton id="edit.redo" icon={<RedoIcon />} />
        <span className="top-bar-gap" />
        <CommandButton id="arrange.layout" icon={<ArrangeIcon />} pending={busy} />
        <CommandButton id="view.fit" icon={<FitIcon />} />
        <CommandButton id="view.commands" icon={<SearchIcon />} />
        <CommandButton id="review.comment" icon={<CommentIcon />} />
        <ThemeButton />
        <span className="top-bar-gap" />
        <CommandButton id="file.open" label={t('bars.open')} />
        <CommandButton id="file.save" label={t('bars.save')} pending={saving} />
        <ExportButton />
      </div>
    </header>
  )
}

function ThemeButton() {
  const dark = useAppState((state) =>
    state.settings.theme === 'system'
      ? window.matchMedia('(prefers-color-scheme: dark)').matches
      : state.settings.theme === 'dark',
  )
  return <CommandButton id="view.theme" icon={dark ? <LightIcon /> : <DarkIcon />} />
}

function MenuButton({ name }: { readonly name: MenuName }) {
  return (
    <MenuTrigger>
      <Button className="top-bar-menu">{t(`menus.${name}`)}</Button>
      <CommandMenu
        label={t(`menus.${name}`)}
        ids={commands.filter((c) => c.menu === name).map((c) => c.id)}
      />
    </MenuTrigger>
  )
}

function ExportButton() {
  const app = useApp()
  const exporting = command('file.export')
  return (
    <Button
      className="bar-button bar-button-primary top-bar-export"
      isDisabled={!enabled(exporting, app)}
      onPress={() => void exporting.run(app)}
    >
      <ExportIcon />
      {t('bars.export')}
    </Button>
  )
}

function CommandMenu({ label, ids }: { readonly label: string; readonly ids: readonly string[] }) {
  return (
    <Popover className="menu-popover" placement="bottom start">
      <CommandItems label={label} ids={ids} />
    </Popover>
  )
}

/** Apart from its popover, so that nothing is asked of the commands while the menu is closed. */
function CommandItems({ label, ids }: { readonly label: string; readonly ids: readonly string[] }) {
  const app = useApp()
  const entries = ids.map(command)
  return (
    <Menu
      className="menu"
      aria-label={label}
      disabledKeys={entries.filter((c) => !enabled(c, app)).map((c) => c.id)}
      onAction={(id) => void command(String(id)).run(app)}
    >
      {entries.flatMap((c, index) => [
        ...(c.separatorBefore && index > 0 ? [<Separator key={`${c.id}-line`} className="menu-line" />] : []),
        <MenuItem key={c.id} id={c.id} className="menu-item" textValue={titleOf(c, app)}>
          <span>{titleOf(c, app)}</span>
          {shownKey(app, c) !== undefined && <kbd>{shownKey(app, c)}</kbd>}
        </MenuItem>,
      ])}
    </Menu>
  )
}
