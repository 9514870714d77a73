/** R19: whatever a text in a design is, the file named after it stays in its folder and is valid on every system. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNames } from '../../shared/exports/file-names'
import { text } from '../../shared/testing/arbitraries'
import { payloads } from '../../shared/testing/payloads'
import { figure, runs } from '../../shared/testing/runs'
import { distinctFileNames } from './file-name'

const parts = [
  '..',
  '/',
  '\\',
  ':',
  'con',
  'CON',
  'aux.',
  'com1',
  'COM¹',
  'lpt9.txt',
  '.',
  ' ',
  '~',
  '$HOME',
  '`id`',
  'ß',
  'SS',
]
const more = [
  'ﬀ',
  'İ',
  'i',
  'I',
  'K',
  'k',
  'é',
  'e\u0301',
  '\u202e',
  '\u0000',
  '\ud800',
  '가',
  '각',
  '🚢'.repeat(70),
  'a'.repeat(300),
]
const wanted = fc.oneof(
  text,
  fc.array(fc.constantFrom(...parts, ...more), { minLength: 1, maxLength: 5 }).map((list) => list.join('')),
  fc.constantFrom(...payloads),
)

/** What Windows, macOS and Linux ask of a name in a folder. */
function fault(name: string): string | undefined {
  if (name === '' || /^\.+$/.test(name)) return 'no name'
  if (/[<>:"/\\|?*\u007f]/.test(name) || [...name].some((one) => one < ' '))
    return 'a character that Windows refuses'
  if (/[. ]$/.test(name) || name.startsWith(' ')) return 'a blank or dot that Windows cuts off'
  if (/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i.test((name.split('.')[0] ?? '').trimEnd()))
    return 'a device'
  if (new TextEncoder().encode(name).byteLength > 255) return 'too long'
  if (/\p{Surrogate}/u.test(name)) return 'half of a character'
  return name === name.normalize('NFC') ? undefined : 'not NFC'
}

/** The same file to a system that does not tell capitals from small letters. */
const folded = (name: string) => name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

const ways = {
  'an export makes': (names: readonly string[]) => {
    const nameFor = fileNames()
    return names.map((name) => nameFor(name, '.json'))
  },
  'a host writes': (names: readonly string[]) => distinctFileNames(names.map((name) => `${name}.json`)),
}

test('a device is one whatever follows its name, blanks included', () => {
  expect(distinctFileNames(['con.txt', 'com1 .a.txt', 'NUL', 'console.txt'])).toEqual([
    '_con.txt',
    '_com1 .a.txt',
    '_NUL',
    'console.txt',
  ])
})

test.each(Object.entries(ways))('the names that %s', { timeout: 60_000 }, (way, name) => {
  const [rounds, many] = [runs(20, 100), 100]
  fc.assert(
    fc.property(fc.array(wanted, { minLength: many, maxLength: many }), (texts) => {
      const names = name(texts)
      const faults = names.flatMap((one) => fault(one) ?? [])
      expect(faults).toEqual([])
      expect(new Set(names.map(folded)).size).toBe(names.length)
    }),
    { numRuns: rounds },
  )
  figure('R19', `${rounds * many} names that ${way}: all inside the folder, valid and different`)
})

test.each(['', '..', 'a/b', 'con.json', 'a.', 'x'.repeat(256), 'e\u0301'])('“%s” would be found', (name) => {
  expect(fault(name)).toBeDefined()
})
