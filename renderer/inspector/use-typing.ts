import { useState } from 'react'
import { writeSoon } from './typing'

/** A value that shows at once what is typed, and is written a moment later. The place tells fields apart. */
export function useTyping<T>(place: string, value: T, write: (next: T) => void): [T, (next: T) => void] {
  const [typed, setTyped] = useState<{ readonly value: T }>()
  const type = (next: T) => {
    setTyped({ value: next })
    writeSoon(place, () => {
      write(next)
      setTyped(undefined)
    })
  }
  return [typed ? typed.value : value, type]
}
