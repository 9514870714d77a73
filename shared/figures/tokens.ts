/** The drawing's colours and sizes, light and dark. `renderer/styles/tokens.css` mirrors them; a test compares the two. */

export type Theme = 'light' | 'dark'

export const colors = {
  canvas: { light: '#F6F7F9', dark: '#0F1318' },
  dots: { light: '#D9DDE3', dark: '#232A33' },
  surface: { light: '#FFFFFF', dark: '#171C23' },
  'surface-2': { light: '#F0F2F5', dark: '#1F2630' },
  line: { light: '#DDE1E7', dark: '#2C3540' },
  text: { light: '#1B2129', dark: '#E8ECF1' },
  muted: { light: '#5B6675', dark: '#9AA7B6' },
  accent: { light: '#2F6FED', dark: '#6C9CFF' },
  error: { light: '#C9252D', dark: '#FF7B80' },
  warning: { light: '#9A6700', dark: '#E3B341' },
  advice: { light: '#2F6FED', dark: '#6C9CFF' },
  ok: { light: '#1A7F37', dark: '#56D364' },
  'on-color': { light: '#FFFFFF', dark: '#0F1318' },
  /** The tile behind AWS's icons in the dark theme. */
  tile: { light: '#FFFFFF', dark: '#F6F7F9' },
  compute: { light: '#ED7100', dark: '#FF9340' },
  networking: { light: '#8C4FFF', dark: '#B08CFF' },
  storage: { light: '#7AA116', dark: '#A5CC4A' },
  security: { light: '#DD344C', dark: '#FF7A8C' },
  management: { light: '#E7157B', dark: '#FF6FB1' },
  database: { light: '#C925D1', dark: '#E67CEB' },
  general: { light: '#5B6675', dark: '#9AA7B6' },
} as const satisfies Readonly<Record<string, Readonly<Record<Theme, string>>>>

export type ColorToken = keyof typeof colors

/** Pixels; multiples of 4. */
export const sizes = {
  grid: 8,
  radius: { control: 6, card: 8, frame: 12 },
  frame: { header: 32, padding: 16, gap: 16, icon: 20, minWidth: 248, minHeight: 120, lowHeight: 72 },
  card: { width: 264, header: 44, row: 40, icon: 28, footer: 28 },
  /** The offset outlines behind a service that runs its task several times. */
  stack: { step: 4, count: 2 },
  node: { width: 200, height: 56, icon: 36, rowsWidth: 264, row: 32 },
  line: { width: 1.5, corner: 8 },
  badge: 18,
  pictureMargin: 16,
} as const
