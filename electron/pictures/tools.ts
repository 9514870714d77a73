/** The tools for pictures on Node. */
import { readFont } from '../../shared/pictures/fonts/sfnt'
import type { Fonts } from '../../shared/pictures/pdf/type'
import { writePdf } from '../../shared/pictures/pdf/write'
import type { PictureTools } from '../../shared/pictures/picture'
import { hashOf } from '../storage/hash'
import { pictureFiles, renderPng } from './png'

/** What only the caller knows: where the icons are, in which language, on which day. */
export type Circumstances = Pick<PictureTools, 'icons' | 'words' | 'language' | 'today'>

export function pictureTools(circumstances: Circumstances): PictureTools {
  return {
    ...circumstances,
    fonts,
    rasterise: renderPng,
    writePdf: async (job) => writePdf(job, await fonts()),
    sha256: async (bytes) => hashOf(bytes),
  }
}

async function fonts(): Promise<Fonts> {
  const { regular, semiBold, mono } = (await pictureFiles()).fonts
  return { regular: readFont(regular), semiBold: readFont(semiBold), mono: readFont(mono) }
}
