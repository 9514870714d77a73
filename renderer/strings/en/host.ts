/** Files and the browser host. */
export const host = {
  design: 'Fairlead design',
  importable: 'Files that can be imported',
  browser: 'Browser',
  thisBrowser: 'This browser',
  /** Where a file is whose folder the browser does not tell. */
  someFolder: 'a folder of this computer',
  noPickers:
    'This browser can’t write to an opened file. Saving downloads a new copy; the list of recent files stays empty.',
  noShell: 'Double-clicking a file does not open it here. Drop it on the window, or use Open.',
  emptied: 'A file that “Save as…” replaces is emptied by the browser before the app can keep a copy of it.',
  noWatching:
    'It can’t notice either when other programs change the file, keep earlier versions of it, or see that another tab has it open.',
  keptHere:
    'Unsaved work and earlier versions are kept in this browser. Clearing its site data deletes them, not your files.',
  keptWork: 'Unsaved work is kept in this browser. Clearing its site data deletes it, not your files.',
  noDatabase:
    'This window keeps nothing, as private windows do: after a crash unsaved work is lost, and there are no recent files and no earlier versions. Save often.',
  noLocks:
    'This page can’t see when another tab has the same file open. It still notices what that tab saves.',
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
  full: {
    what: 'There is no space left to write the file.',
    mend: 'Free some space and save again, or save elsewhere with “Save as…”. Your changes are still open and unsaved.',
  },
  locked: {
    what: 'The file is read-only, or another program is using it.',
    mend: 'Close it there and save again, or save elsewhere with “Save as…”. Your changes are still open and unsaved.',
  },
  goneAway: {
    what: 'The file or its folder is not there any more.',
    mend: 'Save elsewhere with “Save as…”. Your changes are still open and unsaved.',
  },
  unsure: {
    what: 'The file does not hold what was written to it.',
    mend: 'Save again, or elsewhere with “Save as…”. Your changes are still open.',
  },
  busy: {
    what: 'The design is open in another tab.',
    mend: 'Go on in that tab, or close it there and open the file again.',
  },
  noVersion: {
    what: 'This version is not kept any more.',
    mend: 'Choose another version.',
  },
  noGit: {
    what: 'A browser can’t read git.',
    mend: 'Open the design in the desktop app, or compare it with another file.',
  },
  changed: {
    what: 'Another program has changed the file. Nothing was replaced.',
    mend: 'Compare both, then keep yours, take theirs or merge.',
  },
  notRecent: { what: 'This file is not on the list any more.', mend: 'Choose it with “Open…”.' },
  recovery: {
    full: {
      what: 'This browser has no space left to keep your unsaved work.',
      mend: 'Save it to a file now.',
    },
    notKept: {
      what: 'This browser does not keep your unsaved work.',
      mend: 'Save it to a file: after a crash it would be lost.',
    },
    lost: { what: 'This work is not kept any more.', mend: 'Choose another one, or open the file.' },
    elsewhere: { what: 'This work is open in another tab.', mend: 'Go on in that tab.' },
  },
  picture: {
    what: 'The design was opened from a picture, and saving over it would destroy the picture.',
    mend: 'Use “Save as…”.',
  },
} as const
