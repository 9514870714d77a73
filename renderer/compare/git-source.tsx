import { useCallback, useEffect, useState } from 'react'
import { Form, ListBox, ListBoxItem } from 'react-aria-components'
import type { Failure } from '../../shared/basics/result'
import { parseDesign } from '../../shared/design/serialize'
import type { GitRevision } from '../../shared/host'
import { useApp, useAppState } from '../app-context'
import { whenOf } from '../document/when'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { diffCommand } from './diff-command'
import { Refused } from './file-source'
import { compareWithNow } from './with-now'

/** The file as a commit has it; only where there is a system that git runs on. */
export function GitSource() {
  const { id, name } = useAppState((state) => state.file)
  const host = useAppState((state) => state.info.host)
  if (host === 'browser') {
    return (
      <>
        <p>{t('compare.open.gitBrowser')}</p>
        <p className="modal-muted">{t('compare.open.gitBrowserHow')}</p>
        <pre className="compare-command">{diffCommand(name)}</pre>
      </>
    )
  }
  if (id === undefined) return <p>{t('compare.open.gitNeverSaved')}</p>
  return <Revisions file={id} />
}

function Revisions({ file }: { readonly file: string }) {
  const app = useApp()
  const { revisions, more, failure, load } = useRevisions(file)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [refused, setRefused] = useState<Failure>()
  const revision = typed.trim() || chosen
  const compare = async () => {
    if (revision === undefined) return
    setRefused(undefined)
    const read = await app.host.gitFile(file, revision)
    if (!read.ok) return setRefused(read.error)
    const { name } = app.store.getState().file
    const design = parseDesign(read.value.text, name)
    if (!design.ok) return setRefused(design.error)
    const label = typed.trim() || `${read.value.revision.short} ${read.value.revision.subject}`
    await compareWithNow(app, design.value, t('compare.open.revisionName', { name, revision: label }))
  }
  if (failure) return <Refused failure={failure} />
  return (
    <Form
      className="compare-git"
      onSubmit={(event) => {
        event.preventDefault()
        void compare()
      }}
    >
      <TextField
        label={t('compare.open.revision')}
        placeholder={t('compare.open.revisionHint')}
        mono
        value={typed}
        onChange={setTyped}
      />
      <Commits revisions={revisions} chosen={typed.trim() ? undefined : chosen} choose={setChosen} />
      {more && (
        <Button variant="quiet" size="small" onPress={load}>
          {t('compare.open.older')}
        </Button>
      )}
      {refused && <Refused failure={refused} />}
      <p className="compare-go">
        <Button variant="primary" type="submit" isDisabled={revision === undefined}>
          {t('compare.open.compare')}
        </Button>
      </p>
    </Form>
  )
}

/** The commits that touched a file, page by page. */
function useRevisions(file: string) {
  const app = useApp()
  const [revisions, setRevisions] = useState<readonly GitRevision[]>()
  const [more, setMore] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const load = useCallback(
    async (from: number) => {
      const found = await app.host.gitRevisions(file, { from })
      if (!found.ok) return setFailure(found.error)
      setRevisions((old = []) => [...old.slice(0, from), ...found.value.revisions])
      setMore(found.value.more)
    },
    [app, file],
  )
  useEffect(() => void load(0), [load])
  return { revisions, more, failure, load: () => void load(revisions?.length ?? 0) }
}

interface CommitsProps {
  readonly revisions: readonly GitRevision[] | undefined
  readonly chosen: string | undefined
  readonly choose: (hash: string) => void
}

function Commits({ revisions, chosen, choose }: CommitsProps) {
  if (!revisions) return <p className="modal-muted">{t('compare.open.reading')}</p>
  if (revisions.length === 0) return <p>{t('compare.open.noCommits')}</p>
  return (
    <ListBox
      className="compare-commits"
      aria-label={t('compare.open.commits')}
      selectionMode="single"
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [hash] = keys === 'all' ? [] : keys
        if (hash !== undefined) choose(String(hash))
      }}
    >
      {revisions.map(({ hash, short, subject, author, date }) => {
        const when = whenOf(Date.parse(date))
        return (
          <ListBoxItem
            key={hash}
            id={hash}
            className="compare-commit"
            textValue={t('compare.open.commitNamed', { subject, author, when })}
          >
            <span className="compare-commit-subject">{subject}</span>
            <span className="compare-commit-more">
              <code>{short}</code> {author}, {when}
            </span>
          </ListBoxItem>
        )
      })}
    </ListBox>
  )
}
