import { describe, expect, test } from 'vitest'
import { colors, type Theme } from '../../shared/figures/tokens'
import css from './tokens.css?raw'

/** The declarations of a theme's block. */
function declared(theme: Theme): ReadonlyMap<string, string> {
  const block = new RegExp(`data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']))
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test('has the same colours on the page and in the drawing', () => {
    const page = declared(theme)
    for (const [token, color] of Object.entries(colors)) {
      expect(page.get(token), token).toBe(color[theme].toLowerCase())
    }
  })
})
