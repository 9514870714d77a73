/** Why a command can’t be used now. */
export const unusable = {
  nothingSelected: 'Nothing is selected.',
  noElementSelected: 'No element is selected.',
  notOneSelected: 'Select one element first.',
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  nothingToArrange: 'There is nothing to arrange.',
  nothingToSwitch: 'There is no service or task to switch.',
  emptyDesign: 'The design is empty.',
  spoken: 'This is the language now.',
} as const
