/** What hands can do with the mouse, as the sheet of shortcuts tells it. */
import { keyLabel, type Platform } from '../commands/shortcut'
import { t } from '../strings/strings'

const HANDS = [
  'pan',
  'sideways',
  'zoom',
  'several',
  'deep',
  'copyDrag',
  'axis',
  'noSnap',
  'connect',
  'grow',
  'bend',
  'insert',
  'add',
  'menu',
  'comment',
  'pin',
] as const

/** In the platform's names of the modifiers. */
export function handsOn(platform: Platform): readonly { readonly what: string; readonly how: string }[] {
  const mac = platform === 'mac'
  const keys = {
    space: keyLabel('Space', platform),
    shift: mac ? '⇧' : 'Shift',
    mod: mac ? '⌘' : 'Ctrl',
    alt: mac ? '⌥' : platform === 'linux' ? 'Alt / Ctrl' : 'Alt',
  }
  return HANDS.map((hand) => ({
    what: t(`shortcuts.${hand}`),
    how: t(`shortcuts.${hand}How`, keys),
  }))
}
