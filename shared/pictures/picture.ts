/**
 * Pictures of a design, for the app and for the command line alike: the same design, options and tools give the same
 * bytes. What a host brings are its tools: icons and fonts from its files, what makes pixels of an SVG, a hash.
 */
import { strToU8 } from 'fflate'
import { fail, ok, type Result } from '../basics/result'
import type { Design } from '../design/design'
import { fileNames } from '../exports/file-names'
import type { ExportNote } from '../exports/format'
import type { Rect } from '../figures/mark'
import { paintSvg, type SvgOptions } from '../figures/paint-svg'
import { grown } from '../figures/routing/geometry'
import { part, type Scene, sceneOf } from '../figures/scene'
import { sizes, type Theme } from '../figures/tokens'
import type { View } from '../figures/view'
import { extract } from '../graph/copy'
import type { NestingName } from '../graph/nestings'
import { sectionPages } from '../review/report/pdf/section-pages'
import type { SectionId } from '../review/report/report'
import { say } from '../texts/text'
import type { Translate } from '../texts/translate'
import { metadataWith, pngWith } from './carried/carry'
import { type Sha256, seal } from './carried/envelope'
import { type Shareable, shareable } from './carried/shareable'
import { fontCss, missingCharacters } from './fonts/for-scene'
import { drawingOf, iconsIn, sheetsOf } from './pdf/job'
import type { Paper } from './pdf/papers'
import type { PdfJob } from './pdf/sheet'
import type { Fonts } from './pdf/type'
import { tooManyPixels } from './size'

export type PictureFormat = 'png' | 'svg' | 'pdf'

/** Plain values: a dialog fills them, the command line reads them from its options. */
export interface PictureOptions {
  /** `auto`: light, and dark where whoever looks at it prefers that. Only an SVG can; others are light then. */
  readonly theme?: Theme | 'auto'
  /** Pixels per unit of a PNG, and the size of an SVG; absent: 1. */
  readonly scale?: number
  /** Without a background. */
  readonly transparent?: boolean
  /** Only these elements, with what is in them; absent: everything. */
  readonly only?: readonly string[]
  /** Which nesting is drawn; absent: clusters with their services. */
  readonly nesting?: NestingName
  /** Whether a PNG or SVG carries the design, so that it can be opened again; absent: it does. */
  readonly carriesDesign?: boolean
  /** Whether that design has the values that look like secrets: only where nobody else gets it, such as its own file. */
  readonly keepsSecrets?: boolean
  /** Whether an SVG carries its fonts, so that it looks the same where they are not installed; absent: it doesn't. */
  readonly embedsFonts?: boolean
  /** What a PDF's drawing is put on; absent: one page as large as it is. */
  readonly paper?: Paper | 'fit'
  /** What follows the drawing in a PDF. */
  readonly pages?: readonly PdfPages[]
}

/** Sections of the review report. */
export type PdfPages = Extract<SectionId, 'problems' | 'waivers' | 'threads' | 'changes'>

export interface PictureTools {
  /** The texts of the icons' SVG files. */
  readonly icons: () => Promise<ReadonlyMap<string, string>>
  readonly fonts: () => Promise<Fonts>
  /** The pixels of an SVG document as the bytes of a PNG file. */
  readonly rasterise: (svg: string, scale: number) => Promise<Uint8Array>
  /** Writes a PDF: `writePdf`, wherever it doesn't make anybody wait. */
  readonly writePdf: (job: PdfJob) => Promise<Uint8Array>
  readonly sha256: Sha256
  /** Puts the drawing's words into a language; the same function as before means the same language. */
  readonly words: Translate
  readonly language: string
  /** ISO date: a waiver may be over. */
  readonly today: string
}

export interface Picture {
  /** A file's name, with its ending. */
  readonly name: string
  readonly content: string | Uint8Array
  readonly notes: readonly ExportNote[]
}

/** Draws a design. Fails when a PNG would have more pixels than can be drawn. */
export async function drawPicture(
  format: PictureFormat,
  design: Design,
  options: PictureOptions,
  tools: PictureTools,
): Promise<Result<Picture>> {
  const view: View = { nesting: options.nesting ?? 'logical', say: tools.words }
  const whole = sceneOf(design, view)
  const shown = options.only && itemsOf(whole, options.only)
  const wish: Wish = {
    ...{ design, options, tools },
    scene: shown ? part(whole, shown) : whole,
    carried: carriedBy(shown ? extract(design, shown) : design, options),
    name: fileNames()(design.name, `.${format}`),
  }
  if (format === 'svg') return ok(await svgPicture(wish))
  return format === 'png' ? await pngPicture(wish) : ok(await pdfPicture(wish))
}

interface Wish {
  readonly design: Design
  readonly scene: Scene
  /** The design of what is shown, as the picture carries it; absent when it should carry none. */
  readonly carried: Shareable | undefined
  readonly name: string
  readonly options: PictureOptions
  readonly tools: PictureTools
}

