/** Which npm packages are in a bundle: read from what the bundler really wrote, not from package.json. */
import { resolve } from 'node:path'

/**
 * A plugin that adds the folder of each package of which code, styles or a file went into the output.
 * @param {Set<string>} folders
 * @returns {import('vite').Plugin}
 */
export function bundledPackages(folders) {
  let root = ''
  return {
    name: 'bundled-packages',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_options, bundle) {
      for (const source of Object.values(bundle).flatMap(sourcesOf)) {
        const folder = packageFolder(resolve(root, source))
        if (folder !== undefined) folders.add(folder)
      }
    },
  }
}

/**
 * The modules that something of is in a file of the output.
 * @param {import('vite').Rolldown.OutputAsset | import('vite').Rolldown.OutputChunk} file
 * @returns {readonly string[]}
 */
function sourcesOf(file) {
  if (file.type === 'asset') return file.originalFileNames
  return (
    Object.entries(file.modules)
      // Styles, and files that are named by their address, leave no code behind in the chunk that imports them.
      .filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css(\?|$)|\?url$/.test(id))
      .map(([id]) => id.replace(/^\0/, ''))
  )
}

/**
 * `…/node_modules/@scope/name` of a module's path; undefined when it is in no package.
 * @param {string} module
 * @returns {string | undefined}
 */
export function packageFolder(module) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module.replaceAll('\\', '/'))?.[0]
}
