/** What hands can do, beside the shortcuts of commands. */
export const shortcuts = {
  pan: 'Pan',
  panHow: 'Space + drag, or the middle button',
  zoom: 'Zoom',
  zoomHow: 'Ctrl + wheel, or pinch',
  several: 'Select several',
  severalHow: 'Shift + click, or drag on the empty canvas',
  connect: 'Connect',
  connectHow: 'Drag from a dot at an element’s edge',
} as const
