/** Pictures of other drawing programs, which carry a drawing of theirs. */
import { limits } from '../../basics/limits'
import type { FileRead } from './file-content'
import { readChunks, textOf } from './png'

export type DrawingProgram = 'draw.io' | 'Excalidraw'

/** The keyword of a PNG's text, and what the text of an SVG holds. */
const MARKS: readonly (readonly [DrawingProgram, string, string])[] = [
  ['draw.io', 'mxfile', 'content="&lt;mxfile'],
  ['Excalidraw', 'application/vnd.excalidraw+json', 'payload-type:application/vnd.excalidraw+json'],
]

/** The program whose drawing a picture carries; undefined for any other picture. */
export function drawingProgram({
  text,
  bytes,
}: Pick<FileRead, 'text' | 'bytes'>): DrawingProgram | undefined {
  if (bytes === undefined) return MARKS.find(([, , mark]) => text.includes(mark))?.[0]
  const chunks = readChunks(bytes) ?? []
  return MARKS.find(([, keyword]) => textOf(chunks, keyword, limits.designBytes).is === 'text')?.[0]
}
