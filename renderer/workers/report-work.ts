/** Makes review reports in a worker: those of large designs take seconds. What draws pictures alone never loads it. */
import type { PriceTable } from '../../shared/cost/price-table'
import type { Design } from '../../shared/design/design'
import { paintSvg } from '../../shared/figures/paint-svg'
import type { Theme } from '../../shared/figures/tokens'
import { fontCss } from '../../shared/pictures/fonts/for-scene'
import type { Fonts } from '../../shared/pictures/pdf/type'
import { writePdf } from '../../shared/pictures/pdf/write'
import type { ReportFormat } from '../../shared/review/report/formats'
import {
  makeReport,
  type ReportFile,
  type ReportOptions,
  type ReportTools,
  reportWith,
} from '../../shared/review/report/make-report'
import type { Block, PictureBlock, Report, Section } from '../../shared/review/report/report'
import { type Catalogue, translator } from '../../shared/texts/translate'
import { sha256 } from '../hosts/sha256'
import type { Language } from '../strings/language'

/** What a report is made of: all that the page knows and the worker doesn't. */
export interface ReportAsked {
  readonly design: Design
  readonly options: ReportOptions
  readonly language: Language
  /** Of the language; absent for English. */
  readonly catalogue?: Catalogue
  /** ISO date. */
  readonly today: string
  readonly icons: ReadonlyMap<string, string>
  readonly prices: PriceTable
}

/** A report as the dialog shows it: plain values, with the picture drawn. */
export interface PreviewedReport extends Pick<Report, 'kicker' | 'title' | 'facts'> {
  readonly sections: readonly PreviewedSection[]
}

export interface PreviewedSection extends Omit<Section, 'blocks'> {
  readonly blocks: readonly PreviewedBlock[]
}

export type PreviewedBlock = Exclude<Block, PictureBlock> | DrawnPicture

export interface DrawnPicture extends Pick<PictureBlock, 'block' | 'description'> {
  readonly svg: string
}

/** The report as a file. */
export async function reportFile(
  format: ReportFormat,
  asked: ReportAsked,
  fonts: Fonts,
): Promise<ReportFile> {
  return await makeReport(format, asked.design, asked.options, toolsFor(asked, fonts))
}

/** The report to be looked at. */
export async function reportPreview(
  theme: Theme,
  asked: ReportAsked,
  fonts: Fonts,
): Promise<PreviewedReport> {
  const report = await reportWith(asked.design, asked.options, toolsFor(asked, fonts))
  const { kicker, title, facts, sections } = report
  const drawn = ({ scene, description }: PictureBlock): DrawnPicture => ({
    block: 'picture',
    description,
    svg: paintSvg(scene, {
      ...{ theme, title, description },
      icon: (name) => asked.icons.get(name),
      fontCss: fontCss(scene, fonts),
    }),
  })
  return {
    ...{ kicker, title, facts },
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.block === 'picture' ? drawn(block) : block)),
    })),
  }
}

function toolsFor({ catalogue, language, today, icons, prices }: ReportAsked, fonts: Fonts): ReportTools {
  const words = translator(catalogue)
  return {
    ...{ words, language, today, sha256 },
    icons: async () => icons,
    fonts: async () => fonts,
    prices: async () => prices,
    writePdf: async (job) => writePdf(job, fonts),
  }
}
