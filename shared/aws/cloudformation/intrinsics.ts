/** CloudFormation's functions, as JSON. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
import { isObject } from '../../basics/json'

/** Is it a call of one of CloudFormation's functions, in the long form? */
export function isIntrinsic(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false
  const [name, ...others] = Object.keys(value)
  return name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))
}

/** What CloudFormation knows by itself. */
export const pseudoParameters: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
])

/** `${Name}`, `${Name.Attribute}` and, for what is just text, `${!Name}`. */
const VARIABLE = /\$\{(!*)\s*([\w.:]+)\s*\}/g

/** A part of a text with variables. */
export type SubPart = string | { readonly variable: string }

/**
 * Takes the text of `Fn::Sub` apart. Of the names that `isVariable` does not know the text stays; a name with
 * exclamation marks stands for itself with one fewer.
 */
export function subParts(text: string, isVariable: (name: string) => boolean): readonly SubPart[] {
  const parts: SubPart[] = []
  let plain = ''
  let end = 0
  for (const { 0: whole, 1: marks = '', 2: variable = '', index } of text.matchAll(VARIABLE)) {
    plain += text.slice(end, index)
    end = index + whole.length
    if (!isVariable(variable)) plain += whole
    else if (marks !== '') plain += whole.replace('!', '')
    else {
      if (plain !== '') parts.push(plain)
      plain = ''
      parts.push({ variable })
    }
  }
  plain += text.slice(end)
  if (plain !== '') parts.push(plain)
  return parts
}

/** Text that means itself where variables are known: the reverse of what `subParts` does to it. */
export function literal(text: string, isVariable: (name: string) => boolean): string {
  if (!text.includes('${')) return text
  return text.replace(VARIABLE, (whole, _marks, name: string) =>
    isVariable(name) ? whole.replace('${', '${!') : whole,
  )
}
