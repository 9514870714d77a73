import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useApp } from '../app-context'
import { Outline } from '../outline/outline'
import { Palette } from '../palette/palette'
import { t } from '../strings/strings'
import { ElementsIcon, OutlineIcon } from '../ui/icons'
import { type LeftTab, showLeft } from './panel-state'
import '../ui/tabs.css'

interface Props {
  readonly tab: LeftTab
  /** Only icons, as the panel is a strip. */
  readonly narrow: boolean
}

/** What can be added, and what is there. */
export function LeftPanel({ tab, narrow }: Props) {
  const app = useApp()
  const tabs = [
    { id: 'elements', title: t('palette.title'), icon: <ElementsIcon /> },
    { id: 'outline', title: t('outline.title'), icon: <OutlineIcon /> },
  ] as const
  return (
    <Tabs
      className="ui-tabs left-panel"
      selectedKey={tab}
      onSelectionChange={(key) => showLeft(app, key as LeftTab)}
      orientation={narrow ? 'vertical' : 'horizontal'}
      data-narrow={narrow}
    >
      <TabList className="ui-tabs-list" aria-label={t('outline.tabs')}>
        {tabs.map(({ id, title, icon }) => (
          <Tab key={id} id={id} className="ui-tab" aria-label={title}>
            {narrow ? (
              <span className="left-panel-icon" title={title}>
                {icon}
              </span>
            ) : (
              title
            )}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="elements" className="left-panel-content">
        <Palette />
      </TabPanel>
      <TabPanel id="outline" className="left-panel-content">
        <Outline />
      </TabPanel>
    </Tabs>
  )
}
