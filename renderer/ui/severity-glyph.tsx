import type { Severity } from '../../shared/rules/rule'
import { t } from '../strings/strings'
import { Glyph } from './glyph'
import './severity-glyph.css'

export interface SeverityGlyphProps {
  readonly severity: Severity
  readonly size?: number
  /** Read out the severity's name too: for places where no other word says it. */
  readonly named?: boolean
}

/** Octagon, triangle or circle, in the severity's colour: form and colour say the same. */
export function SeverityGlyph({ severity, size = 14, named = false }: SeverityGlyphProps) {
  return (
    <span className="ui-severity-glyph" data-severity={severity}>
      <Glyph name={severity} size={size} />
      {named && <span className="visually-hidden">{t(`problems.${severity}`)}</span>}
    </span>
  )
}
