import { useState } from 'react'
import { Button } from 'react-aria-components'
import { limits } from '../../shared/basics/limits'
import { cut } from '../../shared/basics/quote'
import type { ExportFile, ExportFormat, ExportNote } from '../../shared/exports/format'
import { useApp } from '../app-context'
import { copyText, writeFiles } from '../document/write-files'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { EmptyState } from '../ui/empty-state'
import { Glyph } from '../ui/glyph'
import { ExportIcon } from '../ui/icons'
import { Tabs } from '../ui/tabs'
import { useExported } from './use-exported'

/** The files of a format, and what it can't say. */
export function TextExport({ format }: { readonly format: ExportFormat | undefined }) {
  const app = useApp()
  const exported = useExported(format)
  const [shown, setShown] = useState<string>()
  const files = exported?.files ?? []
  const file = files.find(({ name }) => name === shown) ?? files[0]
  return (
    <>
      {exported && files.length === 0 ? (
        <EmptyState
          icon={<ExportIcon size={20} />}
          title={t('export.nothing')}
          hint={exported.notes[0] ? words(exported.notes[0].text) : ''}
        />
      ) : (
        <ExportFiles files={files} shown={file} show={setShown} />
      )}
      {files.length > 0 && <Notes notes={exported?.notes ?? []} several={files.length > 1} />}
      <footer className="export-actions">
        <CopyButton text={file?.content} />
        <Button
          className="dialog-button dialog-primary"
          isDisabled={files.length === 0}
          onPress={() => void writeFiles(app, files)}
        >
          {files.length > 1 ? t('export.writeMany', { count: files.length }) : t('export.write')}
        </Button>
      </footer>
    </>
  )
}

/** Says on itself that it is done: the notices lie behind the dialog. */
export function CopyButton({ text }: { readonly text: string | undefined }) {
  const app = useApp()
  const [copied, setCopied] = useState<string>()
  return (
    <Button
      className="dialog-button"
      isDisabled={text === undefined}
      onPress={async () => {
        if (text !== undefined && (await copyText(app, text))) setCopied(text)
      }}
    >
      {copied !== undefined && copied === text ? t('export.copied') : t('export.copy')}
    </Button>
  )
}

interface FilesProps {
  readonly files: readonly ExportFile[]
  readonly shown: ExportFile | undefined
  readonly show: (name: string) => void
}

function ExportFiles({ files, shown, show }: FilesProps) {
  if (!shown) return <div className="export-text" aria-busy="true" />
  if (files.length === 1) {
    return (
      <section className="export-files" aria-label={shown.name}>
        <h3>{shown.name}</h3>
        <FileText content={shown.content} />
      </section>
    )
  }
  return (
    <section className="export-files export-many" aria-label={t('export.files')}>
      <Tabs
        label={t('export.files')}
        selected={shown.name}
        onSelect={show}
        items={files.slice(0, MOST_FILES).map(({ name, content }) => ({
          id: name,
          title: name,
          content: <FileText content={content} />,
        }))}
      />
    </section>
  )
}

/** More can't be found by looking. */
const MOST_FILES = 40
const MOST_LINES = 1_000

/** The beginning of a file. */
export function FileText({ content }: { readonly content: string }) {
  const lines = content.split('\n')
  return (
    // A region that scrolls is reached by Tab.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the arrows scroll it.
    <pre className="export-text" tabIndex={0}>
      {lines.slice(0, MOST_LINES).join('\n')}
      {lines.length > MOST_LINES && (
        <em>{`\n${t('export.moreLines', { count: lines.length - MOST_LINES })}`}</em>
      )}
    </pre>
  )
}

interface NotesProps {
  readonly notes: readonly ExportNote[]
  readonly several: boolean
}

function Notes({ notes, several }: NotesProps) {
  if (notes.length === 0) return <p className="export-complete">{t('export.complete')}</p>
  const more = notes.length - limits.remarks
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by Tab.
    <section className="export-notes" aria-label={t('export.notes')} tabIndex={0}>
      <h3>
        {t('export.notes')} <span className="import-count">{notes.length}</span>
      </h3>
      <ul className="report">
        {notes.slice(0, limits.remarks).map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <li key={index}>
            <span data-tone="advice">
              <Glyph name="advice" />
            </span>
            <div>
              <p>{words(note.text)}</p>
              <PlaceOf note={note} several={several} />
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="modal-muted">{t('import.more', { count: more })}</p>}
    </section>
  )
}

function PlaceOf({
  note: { file, pointer, element },
  several,
}: {
  readonly note: ExportNote
  readonly several: boolean
}) {
  const place = [several ? file : undefined, pointer === undefined ? element : cut(pointer, 200)]
  const text = place.filter(Boolean).join(' ')
  return text === '' ? null : <code>{text}</code>
}
