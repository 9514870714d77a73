/** The picture of a comparison: both designs in one drawing, with signs on what differs and a legend. */
import { fail, ok, type Result } from '../basics/result'
import { fileNames } from '../exports/file-names'
import { paintSvg } from '../figures/paint-svg'
import { grown } from '../figures/routing/geometry'
import { sizes } from '../figures/tokens'
import type { Comparison } from '../review/compare/comparison'
import { overlayOf, type Status } from '../review/compare/overlay'
import { legend, opacityIn, overlayMarks } from '../review/compare/overlay-marks'
import { summaryText } from '../review/compare/words'
import { say } from '../texts/text'
import { pngWith } from './carried/carry'
import { fontCss } from './fonts/for-scene'
import type { Picture, PictureOptions, PictureTools } from './picture'
import { tooManyPixels } from './size'

export interface ComparisonPictureOptions
  extends Pick<PictureOptions, 'theme' | 'scale' | 'transparent' | 'nesting' | 'embedsFonts'> {
  /** Also what only moved. */
  readonly layout?: boolean
}

/** Draws it. It carries no design: there are two. Fails when a PNG would have more pixels than can be drawn. */
export async function drawComparison(
  format: 'svg' | 'png',
  comparison: Comparison,
  options: ComparisonPictureOptions,
  tools: Pick<PictureTools, 'icons' | 'fonts' | 'rasterise' | 'words'>,
): Promise<Result<Picture>> {
  const {
    theme = 'light',
    scale = format === 'png' ? 2 : 1,
    transparent = false,
    embedsFonts = false,
  } = options
  const { words } = tools
  const statuses: ReadonlySet<Status> = new Set([
    ...(['added', 'removed', 'changed'] as const),
    ...(options.layout ? (['moved'] as const) : []),
  ])
  const overlay = overlayOf(comparison, { nesting: options.nesting ?? 'logical', say: words }, statuses)
  const signs = legend(overlay.scene.bounds, comparison.counts, statuses, words)
  const scene = { ...overlay.scene, bounds: signs.bounds }
  const { name } = comparison.after
  const fileName = fileNames()(name, `.diff.${format}`)
  const beyond = format === 'png' ? tooManyPixels(grown(signs.bounds, sizes.pictureMargin), scale) : undefined
  if (beyond) return fail({ ...beyond, file: fileName })
  const icons = await tools.icons()
  const svg = paintSvg(scene, {
    theme: format === 'png' && theme === 'auto' ? 'light' : theme,
    icon: (icon) => icons.get(icon),
    title: words(say`Changes of “${name}”`),
    description: words(summaryText(comparison)),
    opacity: opacityIn(overlay),
    over: [...overlayMarks(overlay, words), ...signs.marks],
    ...(transparent && { transparent }),
    ...(format === 'svg' && { scale }),
    ...(format === 'svg' && embedsFonts && { fontCss: fontCss(scene, await tools.fonts()) }),
  })
  if (format === 'svg') return ok({ name: fileName, content: svg, notes: [] })
  return ok({
    name: fileName,
    content: pngWith(await tools.rasterise(svg, scale), scale, undefined),
    notes: [],
  })
}
