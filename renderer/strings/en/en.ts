/** Every text of the interface, by region. What the core says is written in the core. */
import { app } from './app'
import { canvas } from './canvas'
import { change } from './change'
import { connect } from './connect'
import { deletion } from './delete'
import { dialog } from './dialog'
import { differences } from './differences'
import { host } from './host'
import { imported } from './import'
import { inspector } from './inspector'
import { palette } from './palette'
import { problems } from './problems'
import { roles } from './roles'
import { rule } from './rule'
import { status } from './status'
import { ui } from './ui'
import { waivers } from './waivers'
import { whatIf } from './what-if'

export const en = {
  app,
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
