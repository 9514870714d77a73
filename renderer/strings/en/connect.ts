/** Drawing lines. */
export const connect = {
  meaning: 'What does this line mean?',
  refused: 'This line can’t be drawn',
  meanings: 'This line could mean {{count}} things',
  nothingToConnect: 'There is nothing here yet that it could be connected with.',
  walkTitle: 'Connecting with the keyboard',
  walkFrom: 'Connect “{{name}}”',
  walkArrows: 'choose',
  walkTab: 'next',
  walkEnter: 'connect',
  walkEscape: 'leave',
  walkBegun_one:
    'Connecting “{{name}}”: {{count}} element is possible. Arrows choose, Enter connects, Escape leaves.',
  walkBegun_other:
    'Connecting “{{name}}”: {{count}} elements are possible. Arrows choose, Enter connects, Escape leaves.',
  walked: '{{name}}: {{what}}, {{at}} of {{count}}',
  walkLeft: 'Not connected',
  insideEachOther: 'These are drawn inside each other: drag one into the other instead.',
  from: {
    left: 'Connect from the left',
    right: 'Connect from the right',
    top: 'Connect from the top',
    bottom: 'Connect from the bottom',
  },
} as const
