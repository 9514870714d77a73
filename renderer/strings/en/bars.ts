/** The top bar. */
export const bars = { open: 'Open', save: 'Save', export: 'Export' } as const
