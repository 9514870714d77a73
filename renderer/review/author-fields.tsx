import { useState } from 'react'
import { useAppState } from '../app-context'
import { t } from '../strings/strings'
import { TextField } from '../ui/text-field'
import { isEmail, type Me } from './me'

export interface AuthorDraft {
  readonly author: string
  readonly email: string
}

/** What is being written about who signs; it begins as the settings have it. */
export function useAuthorDraft(): readonly [AuthorDraft, (draft: AuthorDraft) => void] {
  const { author = '', email = '' } = useAppState((state) => state.settings)
  const [draft, setDraft] = useState<AuthorDraft>({ author, email })
  return [draft, setDraft]
}

/** Who that is; undefined while it is not enough to sign with. */
export function authorOf({ author, email }: AuthorDraft): Me | undefined {
  const [name, address] = [author.trim(), email.trim()]
  if (name === '' || (address !== '' && !isEmail(address))) return undefined
  return { author: name, ...(address === '' ? {} : { email: address }) }
}

interface Props {
  readonly draft: AuthorDraft
  readonly onChange: (draft: AuthorDraft) => void
  readonly autoFocus?: boolean
}

/** Name and address of whoever signs; part of a form of react-aria-components. */
export function AuthorFields({ draft, onChange, autoFocus = false }: Props) {
  return (
    <div className="author-fields">
      <TextField
        label={t('threads.author')}
        value={draft.author}
        onChange={(author) => onChange({ ...draft, author })}
        autoFocus={autoFocus}
        validate={(text) => (text.trim() === '' ? t('threads.authorMissing') : null)}
      />
      <TextField
        label={t('threads.email')}
        value={draft.email}
        onChange={(email) => onChange({ ...draft, email })}
        validate={(text) => (text.trim() === '' || isEmail(text.trim()) ? null : t('threads.emailWrong'))}
      />
    </div>
  )
}
