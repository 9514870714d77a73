/** Pictures on the command line: laid out by ELK where nobody has placed things, drawn by the same code as in the app. */
import { join } from 'node:path'
import ELK from 'elkjs/lib/elk.bundled.js'
import type { Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { RunElk } from '../../shared/layout/elk'
import { type ComparisonPictureOptions, drawComparison } from '../../shared/pictures/comparison-picture'
import {
  drawPicture,
  type Picture,
  type PictureFormat,
  type PictureOptions,
} from '../../shared/pictures/picture'
import { type Comparison, comparisonOf } from '../../shared/review/compare/comparison'
import { pictureTools } from '../pictures/tools'
import type { Io } from './io'
import type { Speaker } from './outcome'

/** The design as a picture. */
export async function makePicture(
  { io, words, language }: Speaker & { readonly language: string },
  format: PictureFormat,
  design: Design,
  options: PictureOptions,
): Promise<Result<Picture>> {
  const icons = () => readIcons(io)
  const tools = pictureTools({ icons, words, language, today: io.today() })
  return await drawPicture(format, await placed(design), options, tools)
}

/** Two designs in one picture. What the new one has a place for is there in the old one, too, if it had none. */
export async function makeComparisonPicture(
  { io, words, language }: Speaker & { readonly language: string },
  format: 'svg' | 'png',
  comparison: Comparison,
  options: ComparisonPictureOptions,
): Promise<Result<Picture>> {
  const tools = pictureTools({ icons: () => readIcons(io), words, language, today: io.today() })
  const after = await placed(comparison.after)
  const layout = { ...pick(after.layout, comparison.before.elements), ...comparison.before.layout }
  const before = await placed({ ...comparison.before, layout })
  const drawn = comparisonOf(before, after, comparison.matched)
  return await drawComparison(format, drawn, options, tools)
}

function pick<T>(record: Readonly<Record<string, T>>, ids: object): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => Object.hasOwn(ids, id)))
}

/** Elements without a place get one; those that somebody has placed stay where they are. */
export async function placed(design: Design): Promise<Design> {
  const ids = Object.keys(design.elements)
  const missing = ids.filter((id) => !Object.hasOwn(design.layout, id))
  if (missing.length === 0) return design
  const only = missing.length === ids.length ? {} : { only: new Set(missing) }
  const places = await autoLayout(design, runElk, only)
  return { ...design, layout: { ...design.layout, ...places } }
}

const runElk: RunElk = (graph) => new ELK().layout(graph) as ReturnType<RunElk>

/** The texts of the icons that come with the app. */
export async function readIcons(io: Io): Promise<ReadonlyMap<string, string>> {
  const folder = join(io.assets, 'icons')
  const names = (await io.list(folder)).filter((name) => name.endsWith('.svg'))
  const decoder = new TextDecoder()
  const read = async (name: string) =>
    [name.slice(0, -4), decoder.decode(await io.readFile(join(folder, name)))] as const
  return new Map(await Promise.all(names.map(read)))
}
