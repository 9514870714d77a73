/** The text of the design that some bytes hold, such as those of an earlier state of a file. */
import { ok, type Result } from '../../shared/basics/result'
import { designTextIn } from '../../shared/pictures/carried/file-content'
import { hashOf } from './hash'
import { content } from './read-document'

/** The bytes as text; of a picture, that of the design that it carries. */
export async function designText(name: string, bytes: Uint8Array): Promise<Result<string>> {
  const document = content(name, bytes)
  if (!document.ok) return document
  const text = await designTextIn(document.value, async (some) => hashOf(some))
  return text.ok ? ok(text.value.text) : text
}
