import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { baseName } from '../../shared/imports/base-name'
import { type MergedImport, mergeImported } from '../../shared/imports/merge-into'
import { useApp, useAppState, useDesign } from '../app-context'
import { decide, importAsNew, importInto } from '../document/import'
import type { ImportPreview } from '../document/import-preview'
import { Modal } from '../overlays/modal'
import { Preview } from '../start/preview'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Choice } from '../ui/choice'
import { RadioGroup } from '../ui/radio-group'
import { ImportContents } from './import-contents'
import { ImportReportView } from './import-report'
import { usePlaced } from './use-placed'
import './import-dialog.css'

interface Props {
  readonly preview: ImportPreview
}

/** What would come of an import, before anything changes: what became an element, what stays as written, what is lost. */
export function ImportDialog({ preview }: Props) {
  const app = useApp()
  const open = useDesign()
  const isEmpty = Object.keys(open.elements).length === 0
  const [into, setInto] = useState(preview.into && !isEmpty)
  const { design, report } = preview.imported
  const merged = useMemo(() => mergeImported(open, preview.imported), [open, preview.imported])
  const told = into ? { ...report, notes: [...report.notes, ...merged.notes] } : report
  const count = Object.keys(design.elements).length
  const run = () => void (into ? importInto(app, preview) : importAsNew(app, preview))
  return (
    <Modal
      title={titleOf(preview)}
      size="wide"
      actions={
        <>
          <span className="dialog-gap" />
          <Button className="dialog-button" onPress={() => app.patch({ overlay: undefined })}>
            {t('dialog.cancel')}
          </Button>
          <Button className="dialog-button dialog-primary" autoFocus isDisabled={count === 0} onPress={run}>
            {t('import.action')}
          </Button>
        </>
      }
    >
      <div className="import">
        <div className="import-side">
          <ImportPicture preview={preview} />
          <ImportContents design={design} />
          {report.choices.map(({ id, label, options, chosen }) => (
            <Choice
              key={id}
              label={words(label)}
              value={chosen}
              options={options.map((option) => ({ id: option.id, label: words(option.label) }))}
              onChange={(option) => void decide(app, preview, id, option)}
            />
          ))}
          {!isEmpty && <Destination merged={merged} into={into} setInto={setInto} />}
        </div>
        <div className="import-main">
          <Files preview={preview} />
          <ImportReportView report={told} several={preview.files.length > 1} />
        </div>
      </div>
    </Modal>
  )
}

function titleOf({ files }: ImportPreview): string {
  const [first] = files
  return files.length === 1 && first
    ? t('import.title', { name: first.name })
    : t('import.titleMany', { count: files.length })
}

function ImportPicture({ preview: { imported } }: Props) {
  const placed = usePlaced(imported.design)
  return (
    <div className="import-picture" data-empty={placed === undefined || undefined}>
      {placed && <Preview design={placed} />}
    </div>
  )
}

interface DestinationProps {
  readonly merged: MergedImport
  readonly into: boolean
  readonly setInto: (into: boolean) => void
}

/** A design of its own, or a part of the open one, with what would change there. */
function Destination({ merged: { added, updated, unchanged }, into, setInto }: DestinationProps) {
  const name = useAppState((state) => state.file.name)
  const change = t('import.change', {
    added: added.length,
    updated: updated.length,
    unchanged: unchanged.length,
  })
  return (
    <RadioGroup
      label={t('import.where')}
      value={into ? 'into' : 'new'}
      onChange={(value) => setInto(value === 'into')}
      options={[
        { id: 'new', label: t('import.asNew') },
        { id: 'into', label: t('import.into', { name: baseName(name) }), detail: change },
      ]}
    />
  )
}

/** Each file with the format that it was taken for. */
function Files({ preview: { imported } }: Props) {
  return (
    <ul className="import-files" aria-label={t('import.files')}>
      {imported.report.files.map(({ name, title }) => (
        <li key={name}>
          <span className="import-file">{name}</span>
          <span className="import-format">{title === undefined ? t('import.noFormat') : words(title)}</span>
        </li>
      ))}
    </ul>
  )
}
