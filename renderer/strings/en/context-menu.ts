/** The context menu of the canvas. */
export const contextMenu = {
  element: 'Element',
  elements: 'Selected elements',
  line: 'Connection',
  row: 'Row',
  canvas: 'Canvas',
} as const
