/** Tools and panels. */
export const windowTexts = {
  handTool: 'Hand tool: drag moves the view.',
  selectTool: 'Select tool.',
  gridOn: 'Grid on.',
  gridOff: 'Grid off.',
} as const
