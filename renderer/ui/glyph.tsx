import { glyphOf } from '../../shared/figures/glyphs'
import './glyph.css'

export interface GlyphProps {
  readonly name: string
  readonly size?: number
}

/** One of the drawing's small signs, in the colour of the text around it. */
export function Glyph({ name, size = 14 }: GlyphProps) {
  const { fill, stroke } = glyphOf(name)
  return (
    <svg className="ui-glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
      {stroke && (
        <path
          d={stroke}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}
