/** Pictures on the command line: laid out by ELK where nobody has placed things, painted as SVG, made a PNG by resvg. */
import { join } from 'node:path'
import ELK from 'elkjs/lib/elk.bundled.js'
import type { Design } from '../../shared/design/design'
import { svgExport } from '../../shared/exports/svg'
import type { Theme } from '../../shared/figures/tokens'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { RunElk } from '../../shared/layout/elk'
import type { Translate } from '../../shared/texts/translate'
import { renderPng } from '../pictures/png'
import type { Io } from './io'
import type { OutputFile } from './output'

export interface PictureOptions {
  readonly theme: Theme
  /** Pixels per unit. */
  readonly scale: number
  /** Puts the drawing's words into a language. */
  readonly say: Translate
}

/** The design as an SVG document. */
export async function svgPicture(io: Io, design: Design, options: PictureOptions): Promise<OutputFile> {
  const icons = await readIcons(io)
  const { files } = svgExport.export(await placed(design), { ...options, icon: (name) => icons.get(name) })
  const [file] = files
  if (!file) throw new Error('The SVG export gave no file.')
  return file
}

/** The design as a PNG file. */
export async function pngPicture(
  io: Io,
  design: Design,
  { scale, ...options }: PictureOptions,
): Promise<OutputFile> {
  const svg = await svgPicture(io, design, { ...options, scale: 1 })
  return {
    name: svg.name.replace(/\.svg$/, '.png'),
    content: await renderPng(String(svg.content), { scale }),
  }
}

/** Elements without a place get one; those that somebody has placed stay where they are. */
async function placed(design: Design): Promise<Design> {
  const ids = Object.keys(design.elements)
  const missing = ids.filter((id) => !Object.hasOwn(design.layout, id))
  if (missing.length === 0) return design
  const only = missing.length === ids.length ? {} : { only: new Set(missing) }
  const places = await autoLayout(design, runElk, only)
  return { ...design, layout: { ...design.layout, ...places } }
}

const runElk: RunElk = (graph) => new ELK().layout(graph) as ReturnType<RunElk>

async function readIcons(io: Io): Promise<ReadonlyMap<string, string>> {
  const folder = join(io.assets, 'icons')
  const names = (await io.list(folder)).filter((name) => name.endsWith('.svg'))
  const decoder = new TextDecoder()
  const read = async (name: string) =>
    [name.slice(0, -4), decoder.decode(await io.readFile(join(folder, name)))] as const
  return new Map(await Promise.all(names.map(read)))
}
