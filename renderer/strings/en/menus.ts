/** The menus. */
export const menus = {
  File: 'File',
  Edit: 'Edit',
  View: 'View',
  Arrange: 'Arrange',
  Review: 'Review',
  Help: 'Help',
} as const
