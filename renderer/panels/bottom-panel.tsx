import './bottom-panel.css'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useApp, useAppState } from '../app-context'
import { type BottomTab, designOf } from '../store'
import { t } from '../strings/strings'
import { bottomTabs } from './bottom-tabs'

/** What lies below the canvas, one tab at a time. */
export function BottomPanel({ shown }: { readonly shown: BottomTab }) {
  const app = useApp()
  // What has been settled keeps its tab until another one is opened.
  const ids = useAppState((state) =>
    bottomTabs
      .filter(({ id, when }) => id === shown || (when?.(designOf(state)) ?? true))
      .map(({ id }) => id)
      .join(),
  ).split(',')
  const tabs = bottomTabs.filter(({ id }) => ids.includes(id))
  return (
    <Tabs
      className="bottom-panel"
      selectedKey={shown}
      onSelectionChange={(key) => app.patch({ bottomTab: key as BottomTab })}
    >
      <TabList className="ui-tabs-list bottom-panel-tabs" aria-label={t('window.bottom')}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className="ui-tab">
            {title()}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="bottom-panel-tab">
          <Panel />
        </TabPanel>
      ))}
    </Tabs>
  )
}
