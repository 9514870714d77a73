/** What the keys mean while something is presented: presenters' remotes send the same ones. */
import { own } from '../../shared/basics/own'
import type { Move } from './present'

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Space: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  'Shift+Space': 'previous',
  Home: 'first',
  End: 'last',
}

type Press = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a press means; undefined where it means nothing here. */
export function meaningOf({ code, shiftKey, ctrlKey, metaKey, altKey }: Press): Move | 'leave' | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (code === 'Escape') return 'leave'
  const name = shiftKey ? `Shift+${code}` : code
  return own(MOVES, name)
}

/** Does what has the focus need the key itself: a list that is open, or a button that Space presses? */
export function isTaken(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=listbox]')) return true
  return code === 'Space' && target.closest('button, a') !== null
}
