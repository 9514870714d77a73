import { createRoot } from 'react-dom/client'
import { AppContext } from './app-context'
import { showViewport, viewportNow } from './canvas/camera'
import { listenToKeys } from './commands/key-listener'
import { connectHost } from './document/connect-host'
import { offerLeftWork } from './document/left-work'
import { chooseHost } from './hosts/choose-host'
import { createApp } from './store'
import { speak } from './strings/language'
import { Window } from './window'
import './styles/tokens.css'
import './styles/base.css'

const host = chooseHost(window)
const settings = await host.readSettings()
await speak(settings.language)
const app = createApp(host, await host.info(), settings, { now: viewportNow, show: showViewport })
connectHost(app)
// Not an effect of a component: whoever sees the window may press a key.
listenToKeys(app)
void offerLeftWork(app)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(
  <AppContext value={app}>
    <Window />
  </AppContext>,
)
