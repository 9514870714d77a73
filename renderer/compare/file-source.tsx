import { useState } from 'react'
import type { Failure } from '../../shared/basics/result'
import { useApp } from '../app-context'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { chooseSources } from './sources'
import { compareSource } from './with-now'

/** Another file: chosen, read and compared at once. */
export function FileSource() {
  const app = useApp()
  const [failure, setFailure] = useState<Failure>()
  const [reading, setReading] = useState(false)
  const choose = async () => {
    setFailure(undefined)
    setReading(true)
    const chosen = await chooseSources(app, 1)
    if (chosen.ok && chosen.value[0]) await compareSource(app, chosen.value[0])
    if (!chosen.ok) setFailure(chosen.error)
    setReading(false)
  }
  return (
    <>
      <p>
        <Button variant="primary" isDisabled={reading} onPress={() => void choose()}>
          {t(reading ? 'compare.open.reading' : 'compare.open.chooseFile')}
        </Button>
      </p>
      {failure && <Refused failure={failure} />}
    </>
  )
}

/** Why something could not be read. */
export function Refused({ failure }: { readonly failure: Failure }) {
  return (
    <p className="disk-reason" role="alert">
      {failureText(failure)}
    </p>
  )
}
