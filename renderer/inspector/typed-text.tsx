import { useApp } from '../app-context'
import { TextField, type TextFieldProps } from '../ui/text-field'
import { flushTyping } from './typing'
import { useTyping } from './use-typing'

export interface TypedTextProps extends Omit<TextFieldProps, 'onChange' | 'onBlur'> {
  /** Tells it apart from every other field. */
  readonly place: string
  readonly write: (text: string) => void
}

/** A text that is written into the design while it is typed, all of it as one undo step. */
export function TypedText({ place, write, value, ...rest }: TypedTextProps) {
  const app = useApp()
  const [text, type] = useTyping(place, value, write)
  return (
    <TextField
      {...rest}
      value={text}
      onChange={type}
      onBlur={() => {
        flushTyping()
        app.seal()
      }}
    />
  )
}
