import { useState } from 'react'
import { limits } from '../../shared/basics/limits'
import { cut } from '../../shared/basics/quote'
import { countNotes, type ImportNote, type ImportReport, type NoteKind } from '../../shared/imports/report'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Glyph } from '../ui/glyph'
import { Tabs } from '../ui/tabs'

/** What needs a look comes first. */
const ORDER = ['dropped', 'kept', 'mapped'] as const satisfies readonly NoteKind[]
const GLYPH = { dropped: 'warning', kept: 'advice', mapped: 'ok' } as const

interface Props {
  readonly report: ImportReport
  /** Notes name their file where there are several. */
  readonly several: boolean
}

/** What became of each place of the files: left out, kept as written, or mapped. */
export function ImportReportView({ report, several }: Props) {
  const first = ORDER.find((kind) => countNotes(report, kind) > 0) ?? 'mapped'
  const [chosen, setChosen] = useState<string>(first)
  return (
    <div className="import-report">
      <Tabs
        label={t('import.report')}
        selected={chosen}
        onSelect={setChosen}
        items={ORDER.map((kind) => ({
          id: kind,
          title: `${t(`import.${kind}`)} ${countNotes(report, kind)}`,
          content: (
            <Notes kind={kind} notes={report.notes.filter((note) => note.kind === kind)} several={several} />
          ),
        }))}
      />
    </div>
  )
}

interface NotesProps {
  readonly kind: NoteKind
  readonly notes: readonly ImportNote[]
  readonly several: boolean
}

function Notes({ kind, notes, several }: NotesProps) {
  const more = notes.length - limits.remarks
  return (
    <>
      <p className="import-meaning">{t(notes.length > 0 ? `import.${kind}Means` : `import.${kind}None`)}</p>
      <ul className="report import-notes">
        {notes.slice(0, limits.remarks).map((note, index) => (
          // Two notes can say the same of one place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <li key={index}>
            <span data-tone={GLYPH[kind]}>
              <Glyph name={GLYPH[kind]} />
            </span>
            <div>
              <p>{words(note.text)}</p>
              <code>{placeOf(note, several)}</code>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="modal-muted">{t('import.more', { count: more })}</p>}
    </>
  )
}

function placeOf({ file, pointer }: ImportNote, several: boolean): string {
  const place = cut(pointer, 200)
  return several || place === '' ? `${file} ${place}`.trim() : place
}
