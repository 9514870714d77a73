import { useEffect, useState } from 'react'
import { Button, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { sameJson } from '../../shared/basics/json'
import type { Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import type { FileVersion } from '../../shared/host'
import { useApp, useAppState, useDesign } from '../app-context'
import { compareVersion } from '../compare/with-now'
import { copyVersion, readVersion, restoreVersion } from '../document/versions'
import { dayOf, timeOf, whenOf } from '../document/when'
import { failureText } from '../strings/failure'
import { language } from '../strings/language'
import { t } from '../strings/strings'
import { EmptyState } from '../ui/empty-state'
import { HistoryIcon } from '../ui/icons'
import { DifferencesView } from './differences-view'
import { Modal } from './modal'
import './versions-dialog.css'

interface Props {
  readonly file: string
  /** Newest first. */
  readonly versions: readonly FileVersion[]
}

/** Earlier states of the document's file: what each would bring back, and bringing it back. */
export function VersionsDialog({ file, versions }: Props) {
  const app = useApp()
  const name = useAppState((state) => state.file.name)
  const [chosen, setChosen] = useState(versions[0])
  const read = useVersion(file, chosen)
  const design = read?.ok ? read.value : undefined
  return (
    <Modal
      title={t('versions.title', { name })}
      size="large"
      actions={
        <>
          <span className="versions-hint">{versions.length > 0 && t('versions.restoreHint')}</span>
          <span className="dialog-gap" />
          <Button
            className="dialog-button"
            isDisabled={!design}
            onPress={() => design && chosen && void compareVersion(app, design, chosen)}
          >
            {t('compare.open.compare')}
          </Button>
          <Button
            className="dialog-button"
            isDisabled={!design}
            onPress={() => design && chosen && void copyVersion(app, design, chosen)}
          >
            {t('versions.copy')}
          </Button>
          <Button
            className="dialog-button dialog-primary"
            isDisabled={!design}
            onPress={() => design && chosen && restoreVersion(app, design, chosen)}
          >
            {t('versions.restore')}
          </Button>
        </>
      }
    >
      {chosen ? (
        <div className="versions">
          <VersionList versions={versions} chosen={chosen} choose={setChosen} />
          <Chosen version={chosen} read={read} />
        </div>
      ) : (
        <EmptyState
          icon={<HistoryIcon size={20} />}
          title={t('versions.none')}
          hint={t('versions.noneHint')}
        />
      )}
    </Modal>
  )
}

/** What that version holds; undefined while it is being read. */
function useVersion(file: string, version: FileVersion | undefined): Result<Design> | undefined {
  const app = useApp()
  const [read, setRead] = useState<{ readonly id: string; readonly result: Result<Design> }>()
  useEffect(() => {
    let wanted = true
    if (version) {
      void readVersion(app, file, version.id).then((result) => {
        if (wanted) setRead({ id: version.id, result })
      })
    }
    return () => {
      wanted = false
    }
  }, [app, file, version])
  return read?.id === version?.id ? read?.result : undefined
}

interface ListProps {
  readonly versions: readonly FileVersion[]
  readonly chosen: FileVersion
  readonly choose: (version: FileVersion) => void
}

/** Earlier states of a file, by day; one is chosen. */
export function VersionList({ versions, chosen, choose }: ListProps) {
  return (
    <ListBox
      className="versions-list"
      aria-label={t('versions.list')}
      selectionMode="single"
      disallowEmptySelection
      autoFocus
      selectedKeys={[chosen.id]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        const version = versions.find((one) => one.id === id)
        if (version) choose(version)
      }}
    >
      {[...byDay(versions)].map(([day, those]) => (
        <ListBoxSection key={day} id={day}>
          <Header className="versions-day">{day}</Header>
          {those.map(({ id, saved, bytes }) => (
            <ListBoxItem key={id} id={id} className="version" textValue={whenOf(saved)}>
              <span>{timeOf(saved)}</span>
              <span className="version-size">{sizeOf(bytes)}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

function byDay(versions: readonly FileVersion[]): ReadonlyMap<string, readonly FileVersion[]> {
  const days = new Map<string, FileVersion[]>()
  for (const version of versions) {
    const day = dayOf(version.saved)
    days.set(day, [...(days.get(day) ?? []), version])
  }
  return days
}

function sizeOf(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const value = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000)
  const digits = value < 10 ? 1 : 0
  return new Intl.NumberFormat(language(), { style: 'unit', unit, maximumFractionDigits: digits }).format(
    value,
  )
}

function Chosen({
  version,
  read,
}: {
  readonly version: FileVersion
  readonly read: Result<Design> | undefined
}) {
  const now = useDesign()
  if (!read) return <p className="modal-muted">{t('versions.reading')}</p>
  if (!read.ok) return <p className="disk-reason">{failureText(read.error)}</p>
  if (sameJson(read.value, now)) return <p className="modal-muted">{t('versions.same')}</p>
  return (
    <DifferencesView
      title={t('versions.from', { when: whenOf(version.saved) })}
      before={read.value}
      after={now}
    />
  )
}
