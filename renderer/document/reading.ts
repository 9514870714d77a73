/** That files are being read for an import. It is nobody's data, so it lives apart from the app's state. */
import { createStore } from 'zustand/vanilla'
import type { Result } from '../../shared/basics/result'
import type { ImportOptions, SourceFile } from '../../shared/imports/format'
import type { Imported } from '../../shared/imports/report'
import { importInWorker } from '../workers/import-files'

export interface Reading {
  /** The first file. */
  readonly name: string
  /** It takes long enough to be shown. */
  readonly shown: boolean
  readonly cancel: () => void
}

/** Undefined while nothing is being read. */
export const reading = createStore<{ readonly run: Reading | undefined }>(() => ({ run: undefined }))

/** Milliseconds after which people wonder. */
const SHOWN_AFTER = 300

/** Imports files while the app can be used; undefined when the user cancelled it, or began another import. */
export async function readFiles(
  files: readonly SourceFile[],
  options: ImportOptions = {},
): Promise<Result<Imported> | undefined> {
  reading.getState().run?.cancel()
  const controller = new AbortController()
  const run: Reading = { name: files[0]?.name ?? '', shown: false, cancel: () => controller.abort() }
  reading.setState({ run })
  const isCurrent = () => reading.getState().run?.cancel === run.cancel
  const timer = setTimeout(
    () => isCurrent() && reading.setState({ run: { ...run, shown: true } }),
    SHOWN_AFTER,
  )
  try {
    return await importInWorker({ files, options }, controller.signal)
  } finally {
    clearTimeout(timer)
    if (isCurrent()) reading.setState({ run: undefined })
  }
}
