import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from 'zustand'
import type { Design } from '../../shared/design/design'
import { paperNames } from '../../shared/pictures/pdf/papers'
import type { ReportFormat } from '../../shared/review/report/formats'
import type { ReportFile, ReportOptions } from '../../shared/review/report/make-report'
import { useApp, useAppState, useDesign, useTheme } from '../app-context'
import { exportReport } from '../document/export'
import { makeOpenReport, previewOpenReport } from '../document/reports'
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
  const theme = useTheme()
  const isText = format === 'report-markdown'
  const text = useMade(isText, 'text', async (ask, cancelled) =>
    contentOf(await makeOpenReport(app, 'report-markdown', ask, cancelled)),
  )
  const report = useMade(!isText, theme, (ask, cancelled) => previewOpenReport(app, theme, ask, cancelled))
  return (
    <>
      {isText ? (
        <Made made={text} show={(content) => <TextPreview text={content} />} />
      ) : (
        <Made made={report} show={(made) => <ReportPreview report={made} />} />
      )}
      {format === 'report-pdf' && <Paper />}
      <footer className="export-actions">
        {isText && <CopyButton text={text === 'failed' ? undefined : text?.value} />}
        <Button
          className="dialog-button dialog-primary"
          isPending={writing}
          onPress={async () => {
            setWriting(true)
            await exportReport(app, format, options)
            setWriting(false)
          }}
        >
          {writing ? t('export.makingReport') : t('export.write')}
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

/** Undefined until it is made, and after an edit until it is made anew. */
type Making<T> = { readonly value: T } | 'failed' | undefined

/** Made beside the window; what nobody looks at any more is not made to its end. */
function useMade<T>(
  isWanted: boolean,
  look: string,
  make: (options: ReportOptions, cancelled: AbortSignal) => Promise<T>,
): Making<T> {
  const design = useDesign()
  const nesting = useAppState((state) => state.nesting)
  const [made, setMade] = useState<{ readonly of: Design; readonly look: string; readonly is: Making<T> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is made with is told by its look.
  useEffect(() => {
    if (!isWanted) return
    const controller = new AbortController()
    const tell = (is: Making<T>) => {
      if (controller.signal.aborted) return
      // What is shown of a large report is long, too: keys are answered in between.
      startTransition(() => setMade({ of: design, look, is }))
    }
    make({ nesting }, controller.signal).then(
      (value) => tell({ value }),
      () => tell('failed'),
    )
    return () => controller.abort()
  }, [isWanted, design, nesting, look])
  return made?.of === design && made.look === look ? made.is : undefined
}

interface MadeProps<T> {
  readonly made: Making<T>
  readonly show: (value: T) => ReactNode
}

/** A report of a thousand elements takes seconds: until then it says that it is being made. */
function Made<T>({ made, show }: MadeProps<T>) {
  if (typeof made === 'object') return show(made.value)
  return (
    <div className="report-making" role="status" aria-busy={made === undefined}>
      {made === undefined ? t('export.makingReport') : t('export.reportFailed')}
    </div>
  )
}

function TextPreview({ text }: { readonly text: string }) {
  return (
    <section className="export-files" aria-label={t('export.reportPreview')}>
      <FileText content={text} />
    </section>
  )
}

function Paper() {
  const paper = useStore(wanted, (state) => state.reportPaper)
  return (
    <Choice
      label={t('export.paper')}
      value={paper}
      options={paperNames.map((id) => ({ id, label: t(`export.papers.${id}`) }))}
      onChange={(id) => wanted.setState({ reportPaper: id })}
    />
  )
}
