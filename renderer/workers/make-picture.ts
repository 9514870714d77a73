/** Has a worker make pixels or pages. It ends with its work: what it took of memory is free again. */
import type { PictureAnswer, PictureWork } from './picture.worker'

/** The bytes of the file. */
export function makePicture(work: PictureWork): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The picture’s worker: ${message}`)))
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
      if ('bytes' in data) resolve(data.bytes)
      else reject(new Error(data.error))
    })
  })
  worker.postMessage(work)
  return answer.finally(() => worker.terminate())
}
