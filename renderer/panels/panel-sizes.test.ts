import { describe, expect, test } from 'vitest'
import { fitOf, LEAST_CANVAS, STRIP, sizesFor, type Wanted } from './panel-sizes'

const inWindow = (width: number, rest: Partial<Wanted> = {}) =>
  sizesFor({
    fit: fitOf(width),
    width,
    height: 900,
    sizes: {},
    left: true,
    right: true,
    palette: true,
    ...rest,
  })

describe('panels', () => {
  test('are as wide as the visual language says, and as people made them', () => {
    expect(inWindow(1440)).toMatchObject({ leftWidth: 232, rightWidth: 336, bottomHeight: 220 })
    expect(inWindow(1440, { sizes: { rightWidth: 480 } }).rightWidth).toBe(480)
  })
  test.each([800, 900, 1024, 1099, 1100, 1280, 1440])('leave the canvas its room at %i px', (width) => {
    for (const palette of [true, false]) {
      const wide = inWindow(width, { palette, sizes: { leftWidth: 480, rightWidth: 640 } })
      expect(width - wide.leftWidth - wide.rightWidth).toBeGreaterThanOrEqual(LEAST_CANVAS)
    }
  })
  test('give way to the canvas, the inspector first', () => {
    expect(inWindow(1100, { sizes: { leftWidth: 400, rightWidth: 600 } })).toMatchObject({
      leftWidth: 400,
      rightWidth: 380,
    })
  })
  test('below 1100 px the palette is a strip of icons, and the outline stays readable', () => {
    expect(inWindow(1024).leftWidth).toBe(STRIP)
    expect(inWindow(1024, { palette: false }).leftWidth).toBe(232)
  })
  test('below 800 px they lie over the canvas, and never cover all of it', () => {
    expect(fitOf(799)).toBe('overlay')
    expect(inWindow(720, { sizes: { rightWidth: 640 } }).rightWidth).toBe(640)
    expect(inWindow(360).rightWidth).toBe(312)
  })
  test('in a low window the canvas is still there above the bottom panel', () => {
    expect(inWindow(720, { height: 450 }).bottomHeight).toBe(220)
    expect(inWindow(720, { height: 360 }).bottomHeight).toBe(172)
  })
})
