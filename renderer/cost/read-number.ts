/** A number as people type it, with commas between thousands; undefined for nothing. */
export function readNumber(text: string): number | undefined | 'wrong' {
  const bare = text.trim().replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  if (bare === '') return undefined
  // Digits and a point only: `Number` also reads powers of ten and other bases.
  const isPlain = /^[\d.]+$/.test(bare)
  return isPlain && Number.isFinite(Number(bare)) ? Number(bare) : 'wrong'
}
