/** The Compact Font Format (Adobe Technical Note 5176), as far as taking some glyphs out of a font needs it. */
import { toNumber, toText } from '../../basics/convert'
import { ascii, joined, u16, view } from '../bytes'
import { withoutCalls } from './charstring'

/** Operators of dictionaries; those of two bytes begin with 12. */
const OPERATORS = {
  fontBBox: '5',
  charStrings: '17',
  private: '18',
  subroutines: '19',
  charset: '15',
  registry: '12 30',
  glyphCount: '12 34',
  fontDictionaries: '12 36',
  fontOfGlyph: '12 37',
  matrix: '12 7',
} as const

interface Entry {
  /** As they are written. */
  readonly operands: Uint8Array
  readonly numbers: readonly number[]
}

type Dictionary = ReadonlyMap<string, Entry>

/** A font that holds the program of each glyph, in the order given; glyph 0 is the first. Its name is an ASCII text. */
export function subsetCff(cff: Uint8Array, glyphs: readonly number[], name: string): Uint8Array<ArrayBuffer> {
  const font = readCff(cff)
  const programs = glyphs.map((glyph) => withoutCalls(font.programs[glyph] ?? NOTHING, font.subroutines))
  const top = (places: Places) =>
    joined([
      // Adobe, Identity, 0: two of the strings below.
      numbers([391, 392, 0], OPERATORS.registry),
      written(font.top.get(OPERATORS.fontBBox), OPERATORS.fontBBox),
      numbers([glyphs.length], OPERATORS.glyphCount),
      numbers([places.charset], OPERATORS.charset),
      numbers([places.fontOfGlyph], OPERATORS.fontOfGlyph),
      numbers([places.charStrings], OPERATORS.charStrings),
      numbers([places.fontDictionaries], OPERATORS.fontDictionaries),
    ])
  const dictionary = (size: number, at: number) =>
    joined([
      written(font.dictionary.get(OPERATORS.matrix), OPERATORS.matrix),
      numbers([size, at], OPERATORS.private),
    ])
  const hints = joined(
    [...font.hints]
      .filter(([key]) => key !== OPERATORS.subroutines)
      .map(([key, entry]) => written(entry, key)),
  )
  const head = (places: Places) => [
    Uint8Array.of(1, 0, 4, 4),
    index([ascii(name)]),
    index([top(places)]),
    index([ascii('Adobe'), ascii('Identity')]),
    index([]),
  ]
  // All numbers are written in five bytes, so the places of what follows don't depend on themselves.
  const start = joined(head(NOWHERE)).length
  // One range: glyph n is character n of the collection. One font dictionary for all.
  const charset = joined([Uint8Array.of(2), u16(1, Math.max(0, glyphs.length - 2))])
  const fontOfGlyph = joined([Uint8Array.of(3), u16(1, 0), Uint8Array.of(0), u16(glyphs.length)])
  const charStrings = index(programs)
  const places = {
    charset: start,
    fontOfGlyph: start + charset.length,
    charStrings: start + charset.length + fontOfGlyph.length,
    fontDictionaries: start + charset.length + fontOfGlyph.length + charStrings.length,
  }
  const size = index([dictionary(hints.length, 0)]).length
  const at = places.fontDictionaries + size
  return joined([
    ...head(places),
    charset,
    fontOfGlyph,
    charStrings,
    index([dictionary(hints.length, at)]),
    hints,
  ])
}

const NOTHING = Uint8Array.of(14)

interface Places {
  readonly charset: number
  readonly fontOfGlyph: number
  readonly charStrings: number
  readonly fontDictionaries: number
}

const NOWHERE: Places = { charset: 0, fontOfGlyph: 0, charStrings: 0, fontDictionaries: 0 }

interface Cff {
  readonly top: Dictionary
  readonly dictionary: Dictionary
  readonly hints: Dictionary
  readonly subroutines: readonly Uint8Array[]
  readonly programs: readonly Uint8Array[]
}

