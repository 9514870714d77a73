/** Functions of Terraform's whose result follows from values that are known; every other call is kept as it was written. */
import { toNumber, toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { toBase64 } from '../../deployment/base64'

type Fn = (values: readonly unknown[]) => unknown

const isText = (value: unknown): value is string => typeof value === 'string'
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const ofText =
  (change: (text: string) => unknown): Fn =>
  ([text]) =>
    isText(text) ? change(text) : undefined
const ofLists =
  (change: (lists: readonly (readonly unknown[])[]) => unknown): Fn =>
  (values) =>
    values.every(isList) ? change(values as readonly (readonly unknown[])[]) : undefined

const functions: Readonly<Record<string, Fn>> = {
  jsonencode: ([value]) => JSON.stringify(value),
  jsondecode: ofText(parsed),
  base64encode: ofText((text) => (text.includes('\uE000') ? undefined : toBase64(text))),
  tostring: ([value]) => (typeof value === 'object' ? undefined : toText(value)),
  tonumber: ([value]) => (Number.isFinite(toNumber(value)) && value !== '' ? toNumber(value) : undefined),
  tobool: ([value]) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  tolist: ([value]) => (isList(value) ? value : undefined),
  toset: ([value]) => (isList(value) ? [...new Set(value)] : undefined),
  tomap: ([value]) => (isObject(value) ? value : undefined),
  concat: ofLists((lists) => lists.flat()),
  flatten: ofLists(([list = []]) => list.flat(20)),
  distinct: ofLists(([list = []]) => [...new Set(list)]),
  compact: ofLists(([list = []]) => list.filter((item) => item !== '' && item !== null)),
  merge: (values) =>
    values.every((value) => isObject(value)) ? Object.assign({}, ...(values as object[])) : undefined,
  join: ([separator, list]) =>
    isText(separator) && isList(list) && list.every((item) => typeof item !== 'object')
      ? list.join(separator)
      : undefined,
  split: ([separator, text]) => (isText(separator) && isText(text) ? text.split(separator) : undefined),
  format: ([pattern, ...values]) => (isText(pattern) ? formatted(pattern, values) : undefined),
  lower: ofText((text) => text.toLowerCase()),
  upper: ofText((text) => text.toUpperCase()),
  trimspace: ofText((text) => text.trim()),
  length: ([value]) => (isList(value) ? value.length : isText(value) ? [...value].length : undefined),
  keys: ([value]) => (isObject(value) ? Object.keys(value).sort() : undefined),
  coalesce: (values) => values.find((value) => value !== null && value !== ''),
  sensitive: ([value]) => value,
  nonsensitive: ([value]) => value,
}

/** Those that take what is not known yet as a part of their result. */
const LENIENT = new Set([
  'jsonencode',
  'concat',
  'merge',
  'tolist',
  'toset',
  'tostring',
  'join',
  'format',
  'compact',
  'sensitive',
  'nonsensitive',
])

/** The result of a call; undefined when it does not follow. */
export function call(name: string, values: readonly unknown[], isOpen: (value: unknown) => boolean): unknown {
  const run = own(functions, name)
  if (!run || (!LENIENT.has(name) && values.some(isOpen))) return undefined
  return run(values)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function formatted(pattern: string, values: readonly unknown[]): string | undefined {
  let next = 0
  let fails = false
  const text = pattern.replace(/%%|%[^%]/g, (verb) => {
    if (verb === '%%') return '%'
    const value = values[next++]
    if (!/^%[sdv]$/.test(verb) || value === undefined || typeof value === 'object') fails = true
    return toText(value)
  })
  return fails ? undefined : text
}
