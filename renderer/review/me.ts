/** Who is at the keyboard, as they call themselves in the settings. Pure. */
import type { Comment } from '../../shared/design/design'
import type { Settings } from '../../shared/host'

export interface Me {
  readonly author: string
  readonly email?: string
}

/** Who signs comments and approvals; undefined until they have said so. */
export function meOf({ author, email }: Settings): Me | undefined {
  const name = author?.trim() ?? ''
  if (name === '') return undefined
  const address = email?.trim() ?? ''
  return { author: name, ...(address === '' ? {} : { email: address }) }
}

/** The settings with another author. */
export function signedSettings(settings: Settings, { author, email }: Me): Settings {
  const { email: _, ...others } = settings
  return { ...others, author, ...(email === undefined ? {} : { email }) }
}

/** Did this person write it? The address tells people of the same name apart. */
export function isMine(comment: Pick<Comment, 'author' | 'email'>, me: Me | undefined): boolean {
  if (!me) return false
  if (comment.email !== undefined && me.email !== undefined)
    return comment.email.toLowerCase() === me.email.toLowerCase()
  return comment.author === me.author
}

/** Could it be an address? Nobody writes to it: it only tells people apart. */
export function isEmail(text: string): boolean {
  const [name, place, ...more] = text.split('@')
  return Boolean(name && place) && more.length === 0 && !/\s/.test(text)
}
