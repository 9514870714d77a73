/** The list of what may stand at a point of the canvas. */
export const quickAdd = {
  title: 'Add an element here',
  titleFrom: 'Connect “{{name}}” with a new…',
  search: 'Add an element',
  none: 'Nothing that fits here is called “{{query}}”.',
  hint: '{{up}} {{down}} choose · {{enter}} add · {{escape}} close',
  results_one: '{{count}} result',
  results_other: '{{count}} results',
} as const
