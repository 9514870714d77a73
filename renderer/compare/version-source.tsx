import { useEffect, useState } from 'react'
import type { Failure, Result } from '../../shared/basics/result'
import type { FileVersion } from '../../shared/host'
import { useApp, useAppState } from '../app-context'
import { readVersion } from '../document/versions'
import { VersionList } from '../overlays/versions-dialog'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { Refused } from './file-source'
import { compareVersion } from './with-now'

/** What the document's file held before. */
export function VersionSource() {
  const file = useAppState((state) => state.file.id)
  const versions = useVersions(file)
  if (file === undefined) return <p>{t('compare.open.neverSaved')}</p>
  if (!versions) return <p className="modal-muted">{t('compare.open.reading')}</p>
  if (!versions.ok) return <p className="disk-reason">{failureText(versions.error)}</p>
  const [newest] = versions.value
  if (!newest) return <p>{t('compare.open.noVersions')}</p>
  return <Choose file={file} versions={versions.value} newest={newest} />
}

function useVersions(file: string | undefined): Result<readonly FileVersion[]> | undefined {
  const app = useApp()
  const [found, setFound] = useState<Result<readonly FileVersion[]>>()
  useEffect(() => {
    let wanted = true
    if (file !== undefined) {
      void app.host.fileVersions(file).then((versions) => {
        if (wanted) setFound(versions)
      })
    }
    return () => {
      wanted = false
    }
  }, [app, file])
  return found
}

interface ChooseProps {
  readonly file: string
  readonly versions: readonly FileVersion[]
  readonly newest: FileVersion
}

function Choose({ file, versions, newest }: ChooseProps) {
  const app = useApp()
  const [chosen, setChosen] = useState(newest)
  const [failure, setFailure] = useState<Failure>()
  const compare = async () => {
    setFailure(undefined)
    const read = await readVersion(app, file, chosen.id)
    if (!read.ok) return setFailure(read.error)
    await compareVersion(app, read.value, chosen)
  }
  return (
    <>
      <VersionList versions={versions} chosen={chosen} choose={setChosen} />
      {failure && <Refused failure={failure} />}
      <p className="compare-go">
        <Button variant="primary" onPress={() => void compare()}>
          {t('compare.open.compare')}
        </Button>
      </p>
    </>
  )
}
