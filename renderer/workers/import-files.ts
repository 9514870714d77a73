/** Imports files in a worker, which is ended when it takes too long or nobody waits for it any more. */
import { limits } from '../../shared/basics/limits'
import { fail, type Result } from '../../shared/basics/result'
import type { ImportOptions, SourceFile } from '../../shared/imports/format'
import type { Imported } from '../../shared/imports/report'
import { t } from '../strings/strings'

/** What a worker is asked for. */
export interface ImportRequest {
  readonly files: readonly SourceFile[]
  readonly options: ImportOptions
}

/** The part of a worker that is needed; tests have their own. */
export type ImportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

function startWorker(): ImportWorker {
  return new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
}

/** What `importFiles` answers, or why it was stopped; undefined when it was cancelled. */
export async function importInWorker(
  request: ImportRequest,
  cancelled: AbortSignal,
  start: (() => ImportWorker) | undefined = typeof Worker === 'undefined' ? undefined : startWorker,
): Promise<Result<Imported> | undefined> {
  // Without a window, in unit tests, there are no workers.
  if (start === undefined) {
    const { importFiles } = await import('../../shared/imports/import-files')
    return importFiles(request.files, request.options)
  }
  const worker = start()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<Result<Imported> | undefined>((resolve) => {
      cancelled.addEventListener('abort', () => resolve(undefined))
      worker.addEventListener('error', () => resolve(stopped('stopped', request.files)))
      worker.addEventListener('message', ({ data }: MessageEvent<'ready' | Result<Imported>>) => {
        if (data !== 'ready') return resolve(data)
        // Loading the worker is our time, not the file's.
        timer = setTimeout(() => resolve(stopped('slow', request.files)), limits.parseMs)
        worker.postMessage(request)
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
