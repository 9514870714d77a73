/** Waivers. */
export const waivers = {
  title: 'Waive a problem',
  waive: 'Waive',
  takeBack: 'Take the waiver back',
  reason: 'Why it is acceptable',
  reasonMissing: 'Say why, so that a reviewer can agree.',
  author: 'Who says so',
  authorMissing: 'A waiver needs a name.',
  expires: 'Until (may be left empty)',
  expiresPlaceholder: 'YYYY-MM-DD',
  expiresWrong: 'Write a day from today on as YYYY-MM-DD.',
  hint: 'The problem stays in the list, struck through, and in every report.',
  by: 'Waived by {{author}}: {{reason}}',
  byUntil: 'Waived by {{author}} until {{date}}: {{reason}}',
  ended: 'Its waiver ended on {{date}}.',
  step: 'Waive {{rule}}',
} as const
