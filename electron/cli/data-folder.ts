/** Where the desktop app keeps its data: the command line shares the locks and the earlier versions of designs with it. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** As Electron names it: the system's folder for applications, then the name in package.json. */
const NAME = 'fairlead'

/** The app's data folder on this system. */
export function dataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME)
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), NAME)
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), NAME)
}
