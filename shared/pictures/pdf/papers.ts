/** Sheets of paper: width and height of one that stands upright, in millimetres (ISO 216; ANSI/ASME Y14.1 A and B). */
export const papers = {
  A4: [210, 297],
  A3: [297, 420],
  Letter: [215.9, 279.4],
  Tabloid: [279.4, 431.8],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type Paper = keyof typeof papers

/** In the order in which they are offered. */
export const paperNames = Object.keys(papers) as readonly Paper[]
