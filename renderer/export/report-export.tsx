import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { Design } from '../../shared/design/design'
import type { ReportFormat } from '../../shared/review/report/formats'
import type { ReportFile, ReportOptions } from '../../shared/review/report/make-report'
import type { Report } from '../../shared/review/report/report'
import { useApp, useAppState, useDesign } from '../app-context'
import { exportReport } from '../document/export'
import { makeOpenReport, openReportData } from '../document/reports'
import { t } from '../strings/strings'
import { Choice } from '../ui/choice'
import { ReportPreview } from './report-preview'
import { CopyButton, FileText } from './text-export'
import { wanted } from './wanted'

interface Props {
  readonly format: ReportFormat
}

/** A report as it would come out; as Markdown it is a text that can be copied into a pull request. */
export function ReportExport({ format }: Props) {
  const app = useApp()
  const options = useOptions()
  const [writing, setWriting] = useState(false)
  const isText = format === 'report-markdown'
  const text = useMade(isText, (ask) => makeOpenReport(app, 'report-markdown', ask).then(contentOf))
  const report = useMade(!isText, (ask) => openReportData(app, ask))
  return (
    <>
      {isText ? <TextPreview text={text} /> : <Preview report={report} />}
      {format === 'report-pdf' && <Paper />}
      <footer className="export-actions">
        {isText && <CopyButton text={text} />}
        <Button
          className="dialog-button dialog-primary"
          isPending={writing}
          onPress={async () => {
            setWriting(true)
            await exportReport(app, format, options)
            setWriting(false)
          }}
        >
          {writing ? t('export.drawing') : t('export.write')}
        </Button>
      </footer>
    </>
  )
}

function contentOf({ content }: ReportFile): string {
  return typeof content === 'string' ? content : ''
}

function useOptions(): ReportOptions {
  const nesting = useAppState((state) => state.nesting)
  return { nesting, paper: useStore(wanted, (state) => state.reportPaper) }
}

/** Made after the dialog has been painted; undefined until then, and after an edit until it is made anew. */
function useMade<T>(isWanted: boolean, make: (options: ReportOptions) => Promise<T>): T | undefined {
  const design = useDesign()
  const nesting = useAppState((state) => state.nesting)
  const [made, setMade] = useState<{ readonly of: Design; readonly value: T }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is made never changes.
  useEffect(() => {
    if (!isWanted) return
    let seen = true
    const timer = setTimeout(async () => {
      const value = await make({ nesting })
      if (seen) setMade({ of: design, value })
    })
    return () => {
      seen = false
      clearTimeout(timer)
    }
  }, [isWanted, design, nesting])
  return made?.of === design ? made.value : undefined
}

function TextPreview({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return <div className="export-text" aria-busy="true" />
  return (
    <section className="export-files" aria-label={t('export.reportPreview')}>
      <FileText content={text} />
    </section>
  )
}

function Preview({ report }: { readonly report: Report | undefined }) {
  if (!report) return <div className="report-preview" aria-busy="true" />
  return <ReportPreview report={report} />
}

function Paper() {
  const paper = useStore(wanted, (state) => state.reportPaper)
  return (
    <Choice
      label={t('export.paper')}
      value={paper}
      options={(['A4', 'A3'] as const).map((id) => ({ id, label: t(`export.papers.${id}`) }))}
      onChange={(id) => wanted.setState({ reportPaper: id === 'A3' ? 'A3' : 'A4' })}
    />
  )
}
