/** Annotations of the AWS Load Balancer Controller. https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/ */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { objectsAt } from '../../elements/parts/reading'
import type { Source } from '../conversion'
import type { HEALTH } from './entrance'

type Annotations = Record<string, string>

/** How a target group checks health. */
export function healthAnnotations(prefix: string, group: Source, members: typeof HEALTH): Annotations {
  return Object.fromEntries(
    members.flatMap(([member, name]) => {
      const value = group.spec[member]
      const text = isObject(value) ? (value.HttpCode ?? value.GrpcCode) : value
      return text === undefined || text === null || text === '' ? [] : [[prefix + name, toText(text)]]
    }),
  )
}

/** `a=1,b=2`. */
export function attributes(spec: Source['spec'], list: string): string | undefined {
  const pairs = objectsAt(spec, list).flatMap(([, { Key, Value }]) =>
    typeof Key === 'string' && typeof Value === 'string' ? [`${Key}=${Value}`] : [],
  )
  return pairs.length === 0 ? undefined : pairs.join(',')
}

/** A list of texts, with commas; references stay. */
export function joined(list: unknown): string | undefined {
  const texts = Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
  return texts.length === 0 ? undefined : texts.join(',')
}

/** Only what has a value. */
export function given(annotations: Readonly<Record<string, string | undefined>>): Annotations {
  return Object.fromEntries(
    Object.entries(annotations).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
