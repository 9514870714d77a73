/** The design that a picture carries, as JSON: what is in the file, and a checksum that says whether it still is. */
import { strFromU8, strToU8 } from 'fflate'
import { isObject } from '../../basics/json'
import { limits } from '../../basics/limits'
import { fail, ok, type Result } from '../../basics/result'
import type { Design } from '../../design/design'
import { parseJson, readDesign, serialize } from '../../design/serialize'

/** Names it in PNG and SVG files. */
export const MEDIA_TYPE = 'application/vnd.fairlead+json'

const FORMAT = 'fairlead-picture'
const VERSION = 1

/** The SHA-256 of bytes in hexadecimal digits; each host has its own. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>

/** What somebody finds in a picture. */
export interface Carried {
  readonly design: Design
  /** False when somebody has changed the design after the picture was made, or the file was damaged. */
  readonly intact: boolean
}

/** The JSON text: `{format, version, sha256, design}`; the checksum is that of the design's JSON as it stands there. */
export async function seal(design: Design, sha256: Sha256): Promise<string> {
  // In the order of the canonical text, whatever the order in memory is.
  const json = JSON.stringify(JSON.parse(serialize(design)))
  const sum = await sha256(strToU8(json))
  return `{"format":"${FORMAT}","version":${VERSION},"sha256":"${sum}","design":${json}}`
}

/** The design in such a text, checked as any file of a stranger is. */
export async function unseal(bytes: Uint8Array, file: string, sha256: Sha256): Promise<Result<Carried>> {
  // The envelope is one object around a design.
  const json = parseJson(strFromU8(bytes), file, limits.designBytes)
  if (!json.ok) return json
  const { value } = json
  if (!isObject(value) || value.format !== FORMAT || !isObject(value.design)) return fail(unknown(file))
  if (value.version !== VERSION) return fail(newer(file))
  const design = readDesign(value.design, file)
  if (!design.ok) return design
  const sum = await sha256(strToU8(JSON.stringify(value.design)))
  return ok({ design: design.value, intact: sum === value.sha256 })
}

function unknown(file: string) {
  return {
    code: 'picture-unknown',
    file,
    what: 'What the picture carries is no design.',
    mend: 'Open the file that the picture was made from.',
  }
}

function newer(file: string) {
  return {
    code: 'picture-newer',
    file,
    what: 'The picture carries a design in a newer form than this Fairlead knows.',
    mend: 'Update Fairlead, or open the file that the picture was made from.',
  }
}
