/** Drawing lines. */
export const connect = {
  meaning: 'What does this line mean?',
  refused: 'This line can’t be drawn',
  insideEachOther: 'These are drawn inside each other: drag one into the other instead.',
  from: {
    left: 'Connect from the left',
    right: 'Connect from the right',
    top: 'Connect from the top',
    bottom: 'Connect from the bottom',
  },
} as const
