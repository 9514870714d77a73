/** The bytes of a file as text. Only UTF-8 is taken; what else a file is gets its name. */
import { fail, ok, type Result } from './result'

/** Part of every JavaScript system that Fairlead runs on, though not of the language. */
declare class TextDecoder {
  constructor(encoding: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean })
  decode(bytes: Uint8Array): string
}

/** A byte-order mark stays in the text, because saving unchanged must give the same bytes. */
export function decodeText(file: string, bytes: Uint8Array): Result<string> {
  if (isUtf16(bytes)) {
    const mend = 'Save it as UTF-8 and open it again.'
    return fail({ code: 'file-encoding', file, what: 'The file is written in UTF-16.', mend })
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return fail({
      code: 'file-encoding',
      file,
      what: 'This is not a text file in UTF-8.',
      mend: 'Choose a design, or a file of a format that can be imported.',
    })
  }
}

/** By its mark, or by the zero that every second byte is where the first characters are ASCII, as in JSON and YAML. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return false
  return (
    (first === 0 && third === 0 && second > 0 && fourth > 0) ||
    (second === 0 && fourth === 0 && first > 0 && third > 0)
  )
}
