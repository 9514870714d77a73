/** Availability Zones of a drawing as parameters of a template, whose defaults they are: another account has others. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'

const ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d([a-z])$/

export interface ZoneParameter {
  readonly name: string
  readonly parameter: Readonly<Record<string, unknown>>
}

/** The parameter for the name of a zone; undefined for any other text. */
export function zoneParameter(zone: unknown): ZoneParameter | undefined {
  const letter = typeof zone === 'string' ? ZONE.exec(zone)?.[1] : undefined
  if (letter === undefined) return undefined
  return {
    name: `AvailabilityZone${letter.toUpperCase()}`,
    parameter: {
      Type: 'AWS::EC2::AvailabilityZone::Name',
      Default: zone,
      Description: `The Availability Zone that is ${toText(zone)} in the drawing.`,
    },
  }
}

/** The zone that a parameter of that name stands for, when the drawing's zones were written as parameters. */
export function zoneOfParameter(name: string, parameter: unknown): string | undefined {
  const zone = isObject(parameter) ? parameter.Default : undefined
  const own = zoneParameter(zone)
  const same =
    own?.name === name && isObject(parameter) && parameter.Description === own.parameter.Description
  return same && typeof zone === 'string' ? zone : undefined
}
