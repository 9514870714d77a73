/**
 * The texts that designs were read from or saved as. A file keeps what another program made of it: byte-order mark, line
 * ends, and every byte while the design is unchanged.
 */
import type { Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { textToSave } from '../../shared/design/file-text'
import { parseDesign } from '../../shared/design/serialize'

/** As long as somebody needs the design to compare with, and no longer. */
const texts = new WeakMap<Design, string>()

/** Reads the design in a file's text. */
export function readFileText(text: string, name: string): Result<Design> {
  const parsed = parseDesign(text, name)
  if (parsed.ok) rememberText(parsed.value, text)
  return parsed
}

/** That is how the design stands in its file now. */
export function rememberText(design: Design, text: string): void {
  texts.set(design, text)
}

/**
 * The text to save a design as; a failure where it would not read back as the same design.
 * @param inFile what the file holds, as far as this window knows
 */
export function textFor(design: Design, inFile: Design | undefined): Result<string> {
  const text = inFile && texts.get(inFile)
  return textToSave(design, inFile && text !== undefined ? { text, design: inFile } : undefined)
}
