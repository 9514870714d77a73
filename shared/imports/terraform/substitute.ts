/** References to arguments of resources that are no elements: the argument's value takes their place. */
import type { Body } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { mapStrings } from '../../design/references'
import { withoutKeys } from './json'
import { dataSources, kindOfResource } from './kinds'
import type { TerraformResource } from './resource'
import type { Tokens } from './tokens'

/** So far a value may be away: `aws_appautoscaling_policy` → target → service. */
const DEEPEST = 4

/** The resources, with such values in place. */
export function substituted(
  resources: readonly TerraformResource[],
  tokens: Tokens,
): readonly TerraformResource[] {
  const byAddress = new Map(resources.map((resource) => [withoutKeys(resource.address), resource]))
  const argumentOf = (mark: string, depth: number): string => {
    const open = tokens.only(mark)
    const owner = open?.address === undefined ? undefined : byAddress.get(withoutKeys(open.address))
    const [argument, ...more] = open?.path ?? []
    if (!owner || more.length > 0 || argument === undefined || depth > DEEPEST) return mark
    const isElement = owner.isData
      ? Object.hasOwn(dataSources, owner.type)
      : kindOfResource(owner) !== undefined
    if (isElement) return mark
    const value = owner.body[toText(argument)]
    return typeof value === 'string' ? filled(value, depth + 1) : mark
  }
  const filled = (text: string, depth: number): string =>
    tokens.isIn(text) ? text.replace(/\uE000\d+\uE001/g, (mark) => argumentOf(mark, depth)) : text
  return resources.map((resource) => ({
    ...resource,
    body: mapStrings(resource.body, (text) => filled(text, 0)) as Body,
  }))
}
