/** Tools and panels. */
export const windowTexts = {
  handTool: 'Hand tool: drag moves the view.',
  selectTool: 'Select tool.',
  gridOn: 'Grid on.',
  gridOff: 'Grid off.',
  minimapOn: 'Minimap on.',
  minimapOff: 'Minimap off.',
  panels: 'Panels',
  left: 'Elements and outline',
  bottom: 'Problems and reviews',
  right: 'Settings of what is selected',
  splitLeft: 'Width of the left panel',
  splitRight: 'Width of the right panel',
  splitBottom: 'Height of the bottom panel',
} as const
