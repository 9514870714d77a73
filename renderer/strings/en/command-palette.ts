/** The command palette. */
export const commandPalette = {
  title: 'Command palette',
  search: 'Commands, elements to add, elements of the design',
  recent: 'Recently used',
  commands: 'Commands',
  addGroup: 'Add',
  add: 'Add {{name}}',
  goTo: 'Go to',
  none: 'Nothing is called “{{query}}”.',
  noneHint: 'Try fewer letters, a Korean word or its initials (ㅈㄹ).',
  results_one: '{{count}} result',
  results_other: '{{count}} results',
  shown: '{{kind}} {{name}} is selected',
  hint: '{{up}} {{down}} to choose · {{enter}} to run · {{escape}} to close',
} as const
