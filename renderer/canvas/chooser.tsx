import { useRef } from 'react'
import { Menu, MenuItem, Popover, Text } from 'react-aria-components'
import { useStore } from 'zustand'
import { focusCanvas } from './camera'
import { type Question, questions } from './choose-at'
import '../ui/menu.css'
import '../context-menu/context-menu.css'
import './chooser.css'

/** The question at the pointer, if one is asked. */
export function Chooser() {
  const open = useStore(questions, (state) => state.open)
  return open ? <Opened key={`${open.at.x} ${open.at.y} ${open.title}`} question={open} /> : null
}

function Opened({ question }: { readonly question: Question }) {
  const { at, title, text, choices } = question
  const anchor = useRef<HTMLDivElement>(null)
  return (
    <>
      <div ref={anchor} className="context-menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className="ui-popover ui-menu chooser"
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && close(question)}
        placement="bottom start"
        offset={8}
        containerPadding={8}
        aria-label={title}
      >
        <div className="chooser-head">
          <h2 className="chooser-title">{title}</h2>
          {text !== undefined && <p className="chooser-text">{text}</p>}
        </div>
        <Menu
          className="ui-options"
          aria-label={text === undefined ? title : `${title}. ${text}`}
          autoFocus="first"
          onAction={(key) => {
            close(question)
            choices[Number(key)]?.choose()
          }}
        >
          {choices.map((choice, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the answers stay as they are while the question is asked
            <MenuItem key={index} id={index} className="ui-option chooser-option" textValue={choice.text}>
              <Text slot="label" className="ui-option-label">
                {choice.text}
              </Text>
              {choice.detail !== undefined && (
                <Text slot="description" className="chooser-detail">
                  {choice.detail}
                </Text>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}

function close(question: Question): void {
  if (questions.getState().open === question) questions.setState({ open: undefined })
  requestAnimationFrame(focusCanvas)
}
