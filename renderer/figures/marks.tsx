/** The React painter of marks. Colours are CSS variables, so a change of theme repaints nothing but the screen. */
import { memo } from 'react'
import { glyphOf } from '../../shared/figures/glyphs'
import type { BoxMark, GlyphMark, IconMark, LineMark, Mark, TextMark } from '../../shared/figures/mark'
import { arrowData, dashes, fontFamilies, iconPlace, outlineOf, strokesOf } from '../../shared/figures/paint'
import { iconUrl } from './icons'

/** A list of marks. They are data and never change in place, so their index is a good key. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return marks.map((mark, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    return <Painted key={index} mark={mark} />
  })
})

function Painted({ mark }: { readonly mark: Mark }) {
  switch (mark.mark) {
    case 'box':
      return <Box mark={mark} />
    case 'text':
      return <Text mark={mark} />
    case 'icon':
      return <Icon mark={mark} />
    case 'glyph':
      return <Glyph mark={mark} />
    case 'line':
      return <Line mark={mark} />
  }
}

function Box({ mark }: { readonly mark: BoxMark }) {
  const { x, y, width, height, radius } = outlineOf(mark)
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={radius}
      fill={mark.fill ? `var(--${mark.fill})` : 'none'}
      // A tint may be stronger in the dark theme; the stylesheet chooses between the two.
      className={mark.fillOpacityDark === undefined ? undefined : 'tint'}
      style={
        mark.fillOpacity === undefined
          ? undefined
          : ({
              '--tint-light': mark.fillOpacity,
              '--tint-dark': mark.fillOpacityDark ?? mark.fillOpacity,
              fillOpacity: mark.fillOpacityDark === undefined ? mark.fillOpacity : undefined,
            } as React.CSSProperties)
      }
      stroke={mark.stroke && `var(--${mark.stroke})`}
      strokeWidth={mark.stroke && (mark.strokeWidth ?? 1)}
      strokeDasharray={mark.dashed ? dashes.box.join(' ') : undefined}
    />
  )
}

function Text({ mark }: { readonly mark: TextMark }) {
  return (
    <text
      x={mark.x}
      y={mark.y}
      fontFamily={fontFamilies[mark.font]}
      fontSize={mark.size}
      fontWeight={mark.weight}
      fill={`var(--${mark.color})`}
      textAnchor={mark.anchor}
      xmlSpace="preserve"
    >
      {mark.text}
    </text>
  )
}

function Icon({ mark }: { readonly mark: IconMark }) {
  const { x, y, width, height, radius } = iconPlace(mark)
  return (
    <>
      <rect className="icon-tile" x={mark.x} y={mark.y} width={mark.size} height={mark.size} rx={radius} />
      <image href={iconUrl(mark.icon)} x={x} y={y} width={width} height={height} />
    </>
  )
}

function Glyph({ mark }: { readonly mark: GlyphMark }) {
  const { fill, stroke } = { fill: undefined, stroke: undefined, ...glyphOf(mark.glyph) }
  const ink = `var(--${mark.color})`
  return (
    <g transform={`translate(${mark.x} ${mark.y}) scale(${mark.size / 16})`}>
      {fill && <path d={fill} fill={ink} fillRule="evenodd" />}
      {stroke && (
        <path
          d={stroke}
          fill="none"
          stroke={ink}
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </g>
  )
}

function Line({ mark }: { readonly mark: LineMark }) {
  const ink = `var(--${mark.color})`
  return (
    <>
      {strokesOf(mark).map((data, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a stroke that moves stays the same stroke.
          key={index}
          d={data}
          fill="none"
          stroke={ink}
          strokeWidth={mark.width}
          strokeDasharray={mark.stroke === 'dashed' ? dashes.line.join(' ') : undefined}
        />
      ))}
      {mark.arrow === 'filled' && <path d={arrowData(mark)} fill={ink} />}
      {mark.arrow === 'open' && (
        <path
          d={arrowData(mark)}
          fill="none"
          stroke={ink}
          strokeWidth={mark.width}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </>
  )
}
