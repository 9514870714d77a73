/**
 * The page's entry imports the app only after its policy is in force, so a browser would learn what to load one step
 * after another: entry, app, styles, fonts. Named in the page, everything that the first picture needs is on its way at
 * once; nothing of it runs before its turn.
 */

/**
 * A plugin that names the code, styles and fonts of the first picture in the built page.
 * @param {string} start the module that starts the app, as its path ends
 * @returns {import('vite').Plugin}
 */
export function loadEarly(start) {
  return {
    name: 'load-early',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle)
        const first = files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(start))
        if (first?.type !== 'chunk') return []
        const chunks = withImports(first, bundle).filter(({ fileName }) => !html.includes(fileName))
        const styles = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
        const fonts = files.map(({ fileName }) => fileName).filter((name) => /\.(?:otf|ttf)$/.test(name))
        return [
          ...[...styles].map((name) => link({ rel: 'stylesheet', crossorigin: true, href: `./${name}` })),
          ...chunks.map(({ fileName }) =>
            link({ rel: 'modulepreload', crossorigin: true, href: `./${fileName}` }),
          ),
          ...fonts.map((name) =>
            link({
              ...{ rel: 'preload', as: 'font', type: `font/${name.slice(-3)}` },
              ...{ crossorigin: true, href: `./${name}` },
            }),
          ),
        ]
      },
    },
  }
}

/**
 * The chunk and all that it imports statically.
 * @param {import('vite').Rolldown.OutputChunk} chunk
 * @param {import('vite').Rolldown.OutputBundle} bundle
 * @returns {import('vite').Rolldown.OutputChunk[]}
 */
function withImports(chunk, bundle) {
  const found = new Set([chunk])
  for (const { imports } of found) {
    for (const name of imports) {
      const file = bundle[name]
      if (file?.type === 'chunk') found.add(file)
    }
  }
  return [...found]
}

/**
 * @param {Record<string, string | boolean>} attrs
 * @returns {import('vite').HtmlTagDescriptor}
 */
function link(attrs) {
  return { tag: 'link', attrs, injectTo: 'head' }
}
