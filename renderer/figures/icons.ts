/** AWS's icons as addresses for the canvas and the palette; as text they are loaded only when a picture is made. */
const urls = import.meta.glob<string>('../../assets/icons/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

const byName = new Map(Object.entries(urls).map(([path, url]) => [nameOf(path), url]))

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.svg$/, '')
}

/** The address of an icon; an unknown one gives an empty picture rather than a broken one. */
export function iconUrl(name: string): string {
  return byName.get(name) ?? 'data:,'
}

/** All icons as SVG text, for painting pictures. */
export async function iconTexts(): Promise<ReadonlyMap<string, string>> {
  const loaders = import.meta.glob<string>('../../assets/icons/*.svg', { query: '?raw', import: 'default' })
  const entries = Object.entries(loaders).map(async ([path, load]) => [nameOf(path), await load()] as const)
  return new Map(await Promise.all(entries))
}
