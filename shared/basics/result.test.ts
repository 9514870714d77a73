import { expect, test } from 'vitest'
import { describeFailure } from './result'

const said = { code: 'x', what: 'It is wrong.', mend: 'Mend it.' }

test.each([
  [said, 'It is wrong. Mend it.'],
  [{ ...said, file: 'a.json' }, 'a.json: It is wrong. Mend it.'],
  [{ ...said, file: 'a.json', line: 3 }, 'a.json, line 3, column 1: It is wrong. Mend it.'],
  [
    { ...said, file: 'a.json', line: 3, column: 9, pointer: '/a' },
    'a.json, line 3, column 9, /a: It is wrong. Mend it.',
  ],
  [{ ...said, pointer: '' }, 'It is wrong. Mend it.'],
  // Found by fuzzing: the names in a file can be any length.
  [{ ...said, pointer: `/${'a'.repeat(300)}` }, `/${'a'.repeat(198)}…: It is wrong. Mend it.`],
])('%j', (failure, text) => {
  expect(describeFailure(failure)).toBe(text)
})
