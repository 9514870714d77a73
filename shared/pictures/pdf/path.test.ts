import { describe, expect, it } from 'vitest'
import { glyphs } from '../../figures/glyphs'
import { testIcons } from '../../testing/pictures'
import { pathOperators } from './path'

describe('SVG path data as PDF operators', () => {
  it.each([
    ['M1 2L3 4', '1 2 m 3 4 l'],
    ['m1 2 3 4', '1 2 m 4 6 l'],
    ['M1 2H5V6z', '1 2 m 5 2 l 5 6 l h'],
    ['M1 2h4v4h-4z', '1 2 m 5 2 l 5 6 l 1 6 l h'],
    ['M0 0C1 2 3 4 5 6s1 1 2 2', '0 0 m 1 2 3 4 5 6 c 7 8 6 7 7 8 c'],
    ['M0 0Q3 3 6 0', '0 0 m 2 2 4 2 6 0 c'],
    ['M0 0Q3 3 6 0T12 0', '0 0 m 2 2 4 2 6 0 c 8 -2 10 -2 12 0 c'],
    ['M.5.5l-.25.25', '0.5 0.5 m 0.25 0.75 l'],
    ['M1e1 2E-1L1-1', '10 0.2 m 1 -1 l'],
    ['M1 1h1zl1 1', '1 1 m 2 1 l h 2 2 l'],
    ['M0 0a0 5 0 0 1 4 4', '0 0 m 4 4 l'],
    ['', ''],
  ])('%s', (data, operators) => expect(pathOperators(data)).toBe(operators))

  it('draws a quarter of a circle as one curve, and a half as two', () => {
    expect(pathOperators('M0 10A10 10 0 0 1 10 0')).toBe('0 10 m 0 4.477 4.477 0 10 0 c')
    expect(pathOperators('M0 0a5 5 0 0110 0').match(/ c/g)).toHaveLength(2)
  })

  it('keeps to the sweep and to the larger part of an ellipse', () => {
    const [up, down] = ['M0 0A5 5 0 0 1 10 0', 'M0 0A5 5 0 0 0 10 0'].map(pathOperators)
    expect(up).toContain('5 -5 c')
    expect(down).toContain('5 5 c')
    expect(pathOperators('M0 0A5 5 0 1 1 5 5').match(/ c/g)).toHaveLength(3)
    // A radius that can't reach grows until it does.
    expect(pathOperators('M0 0A1 1 0 0 1 10 0')).toContain('5 -5 c')
  })

  it('understands every icon and glyph that is drawn', () => {
    const data = [
      ...[...testIcons.values()].flatMap((svg) =>
        [...svg.matchAll(/\sd="([^"]*)"/g)].map(([, d]) => d ?? ''),
      ),
      ...Object.values(glyphs).flatMap((glyph) => Object.values(glyph)),
    ]
    expect(data.length).toBeGreaterThan(80)
    for (const d of data) {
      expect(pathOperators(d)).toMatch(/^(?:(?:-?\d+(?:\.\d+)? )+[mlc] ?|h ?)+$/)
    }
  })
})

it('icons are groups of paths and nothing else, which is all that a PDF of them shows', () => {
  for (const [name, svg] of testIcons) {
    const tags = [...svg.replace(/<title>[^<]*<\/title>/, '').matchAll(/<(\w+)([^>]*)>/g)]
    for (const [, tag = '', attributes = ''] of tags) {
      expect(['svg', 'g', 'path'], name).toContain(tag)
      for (const [, attribute] of attributes.matchAll(/\s([\w:-]+)=/g)) {
        expect(['xmlns', 'viewBox', 'fill', 'fill-rule', 'd'], name).toContain(attribute)
      }
    }
  }
})
