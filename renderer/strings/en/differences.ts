/** Lists of differences. */
export const differences = {
  before: 'Before:',
  after: 'After:',
  more: 'and {{count}} more',
} as const
