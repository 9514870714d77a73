import { isolated, visible } from '../../shared/basics/characters'
import type { FieldChange } from '../../shared/review/compare/comparison'
import { kindLabel, type PlacedThread } from '../../shared/review/threads'
import type { Change } from '../compare/changes'
import { fieldTitle, valueText } from '../compare/list-rows'
import { titleOf } from '../compare/navigate'
import { StatusSign } from '../compare/status-sign'
import { subjectLine } from '../review/panel/thread-rows'
import { ThreadKindIcon } from '../review/thread-kind-icon'
import { agoOf } from '../review/threads/ago'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { Show, Step } from './programmes'

interface Props {
  readonly show: Show
  readonly step: Step | undefined
}

/** What the step is about, in words; where there is none, what to do about that. */
export function StepText({ show, step }: Props) {
  if (!step) return <Nothing show={show} />
  switch (step.is) {
    case 'thread':
      return <ThreadText show={show} thread={step.thread} />
    case 'change':
      return <ChangeText show={show} step={step} />
    case 'station': {
      const { title, kind, says } = step.station
      return (
        <>
          <Heading title={words(title)} kind={kind === undefined ? undefined : words(kind)} />
          <p>{says.map(words).join(' ')}</p>
        </>
      )
    }
  }
}

function Heading({ title, kind }: { readonly title: string; readonly kind: React.ReactNode }) {
  return (
    <h2>
      {title}
      {kind !== undefined && <span className="presenting-kind">{kind}</span>}
    </h2>
  )
}

const EMPTY = {
  threads: 'presenting.noThreads',
  changes: 'presenting.noChanges',
  'no-changes': 'presenting.nothingToCompare',
  path: 'presenting.noPath',
} as const

function Nothing({ show }: { readonly show: Show }) {
  return (
    <>
      <h2>{t(`${EMPTY[show.is]}.what`)}</h2>
      <p>{t(`${EMPTY[show.is]}.mend`)}</p>
    </>
  )
}

function ThreadText({ show, thread }: { readonly show: Show; readonly thread: PlacedThread }) {
  const kind = (
    <>
      <ThreadKindIcon kind={thread.kind} size={16} /> {words(kindLabel(thread.kind))}
    </>
  )
  return (
    <>
      <Heading title={subjectLine(show.design, thread.pin)} kind={kind} />
      <ol className="presenting-comments">
        {thread.comments.map(({ id, author, written, text }) => (
          <li key={id}>
            <span className="presenting-author">{isolated(visible(author))}</span>
            <time dateTime={written}>{agoOf(Date.parse(written))}</time>
            <p>{visible(text)}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** More would not be read from across a room. */
const MOST_FIELDS = 4
const LONGEST_VALUE = 60

function ChangeText({
  show,
  step,
}: {
  readonly show: Show
  readonly step: Step & { readonly is: 'change' }
}) {
  const { change } = step
  if (show.is !== 'changes') return null
  const { fields, status } = change
  const told = status === 'changed' ? fields.slice(0, MOST_FIELDS) : []
  const more = status === 'changed' ? fields.length - told.length : 0
  const kind = (
    <>
      <StatusSign status={status} /> {t(`compare.status.${status}`)}
    </>
  )
  return (
    <>
      <Heading title={titleOf(show.compared.comparison, change)} kind={kind} />
      {told.length > 0 && (
        <ul className="presenting-fields">
          {told.map((field) => (
            <Field key={field.pointer} change={change} field={field} />
          ))}
          {more > 0 && <li>{t('presenting.moreFields', { count: more })}</li>}
        </ul>
      )}
    </>
  )
}

function Field({ change, field }: { readonly change: Change; readonly field: FieldChange }) {
  const { pointer, before, after } = field
  return (
    <li>
      <span className="presenting-field">{words(fieldTitle(change, field))}</span>
      <code>{shortText(pointer, before)}</code>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('presenting.became')}</span>
      <code>{shortText(pointer, after)}</code>
    </li>
  )
}

function shortText(pointer: string, value: unknown): string {
  if (value === undefined) return t('presenting.nothing')
  const text = visible(valueText(pointer, value).replace(/\s+/g, ' '))
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text
}
