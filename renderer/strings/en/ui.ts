/** Controls that know nothing of ECS. */
export const ui = {
  suggestions: 'Suggestions for {{field}}',
  nothingFound: 'Nothing found',
  reset: 'Use the default',
} as const
