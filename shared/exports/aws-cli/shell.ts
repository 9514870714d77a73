/** Words of a POSIX shell: text is quoted, and what is known at run time only is a variable between. */

import type { Input } from '../../deployment/deployment'
import { type Piece, piecesOf } from '../../deployment/pieces'

/** Text as one word that no shell reads anything into. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** The variable that holds an identifier. The last underscore parts resource and attribute, so no two are alike. */
export function variableOf(resource: string, attribute: string): string {
  return `id_${resource.replaceAll('-', '_').replaceAll('/', '__')}_${attribute}`
}

/** Names that mean something to shells and to the AWS CLI. */
const TAKEN =
  /^(?:PATH|HOME|IFS|PWD|OLDPWD|PS[1-4]|ENV|CDPATH|USER|LOGNAME|SHELL|TERM|LANG|LC_.*|LD_.*|AWS_.*|TMPDIR|OPTIND|OPTARG|PPID|LINENO|MAIL|HOST|HOSTNAME|UID|EUID|RUN_TASKS|APPLY_STATE|[0-9].*)$/

/** The environment variable that an input is asked for by: `VPC_ID`. */
export function environmentName({ name }: Pick<Input, 'name'>): string {
  const upper = name.replaceAll('-', '_').toUpperCase()
  return TAKEN.test(upper) ? `INPUT_${upper}` : upper
}

/** A deployment's text as one word. */
export function wordOf(
  text: string,
  names: (piece: Exclude<Piece, string>) => string = variableNamed,
): string {
  const pieces = piecesOf(text)
  if (pieces.length === 0) return "''"
  return pieces.map((piece) => (typeof piece === 'string' ? quoted(piece) : `"$${names(piece)}"`)).join('')
}

/** The variable of a reference. */
export function variableNamed(piece: Exclude<Piece, string>): string {
  return 'input' in piece
    ? environmentName({ name: piece.input })
    : variableOf(piece.resource, piece.attribute)
}
