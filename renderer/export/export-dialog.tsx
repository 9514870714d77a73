import { useStore } from 'zustand'
import { useJudged } from '../app-context'
import { Modal } from '../overlays/modal'
import { t } from '../strings/strings'
import { SeverityGlyph } from '../ui/severity-glyph'
import { FormatList } from './format-list'
import { PictureExport } from './picture-export'
import { ReportExport } from './report-export'
import { TextExport } from './text-export'
import { useFormats } from './use-exported'
import { isPicture, isReport, wanted } from './wanted'
import './export-dialog.css'

/** Everything that a design can become: what comes out is seen before it is written. */
export function ExportDialog() {
  const formats = useFormats()
  const format = useStore(wanted, (state) => state.format)
  const choose = (id: string) => wanted.setState({ format: id })
  return (
    <Modal title={t('export.title')} size="wide">
      <div className="export">
        <FormatList formats={formats} chosen={format} choose={choose} />
        <div className="export-main">
          <Errors />
          {isPicture(format) ? (
            <PictureExport key={format} format={format} />
          ) : isReport(format) ? (
            <ReportExport key={format} format={format} />
          ) : (
            <TextExport key={format} format={formats.find(({ id }) => id === format)} />
          )}
        </div>
      </div>
    </Modal>
  )
}

/** An export of a design with errors is allowed, but names them. */
function Errors() {
  const { open } = useJudged()
  const count = open.filter(({ severity }) => severity === 'error').length
  if (count === 0) return null
  return (
    <p className="export-errors">
      <SeverityGlyph severity="error" />
      {t('export.errors', { count })}
    </p>
  )
}
