/** Reports of imports. */
export const imported = {
  done_one: 'Imported one element. Nothing was left out.',
  done_other: 'Imported {{count}} elements. Nothing was left out.',
  title: 'Imported “{{name}}”',
  elements_one: 'One element came from the import.',
  elements_other: '{{count}} elements came from the import.',
  dropped_one: 'One member was left out.',
  dropped_other: '{{count}} members were left out.',
  kept_one: 'One deserves a look.',
  kept_other: '{{count}} deserve a look.',
  more_one: 'And one more.',
  more_other: 'And {{count}} more.',
  reading: 'Reading {{name}}…',
  slow: {
    what: 'Reading the file took longer than {{seconds}} seconds and was stopped.',
    mend: 'Split it into smaller files.',
  },
  stopped: {
    what: 'Reading the file ended before it was done.',
    mend: 'Try again, or import a part of it.',
  },
} as const
