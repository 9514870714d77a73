/**
 * A Terraform file as blocks and attributes, by the tree of a parser that the caller brings: it is compiled to WebAssembly,
 * which starts in its own time and is not there everywhere.
 */

/** A node of the tree, as web-tree-sitter has it. */
export interface SyntaxNode {
  readonly type: string
  readonly text: string
  readonly startIndex: number
  readonly endIndex: number
  readonly startPosition: { readonly row: number; readonly column: number }
  readonly hasError: boolean
  readonly isError: boolean
  readonly isMissing: boolean
  readonly children: readonly (SyntaxNode | null)[]
  readonly namedChildren: readonly (SyntaxNode | null)[]
}

/** Parses HCL; the whole tree, errors and all. */
export type HclParser = (text: string) => SyntaxNode

export interface HclAttribute {
  readonly name: string
  readonly expression: SyntaxNode
}

export interface HclBlock {
  /** `resource`, `network_configuration`. */
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: readonly HclAttribute[]
  readonly blocks: readonly HclBlock[]
  readonly node: SyntaxNode
}

/** The blocks of a file. */
export function blocksOf(root: SyntaxNode): readonly HclBlock[] {
  const body = named(root).find(({ type }) => type === 'body')
  return body ? contentOf(body).blocks : []
}

/** Where a tree is broken: the first place, in reading order. */
export function brokenAt(node: SyntaxNode): SyntaxNode | undefined {
  if (node.isError || node.isMissing) return node
  if (!node.hasError) return undefined
  for (const child of node.children) {
    const found = child && brokenAt(child)
    if (found) return found
  }
  return node
}

/** The children that mean something. */
export function named(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment') as SyntaxNode[]
}

function contentOf(body: SyntaxNode): Pick<HclBlock, 'attributes' | 'blocks'> {
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  for (const child of named(body)) {
    if (child.type === 'block') blocks.push(blockOf(child))
    if (child.type !== 'attribute') continue
    const [name, expression] = named(child)
    if (name && expression) attributes.push({ name: name.text, expression })
  }
  return { attributes, blocks }
}

function blockOf(node: SyntaxNode): HclBlock {
  const [type, ...rest] = named(node)
  const labels = rest.filter((child) => child.type === 'string_lit' || child.type === 'identifier')
  const body = rest.find((child) => child.type === 'body')
  return {
    type: type?.text ?? '',
    labels: labels.map((label) => label.text.replace(/^"|"$/g, '')),
    ...(body ? contentOf(body) : { attributes: [], blocks: [] }),
    node,
  }
}
