/** Buttons of dialogs. */
export const dialog = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  discard: 'Discard changes',
  ok: 'OK',
} as const
