/** Pictures of the drawing: the scene painted as SVG, and that SVG drawn into a PNG. No screenshot of the page. */
import monoUrl from '../../assets/fonts/JetBrainsMono-Regular.woff2?url'
import regularUrl from '../../assets/fonts/Pretendard-Regular.woff2?url'
import semiBoldUrl from '../../assets/fonts/Pretendard-SemiBold.woff2?url'
import type { Badge } from '../../shared/figures/paint'
import { paintSvg } from '../../shared/figures/paint-svg'
import type { Scene } from '../../shared/figures/scene'
import type { Theme } from '../../shared/figures/tokens'
import { iconTexts } from '../figures/icons'

export interface Picture {
  /** Text stays text; the fonts are named, not embedded. */
  readonly svg: string
  /** The bytes of a PNG file, with so many pixels per unit. */
  readonly png: (scale: number) => Promise<Uint8Array<ArrayBuffer>>
}

export interface PictureOptions {
  readonly title: string
  readonly theme: Theme
  /** Problem signs; left out of the picture when absent. */
  readonly badges?: ReadonlyMap<string, Badge>
}

/** The picture of a scene. */
export async function pictureOf(scene: Scene, options: PictureOptions): Promise<Picture> {
  const icons = await iconTexts()
  const base = { ...options, icon: (name: string) => icons.get(name) }
  return {
    svg: paintSvg(scene, base),
    png: async (scale) => rasterise(paintSvg(scene, { ...base, scale, fontCss: await fontCss() })),
  }
}

/** An SVG drawn as an image can't see the page's fonts, so it carries its own. */
async function fontCss(): Promise<string> {
  const faces = [
    ['Pretendard', 400, regularUrl],
    ['Pretendard', 600, semiBoldUrl],
    ['JetBrains Mono', 400, monoUrl],
  ] as const
  const rules = faces.map(async ([family, weight, url]) => {
    const data = await dataUrl(await (await fetch(url)).blob())
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${data}) format('woff2')}`
  })
  return (await Promise.all(rules)).join('')
}

async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  image.src = await dataUrl(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas.')
  context.drawImage(image, 0, 0)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
