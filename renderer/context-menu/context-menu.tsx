import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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
  const { popover, missing } = useRoom(open)
  const groups = menuGroups(open.context)
  const label = t(`contextMenu.${open.context === 'element' && several ? 'elements' : open.context}`)
  return (
    <>
      <div ref={anchor} className="context-menu-anchor" style={{ left: open.at.x, top: open.at.y }} />
      <Popover
        className="ui-popover ui-menu context-menu"
        ref={popover}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        shouldFlip={false}
        offset={-missing}
        containerPadding={MARGIN}
        onOpenChange={(isOpen) => !isOpen && close(open)}
        aria-label={label}
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
            afterFrames(() => void command(String(id)).run(app))
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

/** Room between the menu and the window's edge. */
const MARGIN = 8

/** At the pointer, as long as the whole menu has room below; else moved up by what is missing. */
function useRoom({ at }: OpenMenu) {
  const popover = useRef<HTMLElement>(null)
  const [missing, setMissing] = useState(0)
  useLayoutEffect(() => {
    const height = (popover.current?.scrollHeight ?? 0) + 2
    setMissing(Math.max(0, Math.min(at.y - MARGIN, at.y + height + MARGIN - window.innerHeight)))
  }, [at])
  return { popover, missing }
}

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
    // Others may have opened a menu of their own.
    if (event.defaultPrevented) return
  // Another right click may have opened the next one already.
  if (menuState.getState().open === open) menuState.setState({ open: undefined })
}

/** Right clicks on the drawing open our menu; in texts the browser's stays. */
function listen(app: App): () => void {
  const onContextMenu = (event: MouseEvent) => {
    const at = { x: event.clientX, y: event.clientY }
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
