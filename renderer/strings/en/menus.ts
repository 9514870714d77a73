/** The menus. */
export const menus = { File: 'File', Edit: 'Edit', View: 'View', Arrange: 'Arrange', Help: 'Help' } as const
