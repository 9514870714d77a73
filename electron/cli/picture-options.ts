/** The options of `fairlead export` that are about pictures. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { paperNames } from '../../shared/pictures/pdf/papers'
import type { PdfPages, PictureFormat, PictureOptions } from '../../shared/pictures/picture'
import { say } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'

/** As Commander gives them. */
export interface GivenPictureOptions {
  readonly theme: NonNullable<PictureOptions['theme']>
  readonly scale?: number
  readonly transparent?: boolean
  readonly select?: readonly string[]
  /** `--no-design` makes it false. */
  readonly design: boolean
  readonly embedFonts?: boolean
  readonly page: NonNullable<PictureOptions['paper']>
  readonly pages?: readonly PdfPages[]
}

/** Adds those of every picture, be it of a design or of a comparison: theme and scale. */
export function addDrawingOptions(command: Command, words: Translate): Command {
  return command
    .addOption(
      new Option('--theme <theme>', words('of a picture; auto: both in one SVG'))
        .choices(['light', 'dark', 'auto'])
        .default('light'),
    )
    .option(
      '--scale <factor>',
      words('pixels per unit of a picture; 1 for SVG and 2 for PNG when left out'),
      (text) => parseScale(text, words),
    )
}

/** Adds those of a picture of a design. */
export function addPictureOptions(command: Command, words: Translate): Command {
  return addDrawingOptions(command, words)
    .option('--transparent', words('leave the background of a picture out'))
    .option('--select <id...>', words('draw only these elements, with what is in them'))
    .option('--no-design', words('leave the design out of a PNG or SVG, which then can’t be opened again'))
    .option('--embed-fonts', words('put the fonts into an SVG'))
    .addOption(
      new Option('--page <size>', words('of a PDF: paper, or one page as large as the drawing'))
        .choices(['fit', ...paperNames])
        .default('fit'),
    )
    .option(
      '--pages <list>',
      words('what follows in a PDF: problems, waivers, threads, changes, with commas'),
      (text) => parsePages(text, words),
    )
}

/** The same for whoever draws. */
export function pictureOptions(given: GivenPictureOptions, format: PictureFormat): PictureOptions {
  const {
    theme,
    scale = format === 'png' ? 2 : 1,
    transparent,
    select,
    design,
    embedFonts,
    page,
    pages,
  } = given
  return {
    ...{ theme, scale, carriesDesign: design, paper: page },
    ...(transparent === undefined ? {} : { transparent }),
    ...(select === undefined ? {} : { only: select }),
    ...(embedFonts === undefined ? {} : { embedsFonts: embedFonts }),
    ...(pages === undefined ? {} : { pages }),
  }
}

const LARGEST_SCALE = 8

/** A factor by which a picture is larger. */
function parseScale(text: string, words: Translate): number {
  const scale = Number(text)
  if (text.trim() !== '' && scale > 0 && scale <= LARGEST_SCALE) return scale
  throw new InvalidArgumentError(words(say`It is a number above 0, at most ${LARGEST_SCALE}.`))
}

const PAGES: readonly string[] = ['problems', 'waivers', 'threads', 'changes'] satisfies readonly PdfPages[]

function parsePages(text: string, words: Translate): readonly PdfPages[] {
  const pages = text.split(',').map((page) => page.trim())
  if (pages.every((page): page is PdfPages => PAGES.includes(page))) return pages
  throw new InvalidArgumentError(words(say`Allowed are ${PAGES.join(', ')}.`))
}
