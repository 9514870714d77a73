/** Puts a design into a picture, and finds it there. */
import { strFromU8, strToU8 } from 'fflate'
import { fromBase64, toBase64 } from '../../basics/base64'
import { limits } from '../../basics/limits'
import { type Failure, fail, type Result } from '../../basics/result'
import { type Carried, MEDIA_TYPE, type Sha256, unseal } from './envelope'
import {
  type Chunk,
  isPng,
  pixelsPerMetre,
  readChunks,
  textChunk,
  textOf,
  textsUnder,
  writeChunks,
} from './png'

/** The PNG with its scale, and with the design when there is one: before the first of its pixels. */
export function pngWith(png: Uint8Array, scale: number, sealed?: string): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(png) ?? []
  const first = chunks.findIndex(({ type }) => type === 'IDAT')
  const added: Chunk[] = [
    pixelsPerMetre(scale),
    ...(sealed === undefined ? [] : [textChunk(MEDIA_TYPE, sealed)]),
  ]
  const file = writeChunks([...chunks.slice(0, first), ...added, ...chunks.slice(first)])
  if (sealed !== undefined && readBack(file) !== sealed) throw new Error('The picture lost its design.')
  return file
}

function readBack(file: Uint8Array): string | undefined {
  const found = textOf(readChunks(file) ?? [], MEDIA_TYPE, Number.MAX_SAFE_INTEGER)
  return found.is === 'text' ? strFromU8(found.bytes) : undefined
}

/** What an SVG says about itself, with the design in it. */
export function metadataWith(sealed: string): string {
  return `<metadata data-type="${MEDIA_TYPE}" data-encoding="base64">${toBase64(strToU8(sealed))}</metadata>`
}

/** Other programs order attributes as they like, and break long lines. */
const METADATA = /<metadata\b([^<>]*)>([A-Za-z0-9+/=\s]*)<\/metadata>/g

/** Base64 takes four characters for three bytes, and a few for breaking lines. */
const LONGEST = Math.ceil(limits.designBytes * 1.4)

/** The design in a PNG file. */
export async function designInPng(bytes: Uint8Array, file: string, sha256: Sha256): Promise<Result<Carried>> {
  const chunks = readChunks(bytes)
  if (!chunks) return fail(damaged(file))
  const found = textOf(chunks, MEDIA_TYPE, limits.designBytes)
  if (textsUnder(chunks, MEDIA_TYPE) > 1) return fail(twoDesigns(file))
  if (found.is === 'nothing') return fail(noDesign(file))
  if (found.is === 'damaged') return fail(damaged(file))
  if (found.is === 'too-large') return fail(tooLarge(file))
  return await unseal(found.bytes, file, sha256)
}

/** The design in the text of an SVG file. */
export async function designInSvg(text: string, file: string, sha256: Sha256): Promise<Result<Carried>> {
  const ours = [...text.matchAll(METADATA)].filter(
    ([, attributes = '']) => attributes.includes(`"${MEDIA_TYPE}"`) || attributes.includes(`'${MEDIA_TYPE}'`),
  )
  const content = ours[0]?.[2]
  if (content === undefined) return fail(noDesign(file))
  if (ours.length > 1) return fail(twoDesigns(file))
  // It could define what the text only seems to say.
  if (/<!DOCTYPE/i.test(text)) return fail(documentType(file))
  if (content.length > LONGEST) return fail(tooLarge(file))
  const bytes = fromBase64(content)
  if (!bytes) return fail(damaged(file))
  if (bytes.length > limits.designBytes) return fail(tooLarge(file))
  return await unseal(bytes, file, sha256)
}

/** The design in a picture of either kind: the bytes of a PNG, or the text of an SVG. */
export function designInPicture(
  {
    name,
    text,
    bytes,
  }: { readonly name: string; readonly text: string; readonly bytes?: Uint8Array | undefined },
  sha256: Sha256,
): Promise<Result<Carried>> {
  return bytes === undefined ? designInSvg(text, name, sha256) : designInPng(bytes, name, sha256)
}

/** What may stand before the first element of a document, and how each of it ends. */
const PROLOGUE = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const

/** Is this text an SVG document? */
export function isSvg(text: string): boolean {
  let at = 0
  for (;;) {
    while (/[\s\uFEFF]/.test(text.charAt(at))) at++
    const end = PROLOGUE.find(([start]) => text.startsWith(start, at))?.[1]
    if (end === undefined) return /^<(?:[\w-]+:)?svg[\s>/]/.test(text.slice(at, at + 40))
    const found = text.indexOf(end, at)
    if (found < 0) return false
    at = found + end.length
  }
}

export { isPng }

function noDesign(file: string): Failure {
  return {
    code: 'picture-empty',
    file,
    what: 'This picture carries no design. Chat apps and screenshots remove it.',
    mend: 'Ask for the file itself, or for the design that it was made from.',
  }
}

function twoDesigns(file: string): Failure {
  return {
    code: 'picture-two',
    file,
    what: 'The picture carries two designs, and it is not clear which one it shows.',
    mend: 'Open the file that the picture was made from.',
  }
}

function documentType(file: string): Failure {
  return {
    code: 'picture-doctype',
    file,
    what: 'The SVG declares a document type, which no picture with a design has.',
    mend: 'Take the line that begins with <!DOCTYPE out, or open the file that the picture was made from.',
  }
}

function damaged(file: string): Failure {
  return {
    code: 'picture-damaged',
    file,
    what: 'The picture is cut off or damaged.',
    mend: 'Copy or download it again.',
  }
}

function tooLarge(file: string): Failure {
  return {
    code: 'picture-size',
    file,
    limit: limits.designBytes,
    what: 'What the picture carries is larger than any design.',
    mend: 'Open the file that the picture was made from.',
  }
}
