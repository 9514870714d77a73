import { expect, it } from 'vitest'
import { onePixel } from '../../testing/pictures'
import { ascii } from '../bytes'
import { drawingProgram } from './foreign'
import { readChunks, textChunk, writeChunks } from './png'

const withChunk = (type: string, data: Uint8Array) => {
  const [head, ...rest] = readChunks(onePixel())!
  return writeChunks([head!, { type, data }, ...rest])
}

it.each([
  ['a PNG of draw.io', { text: '', bytes: withChunk('tEXt', ascii('mxfile\0%3Cmxfile%3E')) }, 'draw.io'],
  [
    'a PNG of Excalidraw',
    { text: '', bytes: withChunk('tEXt', ascii('application/vnd.excalidraw+json\0{}')) },
    'Excalidraw',
  ],
  ['an SVG of draw.io', { text: '<svg content="&lt;mxfile host=&quot;app&quot;&gt;"/>' }, 'draw.io'],
  [
    'an SVG of Excalidraw',
    { text: '<svg><metadata><!-- payload-type:application/vnd.excalidraw+json --></metadata></svg>' },
    'Excalidraw',
  ],
  ['any other PNG', { text: '', bytes: withChunk('iTXt', textChunk('Comment', 'mxfile').data) }, undefined],
  ['any other SVG', { text: '<svg><text>mxfile</text></svg>' }, undefined],
] as const)('%s', (_, file, program) => expect(drawingProgram(file)).toBe(program))
