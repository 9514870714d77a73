import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { paintSvg } from '../../shared/figures/paint-svg'
import { sceneOf } from '../../shared/figures/scene'
import { renderPng } from './png'

const word = (text: string, family: string, weight = 400) =>
  renderPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><text y="16" font-family="${family}" font-weight="${weight}">${text}</text></svg>`,
    1,
  )

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

describe('renderPng', () => {
  it('makes a PNG of the picture’s size, times the scale', async () => {
    const queue = { kind: 'sqs-queue', spec: { QueueName: '주문' } }
    const scene = sceneOf({ ...emptyDesign('One queue'), elements: { queue } })
    const svg = paintSvg(scene, { theme: 'light', icon: () => undefined, title: 'One queue' })
    const png = await renderPng(svg, 2)
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(sizeOf(png)).toEqual({
      width: (scene.bounds.width + 32) * 2,
      height: (scene.bounds.height + 32) * 2,
    })
  })

  it('has the glyphs of Korean: no two syllables look the same, as empty boxes would', async () => {
    expect(await word('주', 'Pretendard')).not.toEqual(await word('문', 'Pretendard'))
    expect(await word('주', 'JetBrains Mono')).not.toEqual(await word('문', 'JetBrains Mono'))
  })

  it('has both weights and the monospaced font', async () => {
    const [regular, semibold, mono] = await Promise.all([
      word('orders', 'Pretendard'),
      word('orders', 'Pretendard', 600),
      word('orders', 'JetBrains Mono'),
    ])
    expect(semibold).not.toEqual(regular)
    expect(mono).not.toEqual(regular)
  })

  it('makes the same bytes of the same picture', async () => {
    expect(await word('same', 'Pretendard')).toEqual(await word('same', 'Pretendard'))
  })
})
