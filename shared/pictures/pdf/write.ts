/** A PDF of a drawing: the drawing once, and pages that show all of it or a part. The same job gives the same bytes. */

import { colorOf } from '../../figures/paint'
import { rgb } from './color'
import { newPdf, nums, type PdfFile, type Reference, textString } from './file'
import { content, inTheme, newPainter, type Painter, placedContent, writeResources } from './paint'
import type { PdfJob, Sheet } from './sheet'
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
  const page = (sheet: Sheet, text: string) => writePage(file, { sheet, text, tree, resources: all })
  const pages = sheets.map((sheet, i) => page(sheet, contents[i] ?? ''))
  file.set(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.join(' ')}]>>`)
  const catalog = file.add(
    `<</Type/Catalog/Pages ${tree}/Lang(${language})/ViewerPreferences<</DisplayDocTitle true>>>>`,
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
}

function writePage(file: PdfFile, { sheet, text, tree, resources }: Page): Reference {
  const media = `/MediaBox[0 0 ${nums(sheet.width * POINTS, sheet.height * POINTS)}]`
  const contents = file.stream('', text)
  return file.add(`<</Type/Page/Parent ${tree}${media}/Resources ${resources}/Contents ${contents}>>`)
}
