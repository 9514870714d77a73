import { describe, expect, it } from 'vitest'
import { english } from '../../texts/text'
import { fittingPage, sizeOf, tiledPages } from './pages'
import { type Paper, paperNames } from './papers'
import type { Sheet } from './sheet'

const area = (width: number, height: number) => ({ x: -40, y: 16, width, height })
const tiles = (width: number, height: number, paper: Paper = 'A4') =>
  tiledPages(area(width, height), paper, 'Shop', english)
const texts = ({ marks }: Sheet) => marks.flatMap((mark) => (mark.mark === 'text' ? mark.text : []))

it('a fitting page is as large as the drawing, and as large as programs take at most', () => {
  expect(fittingPage(area(1200, 800))).toMatchObject({ width: 1200, height: 800, part: { scale: 1 } })
  const { width, height, part } = fittingPage(area(96_000, 800))
  expect(width).toBeCloseTo(19_200)
  expect(height).toBeCloseTo(160)
  expect(part?.scale).toBeCloseTo(0.2)
})

describe('sheets of paper', () => {
  it('are one, lying or upright as the drawing is, while that is large enough to be read', () => {
    expect(tiles(900, 500)).toHaveLength(1)
    expect(tiles(900, 500)[0]).toMatchObject({
      width: expect.closeTo(1122.52),
      height: expect.closeTo(793.7),
    })
    expect(tiles(500, 900)[0]).toMatchObject({
      width: expect.closeTo(793.7),
      height: expect.closeTo(1122.52),
    })
    expect(texts(tiles(900, 500)[0]!)).toEqual(['Shop'])
  })

  it('are as few as it takes when a little smaller is enough', () => {
    const upright = tiles(1936, 752)
    expect(upright).toHaveLength(2)
    expect(upright[0]?.part?.scale).toBeGreaterThanOrEqual(0.7)
    expect(tiles(1936, 752, 'A3')).toHaveLength(1)
  })

  it('are of the size that the printer takes, in pixels of a 96th of an inch', () => {
    const sizes = paperNames.map((paper) => [paper, ...sizeOf(paper)])
    expect(sizes).toEqual([
      ['A4', expect.closeTo(793.7, 1), expect.closeTo(1122.5, 1)],
      ['A3', expect.closeTo(1122.5, 1), expect.closeTo(1587.4, 1)],
      ['Letter', expect.closeTo(8.5 * 96), expect.closeTo(11 * 96)],
      ['Tabloid', expect.closeTo(11 * 96), expect.closeTo(17 * 96)],
    ])
  })

  it.each([
    [3000, 2000, 'A4'],
    [3000, 2000, 'A3'],
    [12_345, 6789, 'A4'],
    [700, 9000, 'A4'],
  ] as const)('show all of %d × %d on %s, each with a strip of its neighbours', (width, height, paper) => {
    const parts = tiles(width, height, paper).map(({ part }) => part!.area)
    const edges = {
      right: Math.max(...parts.map((p) => p.x + p.width)),
      low: Math.max(...parts.map((p) => p.y + p.height)),
    }
    expect(Math.min(...parts.map((p) => p.x))).toBe(-40)
    expect(Math.min(...parts.map((p) => p.y))).toBe(16)
    expect(edges.right).toBeCloseTo(width - 40)
    expect(edges.low).toBeCloseTo(height + 16)
    const row = parts.filter((p) => p.y === 16)
    for (const [i, p] of row.entries()) {
      const next = row[i + 1]
      if (next) expect(p.x + p.width - next.x).toBeCloseTo((10 * 96) / 25.4)
    }
  })

  it('name their place and their neighbours', () => {
    const sheets = tiles(3000, 2000)
    const wide = new Set(sheets.map(({ part }) => part?.area.x)).size
    expect(texts(sheets[0]!)).toEqual([
      '2',
      String(wide + 1),
      `Shop · page 1 of ${sheets.length} · row 1, column 1`,
    ])
    expect(texts(sheets.at(-1)!).slice(0, 2)).toEqual([
      String(sheets.length - 1),
      String(sheets.length - wide),
    ])
  })
})
