/** Frames around what is selected. */
export const group = { wrapIn: 'Wrap in' } as const
