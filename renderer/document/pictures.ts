/** Pictures of the open design: made, exported, copied. Drawn by the core, as on the command line, to the byte. */
import monoUrl from '../../assets/fonts/JetBrainsMono-Regular.ttf?url'
import regularUrl from '../../assets/fonts/Pretendard-Regular.otf?url'
import semiBoldUrl from '../../assets/fonts/Pretendard-SemiBold.otf?url'
import type { Result } from '../../shared/basics/result'
import { readFont } from '../../shared/pictures/fonts/sfnt'
import type { Fonts } from '../../shared/pictures/pdf/type'
import {
  drawPicture,
  type Picture,
  type PictureFormat,
  type PictureOptions,
  type PictureTools,
} from '../../shared/pictures/picture'
import { iconTexts } from '../figures/icons'
import { sha256 } from '../hosts/sha256'
import { todayHere } from '../problems/judged'
import { type App, designOf } from '../store'
import { language } from '../strings/language'
import { sayNow } from '../strings/words'
import { makePicture } from '../workers/make-picture'

/** A picture of the open design, in the language of the interface; nothing is written. */
export async function drawOpen(
  app: App,
  format: PictureFormat,
  options: PictureOptions,
): Promise<Result<Picture>> {
  app.patch({ busy: true })
  try {
    return await drawPicture(format, designOf(app.store.getState()), options, pictureTools())
  } finally {
    app.patch({ busy: false })
  }
}

/** What a picture is made with where nobody is asked: as it is on the screen, and a PNG sharp on most. */
export function optionsOnScreen(app: App, format: PictureFormat): PictureOptions {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
  return { theme, scale: format === 'png' ? 2 : 1, nesting: app.store.getState().nesting }
}

/** What pictures are made with here. */
export function pictureTools(): PictureTools {
  return {
    icons: iconTexts,
    fonts,
    rasterise: (svg, scale) => makePicture({ make: 'png', svg, scale }),
    writePdf: (job) => makePicture({ make: 'pdf', job }),
    sha256,
    words: sayNow(),
    language: language(),
    today: todayHere(),
  }
}

async function fonts(): Promise<Fonts> {
  const font = async (url: string) => readFont(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  const [regular, semiBold, mono] = await Promise.all([font(regularUrl), font(semiBoldUrl), font(monoUrl)])
  return { regular, semiBold, mono }
}
