/** Copies what is selected, or everything, as a picture: for a chat or a document, and to be pasted here again. */
import { serialize } from '../../shared/design/serialize'
import { extract } from '../../shared/graph/copy'
import { graphOf } from '../../shared/graph/graph'
import { MEDIA_TYPE } from '../../shared/pictures/carried/envelope'
import type { Picture, PictureFormat, PictureOptions } from '../../shared/pictures/picture'
import { type App, designOf } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { drawOpen, optionsOnScreen } from './pictures'

/** The same private type as that of a copied element. */
const DESIGN_TYPE = `web ${MEDIA_TYPE}`

/** A PNG, and the design beside it: browsers take it out of pictures that they put on the clipboard. */
export async function copyAsPng(app: App, given?: PictureOptions): Promise<void> {
  const only = given ? given.only : selected(app)
  const design = designOf(app.store.getState())
  const json = serialize(only ? extract(design, only) : design)
  await copy(
    app,
    'png',
    given ?? { ...optionsOnScreen(app, 'png'), ...(only ? { only } : {}) },
    (picture) => ({
      'image/png': picture.then(
        ({ content }) => new Blob([Uint8Array.from(content as Uint8Array)], { type: 'image/png' }),
      ),
      [DESIGN_TYPE]: new Blob([json], { type: DESIGN_TYPE }),
    }),
  )
}

/** The text of an SVG document, with the design in it. */
export async function copyAsSvg(app: App, given?: PictureOptions): Promise<void> {
  const only = given ? given.only : selected(app)
  const options = given ?? { ...optionsOnScreen(app, 'svg'), ...(only ? { only } : {}) }
  await copy(app, 'svg', options, (picture) => ({
    'text/plain': picture.then(({ content }) => new Blob([content as string], { type: 'text/plain' })),
  }))
}

type Items = Readonly<Record<string, Blob | Promise<Blob>>>

/** The clipboard is given promises: a browser takes it only from what was pressed just now, and drawing takes longer. */
async function copy(
  app: App,
  format: PictureFormat,
  options: PictureOptions,
  items: (picture: Promise<Picture>) => Items,
): Promise<void> {
  const drawn = drawOpen(app, format, options)
  const picture = drawn.then((result) => {
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  })
  // Whether it was drawn is asked below.
  picture.catch(() => undefined)
  const written = await navigator.clipboard.write([new ClipboardItem({ ...items(picture) })]).then(
    () => true,
    () => false,
  )
  const result = await drawn
  if (!result.ok) app.notify({ kind: 'error', text: failureText(result.error) })
  else if (written)
    app.notify({ kind: 'info', text: t(`clipboard.pictureCopied.${format as 'png' | 'svg'}`) })
  else app.notify({ kind: 'error', text: t('clipboard.refused'), detail: t('clipboard.refusedHint') })
}

/** The selected elements, and the ends of selected lines; undefined for none: then it is the whole drawing. */
function selected(app: App): readonly string[] | undefined {
  const { ids } = app.store.getState().selection
  if (ids.size === 0) return undefined
  const { connections } = graphOf(designOf(app.store.getState()))
  const ends = connections.filter(({ id }) => ids.has(id)).flatMap(({ from, to }) => [from, to])
  const lines = new Set(connections.map(({ id }) => id))
  return [...new Set([...[...ids].filter((id) => !lines.has(id)), ...ends])]
}
