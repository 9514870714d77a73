import { createStore } from 'zustand/vanilla'

/** Is the command palette open? Apart from the app's state, as dialogs that commands open replace one another there. */
export const paletteState = createStore<{ readonly open: boolean }>(() => ({ open: false }))
