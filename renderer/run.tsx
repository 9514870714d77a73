import { createRoot } from 'react-dom/client'
import { App } from './app'
import { AppContext } from './app-context'
import { connectHost } from './document/connect-host'
import { chooseHost } from './hosts/choose-host'
import { createApp } from './store'
import './styles/tokens.css'
import './styles/base.css'

const host = chooseHost(window)
const [info, settings] = await Promise.all([host.info(), host.readSettings()])
const app = createApp(host, info, settings)
connectHost(app)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(
  <AppContext value={app}>
    <App />
  </AppContext>,
)
