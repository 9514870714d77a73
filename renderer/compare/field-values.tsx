import type { FieldChange } from '../../shared/review/compare/comparison'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { valueText } from './list-rows'

/** Characters and lines of a value that are shown without being asked for. */
const MOST_CHARACTERS = 160
const MOST_LINES = 4
/** Nobody reads more, and drawing it takes long. */
const LONGEST = 20_000

interface Props {
  readonly field: FieldChange
  readonly isWhole: boolean
  readonly active: boolean
  readonly toggle: () => void
}

/** Before and after, each with its sign; a side that is not there is left out. */
export function FieldValues({ field, isWhole, active, toggle }: Props) {
  const texts = {
    before: field.before === undefined ? undefined : valueText(field.pointer, field.before),
    after: field.after === undefined ? undefined : valueText(field.pointer, field.after),
  }
  const isLong = [texts.before, texts.after].some((text) => text !== undefined && shortened(text) !== text)
  return (
    <div className="compare-values">
      <Value side="before" text={texts.before} isWhole={isWhole} />
      <Value side="after" text={texts.after} isWhole={isWhole} />
      {isLong && field.pointer !== '' && (
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isWhole}
          excludeFromTabOrder={!active}
          onPress={toggle}
        >
          {t(isWhole ? 'compare.less' : 'compare.more')}
        </Button>
      )}
    </div>
  )
}

interface ValueProps {
  readonly side: 'before' | 'after'
  readonly text: string | undefined
  readonly isWhole: boolean
}

function Value({ side, text, isWhole }: ValueProps) {
  if (text === undefined) return null
  return (
    <span className="compare-value" data-side={side}>
      <span className="compare-value-sign" aria-hidden="true">
        {side === 'before' ? '−' : '+'}
      </span>
      <span className="visually-hidden">{t(side === 'before' ? 'compare.was' : 'compare.is')}</span>
      <code>{isWhole ? text.slice(0, LONGEST) : shortened(text)}</code>
    </span>
  )
}

function shortened(text: string): string {
  const lines = text.split('\n')
  const few = lines.slice(0, MOST_LINES).join('\n')
  return few.length > MOST_CHARACTERS || lines.length > MOST_LINES ? `${few.slice(0, MOST_CHARACTERS)}…` : few
}
