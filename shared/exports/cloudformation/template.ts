/** The template of a stack, as JSON in the order in which people read it. */
import { isObject } from '../../basics/json'
import type { Stack, StackResource } from './stack-types'

const VERSION = '2010-09-09'

/** Everything of a template, sections of an imported one among it. */
export function templateOf({
  name,
  isImported,
  resources,
  parameters,
  outputs,
  kept,
}: Stack): Record<string, unknown> {
  const section = (of: string) => (isObject(kept[of]) ? kept[of] : {})
  const made = Object.fromEntries(resources.map((resource) => [resource.logicalId, resourceBlock(resource)]))
  const sections: Record<string, unknown> = {
    ...(isImported
      ? {}
      : { AWSTemplateFormatVersion: VERSION, ...(name === '' ? {} : { Description: name }) }),
    ...kept,
    Parameters: { ...section('Parameters'), ...parameters },
    Resources: { ...made, ...section('Resources') },
    Outputs: { ...section('Outputs'), ...outputs },
  }
  const known = ORDER.filter((of) => sections[of] !== undefined)
  const others = Object.keys(sections).filter((of) => !ORDER.includes(of))
  const filled = [...known, ...others].filter((of) => of === 'Resources' || !isEmpty(sections[of]))
  return Object.fromEntries(filled.map((of) => [of, sections[of]]))
}

const ORDER = [
  'AWSTemplateFormatVersion',
  'Transform',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Globals',
  'Resources',
  'Outputs',
]

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0
}

function resourceBlock({ type, properties, dependsOn, attributes }: StackResource): Record<string, unknown> {
  return {
    Type: type,
    ...(dependsOn.length > 0 ? { DependsOn: dependsOn.length === 1 ? dependsOn[0] : dependsOn } : {}),
    ...attributes,
    ...(Object.keys(properties).length > 0 ? { Properties: properties } : {}),
  }
}
