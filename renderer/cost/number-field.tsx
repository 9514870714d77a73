import { useState } from 'react'
import { useApp } from '../app-context'
import { flushTyping, writeSoon } from '../inspector/typing'
import { t } from '../strings/strings'
import type { FieldProps } from '../ui/field'
import { TextField } from '../ui/text-field'
import { readNumber } from './read-number'

interface Props extends Omit<FieldProps, 'error'> {
  /** Tells it apart from every other field. */
  readonly place: string
  readonly value: number | undefined
  /** What counts while nothing is entered. */
  readonly placeholder?: string
  readonly unit?: string
  readonly write: (value: number | undefined) => void
}

/** A number that is not negative, or nothing. It is written while it is typed, as one undo step. */
export function NumberField({ place, value, placeholder, unit, write, ...rest }: Props) {
  const app = useApp()
  // Kept for as long as it is not the value: “1.” on the way to “1.5”, or what is no number.
  const [typed, setTyped] = useState<string>()
  const text = typed ?? (value === undefined ? '' : String(value))
  const read = readNumber(text)
  return (
    <TextField
      {...rest}
      value={text}
      inputMode="decimal"
      placeholder={placeholder}
      unit={unit}
      error={read === 'wrong' ? t('cost.notANumber') : undefined}
      onChange={(next) => {
        setTyped(next)
        const number = readNumber(next)
        if (number !== 'wrong') writeSoon(`cost ${place}`, () => write(number))
      }}
      onBlur={() => {
        flushTyping()
        app.seal()
        if (read !== 'wrong') setTyped(undefined)
      }}
    />
  )
}
