/** A number as people type it, with commas between thousands; undefined for nothing. */
export function readNumber(text: string): number | undefined | 'wrong' {
  const bare = text.trim().replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  if (bare === '') return undefined
  return /^(\d+\.?\d*|\.\d+)$/.test(bare) && Number.isFinite(Number(bare)) ? Number(bare) : 'wrong'
}
