/** The window as a whole. */
export const app = { name: 'Fairlead', untitled: 'Untitled', unsaved: 'unsaved changes' } as const
