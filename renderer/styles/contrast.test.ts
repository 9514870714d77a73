/** WCAG 2.2, 1.4.3 and 1.4.11: what is read and what has to be seen stands out from the ground it is on, in both themes. */
import { describe, expect, test } from 'vitest'
import { type ColorToken, colors, type Theme } from '../../shared/figures/tokens'

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

interface Pair {
  readonly front: readonly ColorToken[]
  readonly grounds: readonly ColorToken[]
  readonly least: number
}

const pairs: Readonly<Record<string, Pair>> = {
  'what is read': { front: ['text'], grounds: ['canvas', 'surface', 'surface-2'], least: 7 },
  'what is read second': { front: ['muted'], grounds: ['canvas', 'surface', 'surface-2'], least: 4.5 },
  'text in the colour of what it says': {
    front: ['accent', 'error', 'warning', 'advice', 'ok'],
    grounds: ['surface'],
    least: 4.5,
  },
  'text on the accent': { front: ['on-color'], grounds: ['accent'], least: 4.5 },
  'tooltips, which are the other way round': { front: ['surface'], grounds: ['text'], least: 7 },
  'the focus, and what is selected': {
    front: ['accent'],
    grounds: ['canvas', 'surface', 'surface-2'],
    least: 3,
  },
  'signs of problems': {
    front: ['error', 'warning', 'advice', 'ok'],
    grounds: ['canvas', 'surface', 'surface-2'],
    least: 3,
  },
  'lines and the signs of controls': {
    front: ['muted'],
    grounds: ['canvas', 'surface', 'surface-2'],
    least: 3,
  },
  // Frames on the canvas have a header that names them; there the colour of their edge says nothing more.
  'stripes and signs of categories': {
    front: ['compute', 'networking', 'storage', 'security', 'management', 'database', 'general'],
    grounds: ['surface'],
    least: 3,
  },
}

describe.each(['light', 'dark'] as const satisfies readonly Theme[])('in the %s theme', (theme) => {
  test.each(Object.entries(pairs))('%s stands out', (_, { front, grounds, least }) => {
    for (const token of front) {
      for (const ground of grounds) {
        const found = contrast(colors[token][theme], colors[ground][theme])
        expect(found, `${token} on ${ground}`).toBeGreaterThanOrEqual(least)
      }
    }
  })
})