/** What is drawn of the elements: a target group is a row of its load balancer, and what is folded away is its frame. */
function itemsOf(scene: Scene, ids: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(ids.map((id) => scene.hidden.get(id) ?? id))
  for (const { from, to, id } of scene.lines) if (wanted.has(id)) wanted.add(from).add(to)
  for (const { id, figure } of scene.items) {
    if (figure.rows.some(({ element }) => element !== undefined && wanted.has(element))) wanted.add(id)
  }
  return wanted
}

function carriedBy(design: Design, { carriesDesign, keepsSecrets }: PictureOptions): Shareable | undefined {
  if (carriesDesign === false) return undefined
  return keepsSecrets === true ? { design, hidden: 0 } : shareable(design)
}

async function sealed({ carried, tools }: Wish): Promise<string | undefined> {
  return carried && (await seal(carried.design, tools.sha256))
}

async function svgPicture(wish: Wish): Promise<Picture> {
  const { options, tools, scene, name } = wish
  const { theme = 'light', scale = 1, embedsFonts = false } = options
  const carried = await sealed(wish)
  const svg = paintSvg(scene, {
    ...(await paintOptions(wish)),
    ...{ theme, scale },
    ...(carried === undefined ? {} : { metadata: metadataWith(carried) }),
    ...(embedsFonts ? { fontCss: fontCss(scene, await tools.fonts()) } : {}),
  })
  return { name, content: svg, notes: [...emptyNotes(wish), ...hiddenNotes(wish)] }
}

async function pngPicture(wish: Wish): Promise<Result<Picture>> {
  const { options, tools, scene, name } = wish
  const { scale = 1 } = options
  const beyond = tooManyPixels(areaOf(scene), scale)
  if (beyond) return fail({ ...beyond, file: name })
  // The scale is the renderer's: what lies between two pixels of an SVG would be rounded.
  const svg = paintSvg(scene, { ...(await paintOptions(wish)), theme: plainTheme(options) })
  const pixels = await tools.rasterise(svg, scale)
  const content = pngWith(pixels, scale, await sealed(wish))
  return ok({ name, content, notes: [...(await drawnNotes(wish)), ...hiddenNotes(wish)] })
}

async function pdfPicture(wish: Wish): Promise<Picture> {
  const { design, options, tools, scene, name } = wish
  const icons = await tools.icons()
  const { words, language, today } = tools
  const sections = [...new Set(options.pages ?? [])]
  const written = (paper: Paper) => sectionPages(design, sections, paper, { words, language, today })
  const job = {
    ...{ title: design.name, language, icons: iconsIn(scene, icons) },
    drawing: drawingOf(scene, areaOf(scene), plainTheme(options), options.transparent === true),
    sheets: sheetsOf({ design, area: areaOf(scene), options, words, written }),
  }
  const id = (await tools.sha256(strToU8(JSON.stringify(job)))).slice(0, 32)
  return { name, content: await tools.writePdf({ ...job, id }), notes: await drawnNotes(wish) }
}

async function paintOptions({ design, options, tools, scene }: Wish): Promise<Omit<SvgOptions, 'theme'>> {
  const icons = await tools.icons()
  const { items, lines } = scene
  return {
    icon: (name) => icons.get(name),
    title: design.name,
    description: tools.words(say`Elements: ${items.length}. Lines: ${lines.length}. Drawn with Fairlead.`),
    ...(options.transparent === true ? { transparent: true } : {}),
  }
}

function plainTheme({ theme = 'light' }: PictureOptions): Theme {
  return theme === 'auto' ? 'light' : theme
}

/** What the picture shows: the drawing with its margin. */
function areaOf({ bounds }: Scene): Rect {
  return grown(bounds, sizes.pictureMargin)
}

function emptyNotes({ scene }: Wish): readonly ExportNote[] {
  return scene.items.length > 0
    ? []
    : [{ code: 'empty', text: 'There is nothing in the picture: no element is drawn.' }]
}

function hiddenNotes({ carried }: Wish): readonly ExportNote[] {
  if (!carried?.hidden) return []
  const text = say`Values that look like secrets are not in the design that the picture carries: ${carried.hidden}. Dots stand for them.`
  return [{ code: 'secrets-hidden', text }]
}

/** A viewer of an SVG has fonts of its own; a PNG or a PDF has only those that are shipped. */
async function drawnNotes(wish: Wish): Promise<readonly ExportNote[]> {
  const missing = missingCharacters(wish.scene, await wish.tools.fonts())
  if (missing.length === 0) return emptyNotes(wish)
  const shown = missing.slice(0, 10).join(' ')
  const text = say`The picture’s fonts lack these characters; boxes stand for them: ${shown}`
  return [...emptyNotes(wish), { code: 'missing-characters', text }]
}
