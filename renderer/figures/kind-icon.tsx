import type { Category } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { Glyph } from '../ui/glyph'
import { iconUrl } from './icons'
import './kind-icon.css'

export interface KindIconProps {
  readonly icon: string | undefined
  /** Where AWS has no icon: one of our signs, on a tint of the category. */
  readonly glyph: string | undefined
  readonly category: Category
  readonly size: number
}

/** What a kind looks like at a glance, the same as on the canvas. */
export function KindIcon({ icon, glyph, category, size }: KindIconProps) {
  const box = { width: size, height: size }
  if (icon !== undefined) {
    return <img className="kind-icon" src={iconUrl(icon)} alt="" width={size} height={size} />
  }
  return (
    <span
      className="kind-icon kind-sign"
      style={{ ...box, '--category': `var(--${category})` } as React.CSSProperties}
    >
      <Glyph name={glyph ?? 'element'} size={Math.round(size * 0.6)} />
    </span>
  )
}

/** The same for an element's kind by name; one that this version does not know shows the general sign. */
export function ElementIcon({ kind: name, size = 16 }: { readonly kind: string; readonly size?: number }) {
  const kind = kindOf(name)
  return <KindIcon icon={kind?.icon} glyph={kind?.glyph} category={kind?.category ?? 'general'} size={size} />
}
