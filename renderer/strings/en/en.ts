/** Every text of the interface, by region. What the core says is written in the core. */
import { app } from './app'
import { canvas } from './canvas'
import { change } from './change'
import { clipboard } from './clipboard'
import { commands } from './commands'
import { connect } from './connect'
import { deletion } from './delete'
import { dialog } from './dialog'
import { differences } from './differences'
import { host } from './host'
import { imported } from './import'
import { inspector } from './inspector'
import { menus } from './menus'
import { palette } from './palette'
import { problems } from './problems'
import { roles } from './roles'
import { rule } from './rule'
import { status } from './status'
import { steps } from './steps'
import { ui } from './ui'
import { unusable } from './unusable'
import { waivers } from './waivers'
import { whatIf } from './what-if'

export const en = {
  app,
  menus,
  commands,
  unusable,
  steps,
  clipboard,
  palette,
  canvas,
  connect,
  change,
  ui,
  inspector,
  roles,
  whatIf,
  differences,
  problems,
  waivers,
  rule,
  delete: deletion,
  host,
  status,
  import: imported,
  dialog,
} as const
