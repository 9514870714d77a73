/** How much YAML may hold, looked at before it is parsed: the parser dies of what is nested a thousand deep. */
import { CST, Lexer } from 'yaml'
import { limits } from '../../basics/limits'
import type { Failure } from '../../basics/result'
import { byteLength, characters, tooDeep, tooLarge, tooLong } from '../../design/json-limits'
import { say } from '../../texts/text'

/** The limit that the text passes first; undefined: none. */
export function tooMuchYaml(text: string): Failure | undefined {
  const bytes = byteLength(text)
  if (bytes > limits.yamlBytes) return tooLarge(bytes, limits.yamlBytes)
  const found = new Found()
  for (const token of new Lexer().lex(text)) found.see(token)
  if (found.deepest > limits.jsonDepth) return tooDeep(found.deepest)
  if (found.longest > limits.textLength) return tooLong(found.longest)
  if (found.nodes > limits.yamlNodes) return tooManyNodes(found.nodes)
  return found.aliases > limits.yamlAliases ? tooManyAliases(found.aliases) : undefined
}

/** What the tokens seen so far amount to. */
class Found {
  deepest = 0
  nodes = 0
  aliases = 0
  longest = 0
  /** Columns at which blocks that are still open began. */
  private readonly blocks: number[] = []
  private flow = 0
  private column = 0

  see(token: string): void {
    const type = CST.tokenType(token)
    if (type === 'flow-map-start' || type === 'flow-seq-start') this.flow++
    if (type === 'flow-map-end' || type === 'flow-seq-end') this.flow--
    if (type === 'alias') this.aliases++
    if (COUNTED.has(type ?? '')) this.begins()
    if (token.length > limits.textLength) this.longest = Math.max(this.longest, characters(token))
    this.deepest = Math.max(this.deepest, this.blocks.length + this.flow)
    const line = token.lastIndexOf('\n')
    this.column = line < 0 ? this.column + token.length : token.length - line - 1
  }

  /** In a block, what stands farther to the right than what is open lies within it. */
  private begins(): void {
    this.nodes++
    if (this.flow > 0) return
    while ((this.blocks.at(-1) ?? -1) >= this.column) this.blocks.pop()
    this.blocks.push(this.column)
  }
}

const COUNTED: ReadonlySet<string> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'block-scalar-header',
  'seq-item-ind',
  'explicit-key-ind',
  'flow-map-start',
  'flow-seq-start',
  'alias',
])

/** The failure of YAML with so many values. */
export function tooManyNodes(actual: number): Failure {
  return {
    code: 'too-many',
    ...{ limit: limits.yamlNodes, actual },
    what: say`The YAML holds ${actual} values; at most ${limits.yamlNodes} can be read.`,
    mend: 'Check whether this is the right file, or split it.',
  }
}

function tooManyAliases(actual: number): Failure {
  return {
    code: 'too-many',
    ...{ limit: limits.yamlAliases, actual },
    what: say`The YAML repeats ${actual} parts by alias; at most ${limits.yamlAliases} can be read.`,
    mend: 'Write some of them out.',
  }
}
