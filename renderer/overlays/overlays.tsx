import { useAppState } from '../app-context'
import { CompareDialog } from '../compare/compare-dialog'
import { ConvertDialog } from '../convert/convert-dialog'
import { PricesDialog } from '../cost/prices-dialog'
import { ExportDialog } from '../export/export-dialog'
import { ImportDialog } from '../import/import-dialog'
import { RuleDialog } from '../problems/rule-dialog'
import { WaiveDialog } from '../problems/waive-dialog'
import { ApproveDialog } from '../review/approvals/approve-dialog'
import { AuthorDialog } from '../review/author-dialog'
import { WhatIfDialog } from '../what-if/what-if-dialog'
import { About } from './about'
import { Choices } from './choices'
import { DiscardDialog } from './discard-dialog'
import { DiskDialog } from './disk-dialog'
import { Licences } from './licences'
import { RecentDialog } from './recent-dialog'
import { RecoveredDialog } from './recovered-dialog'
import { RecoveriesDialog } from './recoveries-dialog'
import { Report } from './report'
import { Shortcuts } from './shortcuts'
import { Templates } from './templates'
import { VersionsDialog } from './versions-dialog'

/** The dialog that is open, if any. */
export function Overlays() {
  const overlay = useAppState((state) => state.overlay)
  switch (overlay?.kind) {
    case undefined:
      return null
    case 'about':
      return <About />
    case 'licences':
      return <Licences />
    case 'shortcuts':
      return <Shortcuts />
    case 'new':
      return <Templates />
    case 'recent':
      return <RecentDialog files={overlay.files} />
    case 'report':
      return <Report title={overlay.title} summary={overlay.summary} lines={overlay.lines} />
    case 'choices':
      return <Choices title={overlay.title} text={overlay.text} choices={overlay.choices} />
    case 'rule':
      return <RuleDialog id={overlay.id} />
    case 'waive':
      return <WaiveDialog problem={overlay.problem} />
    case 'what-if':
      return <WhatIfDialog runner={overlay.runner} />
    case 'convert':
      return <ConvertDialog of={overlay.of} />
    case 'compare':
      return <CompareDialog />
    case 'author':
      return <AuthorDialog act={overlay.act} />
    case 'approve':
      return <ApproveDialog />
    case 'prices':
      return <PricesDialog />
    case 'export':
      return <ExportDialog />
    case 'import':
      return <ImportDialog preview={overlay.preview} />
    case 'recoveries':
      return <RecoveriesDialog />
    case 'disk-review':
      return <DiskDialog />
    case 'recovered-differences':
      return <RecoveredDialog base={overlay.base} />
    case 'versions':
      return <VersionsDialog file={overlay.file} versions={overlay.versions} />
    case 'discard':
      return <DiscardDialog answer={overlay.answer} />
  }
}
