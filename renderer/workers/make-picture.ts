/** Has a worker make pixels, pages or a report. It ends with its work: what it took of memory is free again. */
import type { PictureAnswer, PictureMade, PictureWork } from './picture.worker'

/** What was asked for. When nobody wants it any more the worker is stopped, and the promise is broken. */
export function makePicture<Make extends keyof PictureMade>(
  work: Extract<PictureWork, { readonly make: Make }>,
  cancelled?: AbortSignal,
): Promise<PictureMade[Make]> {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<PictureMade[Make]>((resolve, reject) => {
    cancelled?.addEventListener('abort', () => reject(cancelled.reason))
    worker.addEventListener('error', ({ message }) => reject(new Error(`The picture’s worker: ${message}`)))
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
      if ('made' in data) resolve(data.made as PictureMade[Make])
      else reject(new Error(data.error))
    })
  })
  worker.postMessage(work)
  return answer.finally(() => worker.terminate())
}
