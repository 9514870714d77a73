/** A secret that somebody wrote into a design is asked for instead: no file of ours holds one. */
import type { Body } from '../../aws/terraform/translate'
import { isObject } from '../../basics/json'
import type { Input } from '../../deployment/deployment'
import { piecesOf, referToInput } from '../../deployment/pieces'
import { say } from '../../texts/text'
import type { Made } from './made'

const SECRET = /^(?:password|fsx_admin_password|client_secret|secret_string)$/

/** Puts variables where secrets are written; answers what has to be asked for. */
export function askForSecrets(made: readonly Made[]): readonly Input[] {
  return made.flatMap(({ body, element, name }) => inBody(body, element, name.replaceAll('_', '-')))
}

function inBody(body: Body, element: string, name: string): Input[] {
  return Object.entries(body).flatMap(([argument, value]): Input[] => {
    if (Array.isArray(value)) return value.filter(isObject).flatMap((item) => inBody(item, element, name))
    const isSecret = SECRET.test(argument) && typeof value === 'string'
    if (!isSecret || piecesOf(value).every((piece) => typeof piece !== 'string')) return []
    const input = `${name}-${argument.replaceAll('_', '-')}`
    body[argument] = referToInput(input)
    const text = say`The ${argument} of “${element}”. The design holds one, which is not written to files.`
    return [{ name: input, type: 'secret-value', many: false, text, element, usedBy: [] }]
  })
}
