/** Lists of differences. */
export const differences = {
  before: 'Before:',
  after: 'After:',
  line: 'Line {{id}}',
  more: 'and {{count}} more',
} as const
