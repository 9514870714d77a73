import { describe, expect, it } from 'vitest'
import { fitPath, fitText, measure, styles, wrap } from './text'

describe('measure', () => {
  it('gives every character of the monospaced font the same width', () => {
    expect(measure('iiii', styles.code)).toBe(measure('MMMM', styles.code))
  })

  it('knows that an m is wider than an i, and semibold wider than regular', () => {
    expect(measure('m', styles.label)).toBeGreaterThan(measure('i', styles.label))
    expect(measure('orders', styles.name)).toBeGreaterThan(measure('orders', styles.label))
  })

  it('gives Hangul its own width, in both fonts', () => {
    expect(measure('주문', styles.label)).toBeCloseTo(2 * 0.864 * 12)
    expect(measure('주문', styles.code)).toBeCloseTo(2 * 0.864 * 11)
  })
})

describe('fitText', () => {
  it('leaves alone what fits', () => {
    expect(fitText('orders', 100, styles.name)).toBe('orders')
  })

  it('cuts prose at its end and identifiers in the middle', () => {
    expect(fitText('internet-facing · 2 listeners', 100, styles.fact)).toMatch(/^internet-fac.*…$/)
    const cut = fitText('a-very-long-execution-role-name', 100, styles.name, 'middle')
    expect(cut).toMatch(/^a-.*…/)
    expect(cut.endsWith('name')).toBe(true)
  })

  it.each([0, 5, 12, 40, 77, 150])('never gives more than %i pixels', (width) => {
    for (const cut of ['end', 'middle'] as const) {
      expect(
        measure(fitText('주문 플랫폼 orders platform 🚀', width, styles.name, cut), styles.name),
      ).toBeLessThanOrEqual(width)
    }
  })

  it('does not cut a character in half', () => {
    expect(fitText('🚀🚀🚀🚀🚀🚀', 40, styles.label)).toBe('🚀🚀…')
  })
})

describe('fitPath', () => {
  const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders-api:1.4.2'

  it('keeps the last part, which says which image it is', () => {
    expect(fitPath(image, 180, styles.code)).toBe('…/orders-api:1.4.2')
    expect(fitPath(image, 1000, styles.code)).toBe(image)
  })

  it('cuts even that in the middle, where it has to', () => {
    expect(fitPath(image, 80, styles.code)).toMatch(/^orde.*….*1\.4\.2$/)
  })
})

describe('wrap', () => {
  it('breaks at spaces and keeps the line breaks of the text', () => {
    expect(wrap('one two three\nfour', 60, styles.label)).toEqual(['one two', 'three', 'four'])
  })
})
