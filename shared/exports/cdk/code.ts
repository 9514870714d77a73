/** Values of a template as TypeScript. */
import { isIntrinsic, subParts } from '../../aws/cloudformation/intrinsics'
import { joinTexts, toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { attributeName, propertyName } from './names'

/** What a name of the template is in code. */
export interface Known {
  readonly variable: string
  /** `list`: a parameter of several values. `number`: one that stands for texts and numbers. `generic`: attributes have no names of their own. */
  readonly kind: 'resource' | 'generic' | 'parameter' | 'number' | 'list'
}

export interface Code {
  readonly known: (name: string) => Known | undefined
  /** Functions that stand as they are were used; the file needs a helper. */
  usesRaw: boolean
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'cdk.Aws.ACCOUNT_ID',
  'AWS::NoValue': 'cdk.Aws.NO_VALUE',
  'AWS::NotificationARNs': 'cdk.Aws.NOTIFICATION_ARNS',
  'AWS::Partition': 'cdk.Aws.PARTITION',
  'AWS::Region': 'cdk.Aws.REGION',
  'AWS::StackId': 'cdk.Aws.STACK_ID',
  'AWS::StackName': 'cdk.Aws.STACK_NAME',
  'AWS::URLSuffix': 'cdk.Aws.URL_SUFFIX',
}

/** Members whose keys are nobody's but the user's, or those of another language. */
const OPAQUE = new Set([
  'ArchivePolicy',
  'AssumeRolePolicyDocument',
  'AuthenticationRequestExtraParams',
  'DataProtectionPolicy',
  'DockerLabels',
  'DriverOpts',
  'FileSystemPolicy',
  'HookDetails',
  'Options',
  'PolicyDocument',
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'RepositoryPolicyText',
])

/** Maps where they are objects; lists of typed pairs where they are lists. */
const MAPS = new Set(['Labels', 'Tags'])

/** A value as an expression, indented for the line that it begins on. */
export function valueCode(code: Code, value: unknown, indent: string, isTyped = true): string {
  if (typeof value === 'string') return textCode(value, indent)
  if (isIntrinsic(value)) return functionCode(code, value, indent)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return listCode(
      value.map((item) => valueCode(code, item, deeper, isTyped)),
      indent,
    )
  }
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).map(([key, item]) => {
    const typed = isTyped && !OPAQUE.has(key) && !(MAPS.has(key) && isObject(item) && !isIntrinsic(item))
    const name = keyCode(isTyped ? propertyName(key) : key)
    return `${deeper}${name}: ${valueCode(code, item, deeper, typed)},\n`
  })
  return entries.length === 0 ? '{}' : `{\n${entries.join('')}${indent}}`
}

function keyCode(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) && key !== '__proto__'
    ? key
    : key === '__proto__'
      ? "['__proto__']"
      : quoted(key)
}

/** Text of several lines is written as lines. */
export function textCode(text: string, indent: string): string {
  const lines = text.split('\n')
  if (lines.length < 3) return quoted(text)
  return `[\n${lines.map((line) => `${indent}  ${quoted(line)},\n`).join('')}${indent}].join('\\n')`
}

/** A literal in single quotes. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

function functionCode(code: Code, value: Record<string, unknown>, indent: string): string {
  const [[name, argument] = []] = Object.entries(value)
  if (name === 'Ref' && typeof argument === 'string' && code.known(argument)?.kind !== 'number') {
    const said = nameCode(code, argument)
    if (said !== undefined) return said
  }
  if (name === 'Fn::GetAtt') {
    const full = Array.isArray(argument) ? joinTexts(argument, '.') : toText(argument)
    const said = nameCode(code, full)
    if (said !== undefined) return said
  }
  if (name === 'Fn::Sub' && typeof argument === 'string') {
    const said = templateCode(code, argument)
    if (said !== undefined) return said
  }
  if (name === 'Fn::Base64') return `cdk.Fn.base64(${valueCode(code, argument, indent, false)})`
  code.usesRaw = true
  return `raw(${rawCode(value, indent)})`
}

/** JSON as it is, functions and all. */
export function rawCode(value: unknown, indent: string): string {
  if (typeof value === 'string') return textCode(value, indent)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return listCode(
      value.map((item) => rawCode(item, deeper)),
      indent,
    )
  }
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const members = Object.entries(value).map(([key, item]) => `${keyCode(key)}: ${rawCode(item, deeper)}`)
  if (members.length === 0) return '{}'
  const short = `{ ${members.join(', ')} }`
  return isShort(short) ? short : `{\n${eachOnALine(members, deeper)}${indent}}`
}

/** On one line where that is short. The items are written once: twice at each depth would double with it. */
function listCode(items: readonly string[], indent: string): string {
  const short = `[${items.join(', ')}]`
  return isShort(short) ? short : `[\n${eachOnALine(items, `${indent}  `)}${indent}]`
}

function isShort(code: string): boolean {
  return code.length <= 60 && !code.includes('\n')
}

function eachOnALine(items: readonly string[], indent: string): string {
  return items.map((item) => `${indent}${item},\n`).join('')
}

/** What a name, or an attribute of it, is in code. */
export function nameCode({ known }: Code, name: string): string | undefined {
  if (Object.hasOwn(PSEUDO, name)) return PSEUDO[name]
  const dot = name.indexOf('.')
  const found = known(dot < 0 ? name : name.slice(0, dot))
  if (!found) return undefined
  const { variable, kind } = found
  if (kind === 'parameter' || kind === 'number') return `${variable}.valueAsString`
  if (kind === 'list') return `${variable}.valueAsList`
  if (dot < 0) return `${variable}.ref`
  const attribute = name.slice(dot + 1)
  return kind === 'generic'
    ? `${variable}.getAtt(${quoted(attribute)}).toString()`
    : `${variable}.${attributeName(attribute)}`
}

/** A text with variables as a template literal. */
function templateCode(code: Code, text: string): string | undefined {
  const parts = subParts(text, () => true).map((part) => {
    if (typeof part === 'string') {
      return JSON.stringify(part)
        .slice(1, -1)
        .replaceAll('\\"', '"')
        .replaceAll('`', '\\`')
        .replaceAll('${', '\\${')
        .replaceAll('\u2028', '\\u2028')
        .replaceAll('\u2029', '\\u2029')
    }
    const said = nameCode(code, part.variable)
    return said === undefined ? undefined : `\${${said}}`
  })
  return parts.every((part) => part !== undefined) ? `\`${parts.join('')}\`` : undefined
}
