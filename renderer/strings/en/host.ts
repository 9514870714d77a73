/** Files and the browser host. */
export const host = {
  design: 'Fairlead design',
  browser: 'Browser',
  thisBrowser: 'This browser',
  noPickers:
    'This browser can’t write to an opened file. Saving downloads a new copy; the list of recent files stays empty.',
  noShell: 'Double-clicking a file does not open it here. Drop it on the window, or use Open.',
  replace: 'The folder already has {{names}}. Replace?',
  tooBig: {
    what: 'The file has {{size}} MiB; at most {{limit}} MiB can be opened.',
    mend: 'Choose a smaller file, or split it.',
  },
  gone: { what: 'The file is not there any more.', mend: 'Choose it again with “Open…”.' },
  read: { what: 'The file could not be read.', mend: 'Choose it again with “Open…”.' },
  write: {
    what: 'The file could not be written.',
    mend: 'Save elsewhere with “Save as…”. Your changes are still open and unsaved.',
  },
  refused: {
    what: 'The browser was not allowed to use this file.',
    mend: 'Try again and allow it, or save elsewhere.',
  },
  noGrant: { what: 'The app has no file to save to.', mend: 'Use “Save as…”.' },
  changed: {
    what: 'Another program has changed the file. Nothing was replaced.',
    mend: 'Compare both, then keep yours, take theirs or merge.',
  },
  notRecent: { what: 'This file is not on the list any more.', mend: 'Choose it with “Open…”.' },
  picture: {
    what: 'The design was opened from a picture, and saving over it would destroy the picture.',
    mend: 'Use “Save as…”.',
  },
} as const