function readCff(cff: Uint8Array): Cff {
  const names = readIndex(cff, cff[2] ?? 4)
  const tops = readIndex(cff, names.end)
  const top = readDictionary(tops.items[0] ?? NOTHING)
  const placeOf = (key: string) => top.get(key)?.numbers[0] ?? 0
  const dictionaries = readIndex(cff, placeOf(OPERATORS.fontDictionaries)).items
  if (dictionaries.length !== 1) throw new Error('The font is not one with a single font dictionary.')
  const dictionary = readDictionary(dictionaries[0] ?? NOTHING)
  const [size = 0, at = 0] = dictionary.get(OPERATORS.private)?.numbers ?? []
  const hints = readDictionary(cff.subarray(at, at + size))
  const subroutines = hints.get(OPERATORS.subroutines)?.numbers[0]
  return {
    top,
    dictionary,
    hints,
    subroutines: subroutines === undefined ? [] : readIndex(cff, at + subroutines).items,
    programs: readIndex(cff, placeOf(OPERATORS.charStrings)).items,
  }
}

function readIndex(
  cff: Uint8Array,
  at: number,
): { readonly items: readonly Uint8Array[]; readonly end: number } {
  const data = view(cff)
  const count = data.getUint16(at)
  if (count === 0) return { items: [], end: at + 2 }
  const size = data.getUint8(at + 2)
  const offset = (i: number) => {
    let value = 0
    for (let k = 0; k < size; k++) value = value * 256 + data.getUint8(at + 3 + i * size + k)
    return value
  }
  const base = at + 2 + (count + 1) * size
  const items = Array.from({ length: count }, (_, i) => cff.subarray(base + offset(i), base + offset(i + 1)))
  return { items, end: base + offset(count) }
}

function index(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return u16(0)
  const offsets = new Uint8Array((items.length + 1) * 4)
  let at = 1
  items.forEach((item, i) => {
    view(offsets).setUint32(i * 4, at)
    at += item.length
  })
  view(offsets).setUint32(items.length * 4, at)
  return joined([u16(items.length), Uint8Array.of(4), offsets, ...items])
}

function readDictionary(bytes: Uint8Array): Dictionary {
  const entries = new Map<string, Entry>()
  let [at, start] = [0, 0]
  let numbers: number[] = []
  while (at < bytes.length) {
    const first = bytes[at] as number
    if (first > 21) {
      const { value, length } = operand(bytes, at)
      numbers.push(value)
      at += length
      continue
    }
    const key = first === 12 ? `12 ${bytes[at + 1]}` : toText(first)
    entries.set(key, { operands: bytes.subarray(start, at), numbers })
    at += first === 12 ? 2 : 1
    start = at
    numbers = []
  }
  return entries
}

/** A number of a dictionary. Real ones are only copied, so their value is not worked out. */
function operand(bytes: Uint8Array, at: number): { readonly value: number; readonly length: number } {
  const data = view(bytes)
  const first = data.getUint8(at)
  if (first === 28) return { value: data.getInt16(at + 1), length: 3 }
  if (first === 29) return { value: data.getInt32(at + 1), length: 5 }
  if (first === 30) {
    let end = at + 1
    while ((data.getUint8(end) & 15) !== 15) end++
    return { value: Number.NaN, length: end + 1 - at }
  }
  if (first < 247) return { value: first - 139, length: 1 }
  const low = data.getUint8(at + 1) + 108
  return { value: first < 251 ? (first - 247) * 256 + low : -(first - 251) * 256 - low, length: 2 }
}

function written(entry: Entry | undefined, key: string): Uint8Array {
  return entry ? joined([entry.operands, operator(key)]) : new Uint8Array()
}

function numbers(values: readonly number[], key: string): Uint8Array {
  const operands = values.map((value) => {
    const bytes = new Uint8Array(5)
    bytes[0] = 29
    view(bytes).setInt32(1, value)
    return bytes
  })
  return joined([...operands, operator(key)])
}

function operator(key: string): Uint8Array {
  return Uint8Array.from(key.split(' ').map(toNumber))
}
