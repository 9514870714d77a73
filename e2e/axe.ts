import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** The levels of WCAG 2.2 that the app keeps. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Scope {
  /** Selectors: only these parts of the page are looked at. */
  readonly within?: readonly string[]
  /** Rules that are left out. */
  readonly without?: readonly string[]
}

/** What a machine finds wrong with a page, each with the places where it is. Colours are read as they are: let fading end first. */
export async function axeFaults(
  page: Page,
  { within = [], without = [] }: Scope = {},
): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
    // What is right is not told apart, and no other page puts the parts of frames together: there are none. A fifth of the time.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(LEVELS)
    .disableRules([...without])
  for (const part of within) builder.include(part)
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
