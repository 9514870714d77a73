import { type CSSProperties, useEffect, useRef } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
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
        className="context-menu"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        shouldFlip={false}
        offset={0}
        containerPadding={MARGIN}
        onOpenChange={(isOpen) => !isOpen && close(open)}
        aria-label={label}
      >
        <div
          className="ui-popover ui-menu context-menu-frame"
          style={{ '--pointer': `${open.at.y}px` } as CSSProperties}
        >
          <Menu
            className="ui-options"
            aria-label={label}
            autoFocus={open.byKeyboard ? 'first' : true}
            disabledKeys={groups
              .flat()
              .filter((one) => (one.when?.(app) ?? true) !== true)
              .map(({ id }) => id)}
            onAction={(id) => {
              close(open)
              // The focus goes back first: some commands ask where it is.
              afterFrames(() => {
                menuState.setState({ chosenAt: open.at })
                void command(String(id)).run(app)
                menuState.setState({ chosenAt: undefined })
              })
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
        </div>
      </Popover>
    </>
  )
}

/** Room between the menu and the window's edge. */
const MARGIN = 8

function Item({ command: one }: { readonly command: Command }) {
  const app = useApp()
  const usable = one.when?.(app) ?? true
  const key = shownKey(app, one)
  return (
    <MenuItem id={one.id} className="ui-option context-menu-item" textValue={titleOf(one, app)}>
      <span className="ui-option-label">{titleOf(one, app)}</span>
      {key !== undefined && <kbd>{key}</kbd>}
      {usable !== true && <span className="context-menu-reason">{usable}</span>}
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
    // Others may have opened a menu of their own.
    if (event.defaultPrevented) return
    const { open } = menuState.getState()
    if (open === undefined) {
      if (!isOnDrawing(event.target)) return
      event.preventDefault()
      openAt(app, at)
      return
    }
    event.preventDefault()
    if (event.target instanceof Element && event.target.closest('.context-menu')) return
    close(open)
    // What is around an open menu is inert: only when it is gone can be seen what is there.
    afterFrames(() => isOnDrawing(document.elementFromPoint(at.x, at.y)) && openAt(app, at))
  }
  window.addEventListener('contextmenu', onContextMenu)
  return () => window.removeEventListener('contextmenu', onContextMenu)
}

/** When the menu has gone, and the focus is where it was. */
function afterFrames(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}
