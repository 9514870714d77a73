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
  pictureChanged: '“{{name}}” was changed after it was made: its checksum does not match the design.',
  pictureChangedHint: 'Look at the design before you rely on it.',
  exported: 'Exported {{name}}.',
  exportedMany: 'Exported {{count}} files.',
  clipboard: 'Clipboard',
} as const
