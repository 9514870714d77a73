/** The card about what a line changed. */
export const change = {
  title: 'What the line changed',
  said_one: 'What the line changed: {{title}}. One more part is in the card.',
  said_other: 'What the line changed: {{title}}. {{count}} more parts are in the card.',
  needed: 'Came with it',
  offered: 'Good to have',
  undo: 'Undo the line',
  close: 'Close',
  source: 'AWS documentation',
} as const
