/** The document: saving, opening, exporting. */
export const file = {
  saveChanges: 'Save the changes to “{{name}}”?',
  lost: 'Without saving, the changes since the last save are lost.',
  noRecent: 'No file was opened or saved yet. Files that you open or save appear here.',
  place: 'line {{line}}, column {{column}}',
  unchanged: 'Nothing was changed.',
  saved: 'Saved {{name}}.',
  saveAs: 'Save as…',
  tryAgain: 'Try again',
  keptMeanwhile: 'Until it is saved, your work is kept for recovery.',
  notKeptEither: 'Your work can’t be kept for recovery either. Save it elsewhere now.',
  pictureOpened: {
    what: 'This is a picture, not a design.',
    mend: 'Open the .fairlead file that it was made from.',
  },
  noTaskDefinition: 'There is no task definition in this design.',
  noTaskDefinitionHint: 'Drag “Task definition” from the left, or import one.',
  toFillIn: 'Exported, with something left to fill in',
  written: '{{names}} written.',
  exported: 'Exported {{name}}.',
  exportedMany: 'Exported {{count}} files.',
  clipboard: 'Clipboard',
} as const
