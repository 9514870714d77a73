import { useStore } from 'zustand'
import { reading } from '../document/reading'
import { t } from '../strings/strings'
import { useEscape, WorkStrip } from './work-strip'

/** That files are being read for an import; shown when it takes long enough to be noticed. */
export function ImportStrip() {
  const run = useStore(reading, (state) => state.run)
  useEscape(run?.cancel)
  if (!run?.shown) return null
  return <WorkStrip id="import-strip" title={t('import.reading', { name: run.name })} cancel={run.cancel} />
}
