/** A PDF of a drawing: the drawing once, and pages that show all of it or a part. The same job gives the same bytes. */

import { colorOf } from '../../figures/paint'
import { rgb } from './color'
import { addressString, newPdf, num, nums, type PdfFile, type Reference, textString } from './file'
import { outlineEntry } from './outline'
import { content, inTheme, newPainter, type Painter, placedContent, writeResources } from './paint'
import type { PdfJob, PdfPlace, Sheet, SheetLink } from './sheet'
import type { Fonts } from './type'

/** A pixel in points, of which 72 are an inch. */
const POINTS = 0.75

/** The bytes of the file. */
export function writePdf(job: PdfJob, fonts: Fonts): Uint8Array<ArrayBuffer> {
  const file = newPdf()
  const { drawing, sheets, title, id, language } = job
  const painter = newPainter(fonts, (name) => job.icons[name], drawing.theme)
  const paper = inTheme(painter, 'light')
  const drawn = drawingContent(painter, drawing)
  const contents = sheets.map((sheet) => pageContent(paper, sheet))
  // Only now is it known what all of them refer to.
  const resources = writeResources(file, painter)
  const { x, y, width, height } = drawing.area
  const box = nums(x, y, x + width, y + height)
  const form = file.stream(`/Type/XObject/Subtype/Form/BBox[${box}]/Resources<<${resources()}>>`, drawn)
  const all = file.add(`<<${resources(`/D ${form}`)}>>`)
  const tree = file.reserve()
  // Links lead to pages that come later.
  const pages = sheets.map(() => file.reserve())
  sheets.forEach((sheet, i) => {
    const text = contents[i] ?? ''
    file.set(
      pages[i] ?? '',
      pageObject(file, { sheet, text, tree, resources: all, place: placed(job, pages) }),
    )
  })
  file.set(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.join(' ')}]>>`)
  const outline = outlineEntry(file, job.outline ?? [], placed(job, pages))
  const catalog = file.add(
    `<</Type/Catalog/Pages ${tree}${outline}/Lang(${language})/ViewerPreferences<</DisplayDocTitle true>>>>`,
  )
  const info = file.add(`<</Title${textString(title)}/Creator(Fairlead)/Producer(Fairlead)>>`)
  return file.bytes(`/Root ${catalog}/Info ${info}/ID[<${id}><${id}>]`)
}

function drawingContent(painter: Painter, { area, background, placed, theme }: PdfJob['drawing']): string {
  const { x, y, width, height } = area
  const ground =
    background === undefined
      ? ''
      : `${rgb(colorOf(background, theme))} rg ${nums(x, y, width, height)} re f\n`
  return ground + placedContent(painter, placed)
}

function pageContent(paper: Painter, { height, marks, part }: Sheet): string {
  // From here on lengths are pixels, to the right and down, as everywhere else in this app.
  const turned = `${nums(POINTS, 0, 0, -POINTS, 0, height * POINTS)} cm`
  const shown = part ? partContent(part) : ''
  return `q ${turned}\n${shown}\n${content(paper, marks)}\nQ`
}

function partContent({ area, at, scale }: NonNullable<Sheet['part']>): string {
  const clip = `${nums(at.x, at.y, area.width * scale, area.height * scale)} re W n`
  const moved = nums(scale, 0, 0, scale, at.x - area.x * scale, at.y - area.y * scale)
  return `q ${clip} ${moved} cm /D Do Q`
}

interface Page {
  readonly sheet: Sheet
  readonly text: string
  readonly tree: Reference
  readonly resources: Reference
  readonly place: Destination
}

/** A place as the file names it. */
type Destination = (place: PdfPlace) => string

function placed({ sheets }: PdfJob, pages: readonly Reference[]): Destination {
  return ({ sheet, y }) => {
    const top = Math.max(0, (sheets[sheet]?.height ?? 0) - y)
    return `[${pages[sheet] ?? pages[0]}/XYZ null ${num(top * POINTS)} null]`
  }
}

function pageObject(file: PdfFile, { sheet, text, tree, resources, place }: Page): string {
  const media = `/MediaBox[0 0 ${nums(sheet.width * POINTS, sheet.height * POINTS)}]`
  const contents = file.stream('', text)
  const links = (sheet.links ?? []).map((link) => file.add(annotation(sheet, link, place)))
  const annotations = links.length === 0 ? '' : `/Annots[${links.join(' ')}]`
  return `<</Type/Page/Parent ${tree}${media}/Resources ${resources}/Contents ${contents}${annotations}>>`
}

function annotation({ height }: Sheet, { area, to }: SheetLink, place: Destination): string {
  const [left, bottom] = [area.x, height - area.y - area.height]
  const corners = [left, bottom, left + area.width, bottom + area.height].map((length) => length * POINTS)
  const target = 'address' in to ? `/A<</S/URI/URI ${addressString(to.address)}>>` : `/Dest${place(to)}`
  return `<</Type/Annot/Subtype/Link/Rect[${nums(...corners)}]/Border[0 0 0]${target}>>`
}
