/** Writes a template as YAML, with CloudFormation's short tags and a blank line between resources. */
import { Document, isMap, isPair, isScalar, type Node, type Pair, Scalar } from 'yaml'
import { isIntrinsic } from '../../aws/cloudformation/intrinsics'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'

/** The text of a template. The same template is the same text. */
export function written(template: Readonly<Record<string, unknown>>): string {
  // CloudFormation reads YAML 1.1, in which `on` and `12:30` are no texts.
  const document = new Document(null, { version: '1.1', aliasDuplicateObjects: false })
  document.contents = nodeOf(document, template)
  spaced(document.contents)
  const text = document.toString({ lineWidth: 0, directives: false })
  return text
}

function nodeOf(document: Document, value: unknown): Node {
  if (isIntrinsic(value)) return functionOf(document, value)
  if (Array.isArray(value)) {
    const list = document.createNode([]) as Node & { items: unknown[] }
    list.items = value.map((item) => nodeOf(document, item))
    return list
  }
  if (!isObject(value)) return scalar(document, value)
  const map = document.createNode({}) as Node & { items: Pair[] }
  map.items = Object.entries(value).map(([key, item]) => document.createPair(key, nodeOf(document, item)))
  return map
}

function scalar(document: Document, value: unknown): Node {
  const node = document.createNode(value ?? null) as Scalar
  if (typeof value === 'string' && value.includes('\n')) node.type = Scalar.BLOCK_LITERAL
  return node
}

/** A short tag can't stand before another one; then the long form is written. */
function functionOf(document: Document, value: Record<string, unknown>): Node {
  const [[name = '', argument] = []] = Object.entries(value)
  const attribute =
    name === 'Fn::GetAtt' && Array.isArray(argument) ? argument.map(toText).join('.') : argument
  if (isIntrinsic(attribute) || name === 'Fn::Transform' || !/^(?:Ref|Fn::[A-Za-z0-9]+)$/.test(name)) {
    const map = document.createNode({}) as Node & { items: Pair[] }
    map.items = [document.createPair(name, nodeOf(document, attribute))]
    return map
  }
  const node = nodeOf(document, attribute)
  node.tag = `!${name.replace('Fn::', '')}`
  return node
}

/** A blank line before sections and between their items. */
function spaced(root: unknown): void {
  if (!isMap(root)) return
  for (const [index, section] of root.items.entries()) {
    if (!isPair(section)) continue
    const key = isScalar(section.key) ? section.key : undefined
    if (key && index > 0) key.spaceBefore = true
    if (!isMap(section.value) || !['Parameters', 'Resources', 'Outputs'].includes(toText(key?.value)))
      continue
    for (const [at, item] of section.value.items.entries()) {
      if (at > 0 && isScalar(item.key)) item.key.spaceBefore = true
    }
  }
}
