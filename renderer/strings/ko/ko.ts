/** The interface in Korean; the same shape as the English catalogue, held by the compiler. */
import type { en } from '../en/en'
import { about } from './about'
import { announcer } from './announcer'
import { app } from './app'
import { approvals } from './approvals'
import { arranging } from './arranging'
import { bars } from './bars'
import { canvas } from './canvas'
import { change } from './change'
import { clipboard } from './clipboard'
import { commandPalette } from './command-palette'
import { commands } from './commands'
import { compare } from './compare'
import { conflicts } from './conflicts'
import { connect } from './connect'
import { contextMenu } from './context-menu'
import { convert } from './convert'
import { cost } from './cost'
import { deletion } from './delete'
import { dialog } from './dialog'
import { differences } from './differences'
import { disk } from './disk'
import { exported } from './export'
import { file } from './file'
import { find } from './find'
import { group } from './group'
import { host } from './host'
import { imported } from './import'
import { inspector } from './inspector'
import type { Korean } from './korean'
import { lens } from './lens'
import { menus } from './menus'
import { outline } from './outline'
import { palette } from './palette'
import { presenting } from './presenting'
import { problems } from './problems'
import { quickAdd } from './quick-add'
import { recovery } from './recovery'
import { review } from './review'
import { roles } from './roles'
import { rule } from './rule'
import { select } from './select'
import { shortcuts } from './shortcuts'
import { start } from './start'
import { status } from './status'
import { steps } from './steps'
import { threads } from './threads'
import { tour } from './tour'
import { ui } from './ui'
import { unusable } from './unusable'
import { versions } from './versions'
import { waivers } from './waivers'
import { whatIf } from './what-if'
import { windowTexts } from './window'

export const ko: Korean<typeof en> = {
  app,
  announcer,
  export: exported,
  file,
  start,
  tour,
  shortcuts,
  commandPalette,
  find,
  contextMenu,
  bars,
  about,
  menus,
  commands,
  unusable,
  steps,
  arranging,
  select,
  group,
  lens,
  window: windowTexts,
  clipboard,
  outline,
  palette,
  canvas,
  connect,
  convert,
  compare,
  quickAdd,
  change,
  ui,
  inspector,
  roles,
  whatIf,
  differences,
  problems,
  waivers,
  threads,
  review,
  approvals,
  presenting,
  rule,
  delete: deletion,
  recovery,
  disk,
  conflicts,
  cost,
  versions,
  host,
  status,
  import: imported,
  dialog,
}
