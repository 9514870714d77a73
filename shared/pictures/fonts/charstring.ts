/**
 * Glyph programs of CFF fonts (Adobe Technical Note 5177). Pretendard shares parts of its outlines between glyphs in
 * twelve thousand subroutines; a few glyphs that travel alone carry theirs inside.
 */

/** The program with what its subroutines do in place of the calls. */
export function withoutCalls(program: Uint8Array, subroutines: readonly Uint8Array[]): Uint8Array {
  const run: Run = { out: [], depth: 0, stems: 0, last: undefined, ended: false, subroutines }
  play(run, program)
  return Uint8Array.from(run.out)
}

interface Run {
  readonly out: number[]
  readonly subroutines: readonly Uint8Array[]
  /** Numbers on the stack. */
  depth: number
  /** Stem hints declared so far: as many bits follow each mask. */
  stems: number
  /** The number pushed last, and where it begins in `out`. */
  last: { readonly value: number; readonly at: number } | undefined
  ended: boolean
}

const CALL = 10
const RETURN = 11
const END = 14
const CALL_GLOBAL = 29
/** hstem, vstem, hstemhm, vstemhm */
const STEMS: ReadonlySet<number> = new Set([1, 3, 18, 23])
/** hintmask, cntrmask */
const MASKS: ReadonlySet<number> = new Set([19, 20])
/** The first byte of operators of two bytes; of those, the flexes draw, and the others count. */
const ESCAPE = 12
const FLEXES: ReadonlySet<number> = new Set([34, 35, 36, 37])

function play(run: Run, program: Uint8Array): void {
  let at = 0
  while (at < program.length && !run.ended) {
    const first = program[at] as number
    const length = numberLength(first)
    if (length > 0) {
      run.last = { value: numberAt(program, at), at: run.out.length }
      run.depth++
      for (let i = 0; i < length; i++) run.out.push(program[at + i] as number)
      at += length
    } else if (first === RETURN) return
    else if (first === CALL) {
      at++
      call(run)
    } else at += operate(run, program, at, first)
  }
}

/** Takes the number of the subroutine off again, and plays it. */
function call(run: Run): void {
  const { last, subroutines } = run
  if (!last) throw new Error('A subroutine is called without its number.')
  const bias = subroutines.length < 1240 ? 107 : subroutines.length < 33900 ? 1131 : 32768
  const subroutine = subroutines[last.value + bias]
  if (!subroutine) throw new Error(`There is no subroutine ${last.value + bias}.`)
  run.out.length = last.at
  run.depth--
  run.last = undefined
  play(run, subroutine)
}

/** Copies an operator; answers its length in bytes. */
function operate(run: Run, program: Uint8Array, at: number, operator: number): number {
  if (operator === CALL_GLOBAL) throw new Error('The font has global subroutines.')
  if (STEMS.has(operator) || MASKS.has(operator)) run.stems += run.depth >> 1
  const mask = MASKS.has(operator) ? (run.stems + 7) >> 3 : 0
  const escaped = operator === ESCAPE
  if (escaped && !FLEXES.has(program[at + 1] as number)) throw new Error('A glyph that counts.')
  const length = 1 + mask + (escaped ? 1 : 0)
  for (let i = 0; i < length; i++) run.out.push(program[at + i] as number)
  run.depth = 0
  run.last = undefined
  run.ended = operator === END
  return length
}

/** The length of a number that begins so; 0 for an operator. */
function numberLength(first: number): number {
  if (first === 28) return 3
  if (first < 32) return 0
  if (first < 247) return 1
  return first < 255 ? 2 : 5
}

/** The whole part is all that is asked for: subroutines have whole numbers. */
function numberAt(program: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = program.subarray(at, at + 3)
  if (first === 28 || first === 255) return (((second << 8) | third) << 16) >> 16
  if (first < 247) return first - 139
  return first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108
}
