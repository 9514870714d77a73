/** Writes a manifest as YAML that readers of both versions of YAML understand alike. */
import { Document, isMap, isScalar, Scalar, visit } from 'yaml'

/** The members of an object of Kubernetes as people write them; others follow as they are. */
const FIRST = ['apiVersion', 'kind', 'metadata', 'type', 'spec', 'data']

/** What YAML 1.1, which kubectl reads, or YAML 1.2 takes for something else than text. */
const AMBIGUOUS =
  /^(?:y|n|yes|no|on|off|true|false|null|~|<<|=|)$|^[-+]?\.?\d[\d_.,:\sa-fxotz+-]*$|^[-+]?\.(?:inf|nan)$/i

/** One document, without the line of dashes. */
export function manifestText(manifest: Readonly<Record<string, unknown>>): string {
  const document = new Document(inOrder(manifest), { version: '1.2', aliasDuplicateObjects: false })
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value === 'string' && (AMBIGUOUS.test(node.value) || hasOddCharacter(node.value)))
        node.type = Scalar.QUOTE_DOUBLE
      if (key === 'key' && node.type === Scalar.BLOCK_LITERAL) node.type = Scalar.QUOTE_DOUBLE
    },
    Pair: (_, pair) => {
      // A key of more than 1024 characters, or one that is a list, would need a question mark before it.
      if (isScalar(pair.key) && isMap(pair.value) && pair.value.items.length === 0) pair.value.flow = true
    },
  })
  return document.toString({ lineWidth: 0, indentSeq: true })
}

/** Characters that some readers of YAML take for the end of a line. */
function hasOddCharacter(text: string): boolean {
  return /[\u0085\u2028\u2029\ufeff]/.test(text)
}

function inOrder(manifest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = FIRST.filter((key) => Object.hasOwn(manifest, key))
  const rest = Object.keys(manifest).filter((key) => !FIRST.includes(key))
  const entries = [...known, ...rest].map((key) => [key, manifest[key]] as const)
  return Object.fromEntries(entries)
}

/** Lines of a comment: whatever a name holds, its line ends where it ends. */
export function commentText(lines: readonly string[]): string {
  return lines.map((line) => `# ${oneLine(line)}`.trimEnd()).join('\n')
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+|\p{Cs}/gu, ' ')
}
