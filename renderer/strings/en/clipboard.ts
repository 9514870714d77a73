/** The clipboard. */
export const clipboard = {
  empty: 'The clipboard is empty.',
  foreign: 'The clipboard holds no Fairlead elements.',
  hint: 'Copy elements on the canvas first. A task definition is opened with Import.',
} as const
