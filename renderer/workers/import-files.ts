/** Imports files in a worker, which is ended when it takes too long or nobody waits for it any more. */
import { limits } from '../../shared/basics/limits'
import { fail, type Result } from '../../shared/basics/result'
import type { SourceFile } from '../../shared/imports/format'
import { importFiles } from '../../shared/imports/import-files'
import type { Imported } from '../../shared/imports/report'
import { t } from '../strings/strings'

/** The part of a worker that is needed; tests have their own. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

function startWorker(): ImportWorker {
  return new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
}

/** What `importFiles` answers, or why it was stopped; undefined when it was cancelled. */
export async function importInWorker(
  files: readonly SourceFile[],
  cancelled: AbortSignal,
  start: (() => ImportWorker) | undefined = typeof Worker === 'undefined' ? undefined : startWorker,
): Promise<Result<Imported> | undefined> {
  // Without a window, in unit tests, there are no workers.
  if (start === undefined) return importFiles(files)
  const worker = start()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<Result<Imported> | undefined>((resolve) => {
      cancelled.addEventListener('abort', () => resolve(undefined))
      worker.addEventListener('error', () => resolve(stopped('stopped', files)))
      worker.addEventListener('message', ({ data }: MessageEvent<'ready' | Result<Imported>>) => {
        if (data !== 'ready') return resolve(data)
        // Loading the worker is our time, not the file's.
        timer = setTimeout(() => resolve(stopped('slow', files)), limits.parseMs)
        worker.postMessage(files)
      })
    })
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}

function stopped(why: 'slow' | 'stopped', [first]: readonly SourceFile[]): Result<Imported> {
  return fail({
    code: `import-${why}`,
    ...(first === undefined ? {} : { file: first.name }),
    ...(why === 'slow' ? { limit: limits.parseMs } : {}),
    what: t(`import.${why}.what`, { seconds: limits.parseMs / 1000 }),
    mend: t(`import.${why}.mend`),
  })
}
