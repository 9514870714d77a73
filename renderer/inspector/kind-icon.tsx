import { kindOf } from '../../shared/elements/kinds'
import { iconUrl } from '../canvas/icons'
import { Glyph } from '../ui/glyph'

/** The icon of a kind, on its light tile; kinds that AWS has none for show a plain sign. */
export function KindIcon({ kind, size = 16 }: { readonly kind: string; readonly size?: number }) {
  const icon = kindOf(kind)?.icon
  return (
    <span className="inspector-icon" style={{ width: size, height: size }}>
      {icon ? (
        <img src={iconUrl(icon)} alt="" width={size} height={size} />
      ) : (
        <Glyph name="element" size={size} />
      )}
    </span>
  )
}
