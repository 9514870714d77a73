import './disclosure.css'
import type { ReactNode, Ref } from 'react'
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components'
import { OpenedIcon } from './icons'

export interface DisclosureProps {
  readonly title: ReactNode
  /** Muted, behind the title. */
  readonly summary?: ReactNode
  readonly expanded: boolean
  readonly onExpand: (expanded: boolean) => void
  /** Buttons at the right end of the head. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** `card`: a bordered box. `section`: a line over the whole width. */
  readonly look?: 'card' | 'section'
  readonly ref?: Ref<HTMLDivElement>
}

/** A line that opens and closes what is below it. Closed content is not rendered. */
export function Disclosure(props: DisclosureProps) {
  const { title, summary, expanded, onExpand, actions, children, look = 'card', ref } = props
  return (
    <AriaDisclosure
      {...(ref ? { ref } : {})}
      className="ui-disclosure"
      data-look={look}
      isExpanded={expanded}
      onExpandedChange={onExpand}
    >
      <div className="ui-disclosure-head">
        <div className="ui-disclosure-heading">
          <Button slot="trigger" className="ui-disclosure-button">
            <span className="ui-disclosure-chevron">
              <OpenedIcon size={14} />
            </span>
            <span className="ui-disclosure-title">{title}</span>
            {summary && <span className="ui-disclosure-summary">{summary}</span>}
          </Button>
        </div>
        {actions}
      </div>
      <DisclosurePanel className="ui-disclosure-panel">{expanded && children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
