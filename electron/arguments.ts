/** The file named on the command line of the app. */
import { extname, resolve } from 'node:path'

const OPENABLE = new Set(['.fairlead', '.json', '.png', '.svg'])

/**
 * The last argument that is a file to open. Chromium adds switches of its own, and a development start has the app's
 * folder before them, so the ending decides.
 */
export function fileArgument(args: readonly string[], folder: string): string | undefined {
  const file = args
    .slice(1)
    .findLast((arg) => !arg.startsWith('-') && OPENABLE.has(extname(arg).toLowerCase()))
  return file === undefined ? undefined : resolve(folder, file)
}
