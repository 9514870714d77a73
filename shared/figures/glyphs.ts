/** Our own small signs, as SVG path data in a 16 × 16 box. `fill` has holes by the even-odd rule; strokes are 1.5 wide. */

export interface Glyph {
  readonly fill?: string
  readonly stroke?: string
}

export const glyphs = {
  error: {
    fill: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM7.2 4v5h1.6V4zM7.2 10.4V12h1.6v-1.6z',
  },
  warning: {
    fill: 'M8 1.2c.4 0 .8.2 1 .6l6 11.2c.4.8-.1 1.8-1 1.8H2c-.9 0-1.4-1-1-1.8L7 1.8c.2-.4.6-.6 1-.6zM7.2 5.4v4.4h1.6V5.4zM7.2 11.2v1.6h1.6v-1.6z',
  },
  advice: { fill: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7.2 4v1.6h1.6V4zM7.2 7v5h1.6V7z' },
  ok: { fill: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM3.8 8.2 7 11.4l5.2-5.2-1.1-1.1L7 9.2 4.9 7.1z' },
  lock: {
    fill: 'M3.5 7h9c.3 0 .5.2.5.5v6c0 .3-.2.5-.5.5h-9c-.3 0-.5-.2-.5-.5v-6c0-.3.2-.5.5-.5z',
    stroke: 'M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2',
  },
  /** There is more inside: a collapsed frame. */
  open: { stroke: 'M4.5 6.2 8 2.7l3.5 3.5M4.5 9.8 8 13.3l3.5-3.5' },
  essential: { fill: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z' },
  optional: { stroke: 'M8 4.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6z' },
  logs: { stroke: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h6.5' },
  secret: { stroke: 'M2.2 10.8a3 3 0 1 0 6 0 3 3 0 1 0-6 0M7.4 8.6l6.1-6.1M10.6 5.4l2.4 2.4' },
  health: { stroke: 'M1.2 8.5h3L6.4 3l3.2 10 2.1-4.5h3.1' },
  volume: {
    stroke:
      'M2.8 4c0-1.3 2.3-2.2 5.2-2.2s5.2.9 5.2 2.2S10.9 6.2 8 6.2 2.8 5.3 2.8 4zM2.8 4v8c0 1.3 2.3 2.2 5.2 2.2s5.2-.9 5.2-2.2V4',
  },
  listener: { stroke: 'M1.5 8h8M6.5 4.8 9.7 8l-3.2 3.2M13.5 2.5v11' },
  target: {
    stroke: 'M8 2.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6z',
    fill: 'M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z',
  },
  users: {
    stroke: 'M8 7.6a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zM2.2 14.2c.4-2.9 2.8-4.5 5.8-4.5s5.4 1.6 5.8 4.5',
  },
  element: { stroke: 'M8 1.7 13.8 4.9v6.2L8 14.3l-5.8-3.2V4.9zM2.2 4.9 8 8.1l5.8-3.2M8 8.1v6.2' },
  globe: {
    stroke:
      'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM1.8 8h12.4M8 1.8c-3.6 3.6-3.6 8.8 0 12.4 3.6-3.6 3.6-8.8 0-12.4z',
  },
  note: { stroke: 'M2.5 2.5h11v7l-4 4h-7zM9.5 13.5v-4h4' },
  region: { stroke: 'M3.2 14.5V2.2h9.6L10.6 5.4l2.2 3.2H3.2' },
  zone: { stroke: 'M3.5 14V2.5h9V14M1.5 14h13M6.5 5.5h3M6.5 8.5h3M7 14v-2.5h2V14' },
  group: { stroke: 'M2.2 5V2.2H5M11 2.2h2.8V5M13.8 11v2.8H11M5 13.8H2.2V11' },
  shield: { stroke: 'M8 1.6 13.4 3.6v4.2c0 3.2-2.1 5.5-5.4 6.6-3.3-1.1-5.4-3.4-5.4-6.6V3.6z' },
  scaling: { stroke: 'M1.8 14.2h12.4M4 11.5V8.5M8 11.5V5.5M12 11.5v-9' },
  wheel: {
    stroke: 'M8 3.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6zM8 .8v14.4M1.8 4.4l12.4 7.2M1.8 11.6l12.4-7.2',
  },
  network: {
    stroke: 'M6 1.8h4v3.6H6zM1.8 10.6h4v3.6h-4zM10.2 10.6h4v3.6h-4zM8 5.4V8M3.8 10.6V8h8.4v2.6',
  },
} as const satisfies Readonly<Record<string, Glyph>>

export type GlyphName = keyof typeof glyphs

/** A glyph by name; a name that does not exist is a bug. */
export function glyphOf(name: string): Glyph {
  if (!Object.hasOwn(glyphs, name)) throw new Error(`No glyph "${name}".`)
  return glyphs[name as GlyphName]
}
