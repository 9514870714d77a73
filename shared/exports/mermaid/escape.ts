/**
 * Texts for Mermaid. In a quoted label its lexer, its Markdown and its icons still find things of their own, so whatever
 * could mean something to one of them is written as an entity: Mermaid's are `#34;`, without an ampersand.
 */
import { visible } from '../../basics/characters'

/** What stands for itself; everything else that is neither a letter nor a digit becomes an entity. */
const PLAIN = /[\p{L}\p{M}\p{N} ,./()=+·×→–—…'’“”?:!-]/u

/** Where plain characters together mean something: a list, a rule, a web address, an icon, a direction of layout. */
const MEANT: readonly RegExp[] = [
  /^[-+](?=\s|$)/u,
  /^[-=]{2,}/u,
  /[.)](?=\s|$)(?<=^\d+.)/u,
  /:(?=\/\/)/gu,
  /(?<=\bwww)\./giu,
  /(?<=\bfa\w?):/giu,
  /(?<=\bdirection)\s(?=\s*(?:TB|TD|BT|RL|LR))/gu,
]

/** One label: lines of text in quotes. */
export function label(lines: readonly string[]): string {
  const text = lines.map(escaped).join('<br/>')
  // Between quotes, nothing is no text to Mermaid.
  return `"${text === '' ? '#160;' : text}"`
}

function escaped(line: string): string {
  let text = ''
  for (const character of visible(line).replace(/\s+/gu, ' ').trim()) {
    text += PLAIN.test(character) ? character : entity(character)
  }
  for (const meant of MEANT) text = text.replace(meant, (found) => [...found].map(entity).join(''))
  // Two dollar signs begin a formula even as entities; a joiner, which nobody sees, keeps them apart.
  text = text.replaceAll('#36;#36;', '#36;#8288;#36;')
  // Mermaid takes the last semicolon from a line in which `style` or `classDef`, a colon and an entity follow each other.
  return text.includes('#') ? text.replaceAll(':', entity(':')) : text
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`
}

/** Words of Mermaid's own, which can't name a node. */
const RESERVED = new Set(
  'end graph flowchart subgraph style linkStyle classDef class click default direction href call interpolate'
    .toLowerCase()
    .split(' '),
)

/** The name of an element's node: a hyphen could be the beginning of a line. */
export function nodeName(id: string): string {
  const name = id.replaceAll('-', '_')
  return RESERVED.has(name) ? `${name}_` : name
}
