/** `taskdef_overrides`: places of the task definition in CloudFormation’s names, and what to write there. */

import { toNumber } from '../../basics/convert'
import { isObject, setAt, toPointer, valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, mapStrings } from '../../design/references'
import { say } from '../../texts/text'
import { itemsOf, member, peek, textOf } from '../containers/node'
import { drop, mapped } from '../containers/telling'
import type { Reading } from './reading'

/** The spec with the manifest’s overrides written into it. */
export function overridden(reading: Reading, spec: Spec): Spec {
  const copy = structuredCopy(spec)
  for (const item of itemsOf(member(reading.root, 'taskdef_overrides'))) {
    const path = textOf(member(item, 'path'))
    const segments = path === undefined ? undefined : segmentsOf(path)
    const value = peek(member(item, 'value'))
    if (!segments || value === undefined || !fits(copy, segments)) {
      drop(
        reading,
        'override',
        item,
        say`The override of ${quote(path ?? '')} is left out: the task definition has no such place.`,
        reading.definition,
      )
      continue
    }
    setAt(copy, toPointer(segments), texts(apiNames(value)))
    mapped(
      reading,
      'override',
      item,
      say`${quote(path ?? '')} is written into the task definition.`,
      reading.definition,
    )
  }
  return copy
}

/** CloudFormation’s `cpu: 1024` in a text is a number in the API where it is one; texts are escaped. */
function texts(value: unknown): unknown {
  return mapStrings(value, escapeText)
}

function structuredCopy(value: Spec): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>
}

/** `ContainerDefinitions[0].Ulimits[-].Name` as segments of a pointer; undefined for what is no such path. */
function segmentsOf(path: string): readonly string[] | undefined {
  const segments: string[] = []
  for (const part of path.split('.')) {
    const found = /^([A-Za-z][A-Za-z0-9]*)((?:\[(?:\d+|-)\])*)$/.exec(part)
    if (!found?.[1]) return undefined
    segments.push(apiName(found[1]), ...(found[2]?.match(/\d+|-/g) ?? []))
  }
  return segments
}

/** A list takes an index that it has, the next one, or `-` for the next one. */
function fits(root: object, segments: readonly string[]): boolean {
  return segments.every((segment, i) => {
    const parent = valueAt(root, toPointer(segments.slice(0, i)))
    if (Array.isArray(parent))
      return segment === '-' || (/^\d+$/.test(segment) && toNumber(segment) <= parent.length)
    return parent === undefined
      ? segment === '-' || segment === '0' || !/^\d+$/.test(segment)
      : isObject(parent)
  })
}

/** Acronyms at the beginning are small as a whole. */
const SPELLED: Readonly<Record<string, string>> = {
  EFSVolumeConfiguration: 'efsVolumeConfiguration',
  FSxWindowsFileServerVolumeConfiguration: 'fsxWindowsFileServerVolumeConfiguration',
  FilesystemId: 'fileSystemId',
  IAM: 'iam',
}

function apiName(name: string): string {
  return own(SPELLED, name) ?? name.charAt(0).toLowerCase() + name.slice(1)
}

function apiNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(apiNames)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [apiName(key), apiNames(item)]))
}
