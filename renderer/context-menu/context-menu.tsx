import { useEffect, useRef } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components'
import { useStore } from 'zustand'
import { useApp, useAppState } from '../app-context'
import { isOnDrawing } from '../canvas/hand/use-hand'
import { type Command, titleOf } from '../commands/command'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import type { App } from '../store'
import { t } from '../strings/strings'
import { menuGroups } from './menu-groups'
import { menuState, type OpenMenu, openAt } from './menu-state'
import '../ui/menu.css'
import './context-menu.css'

/** The menu of what is under the pointer, or is selected. */
export function ContextMenu() {
  const app = useApp()
  const open = useStore(menuState, (state) => state.open)
  useEffect(() => listen(app), [app])
  return open && <OpenedMenu key={`${open.at.x} ${open.at.y}`} open={open} />
}

function OpenedMenu({ open }: { readonly open: OpenMenu }) {
  const app = useApp()
  const several = useAppState((state) => state.selection.ids.size > 1)
  const anchor = useRef<HTMLDivElement>(null)
  const groups = menuGroups(open.context)
  const label = t(`contextMenu.${open.context === 'element' && several ? 'elements' : open.context}`)
  return (
    <>
      <div ref={anchor} className="context-menu-anchor" style={{ left: open.at.x, top: open.at.y }} />
      <Popover
        className="ui-popover ui-menu context-menu"
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && close(open)}
        placement="bottom start"
        offset={0}
        containerPadding={8}
        aria-label={label}
      >
        <Menu
          className="ui-options"
          aria-label={label}
          autoFocus="first"
          disabledKeys={groups
            .flat()
            .filter((one) => (one.when?.(app) ?? true) !== true)
            .map(({ id }) => id)}
          onAction={(id) => {
            close(open)
            // The focus goes back first: some commands ask where it is.
            requestAnimationFrame(() => requestAnimationFrame(() => void command(String(id)).run(app)))
          }}
        >
          {groups.map((group, index) => (
            <MenuSection key={group[0]?.id} className="ui-menu-group" aria-label={label}>
              {index > 0 && <Separator className="ui-separator" />}
              {group.map((one) => (
                <Item key={one.id} command={one} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  )
}

function Item({ command: one }: { readonly command: Command }) {
  const app = useApp()
  const usable = one.when?.(app) ?? true
  const key = shownKey(app, one)
  return (
    <MenuItem id={one.id} className="ui-option context-menu-item" textValue={titleOf(one, app)}>
      <Text slot="label" className="ui-option-label">
        {titleOf(one, app)}
      </Text>
      {key !== undefined && <kbd>{key}</kbd>}
      {usable !== true && (
        <Text slot="description" className="context-menu-reason">
          {usable}
        </Text>
      )}
    </MenuItem>
  )
}

function close(open: OpenMenu): void {
  // Another right click may have opened the next one already.
  if (menuState.getState().open === open) menuState.setState({ open: undefined })
}

/** Right clicks on the drawing open our menu; in texts the browser's stays. */
function listen(app: App): () => void {
  const onContextMenu = (event: MouseEvent) => {
    const at = { x: event.clientX, y: event.clientY }
    const onMenu = event.target instanceof Element && event.target.closest('.context-menu') !== null
    if (onMenu) {
      event.preventDefault()
      return
    }
    // While a menu is open, what is around it is covered.
    const covered = menuState.getState().open !== undefined && document.elementsFromPoint(at.x, at.y)
    const targets = covered === false ? [event.target] : covered
    if (!targets.some(isOnDrawing)) return
    event.preventDefault()
    openAt(app, at)
  }
  window.addEventListener('contextmenu', onContextMenu)
  return () => window.removeEventListener('contextmenu', onContextMenu)
}
