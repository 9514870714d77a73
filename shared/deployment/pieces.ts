/**
 * The strings of a deployment: text, references to what other calls have made, and inputs. Every reference names its
 * attribute, and unlike in a design it may name a part: `@{orders-alb/listener-443.arn}`, `@{input:vpc-id}`.
 */
import { type Segment, toPointer } from '../basics/json'
import { mapStrings, walk } from '../design/references'

/** The identifier of a resource, known once it is made. */
export interface ResourceReference {
  readonly resource: string
  readonly attribute: string
}

export interface InputReference {
  readonly input: string
}

export type Piece = string | ResourceReference | InputReference

const TOKEN =
  /(?<!@)(@+)\{(?:input:([a-z0-9-]+)|([a-z0-9-]+(?:\/[a-z0-9-]+)?)\.([A-Za-z]+))\}|(?<!@)(@{2,})(?=\{)/g

/** Writes a reference to a resource. */
export function referTo(resource: string, attribute: string): string {
  return `@{${resource}.${attribute}}`
}

/** Writes a reference to an input. */
export function referToInput(name: string): string {
  return `@{input:${name}}`
}

/** Takes a string apart. Text comes unescaped; there is no empty piece. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  let end = 0
  const push = (piece: Exclude<Piece, string>) => {
    if (plain !== '') pieces.push(plain)
    plain = ''
    pieces.push(piece)
  }
  for (const { 0: whole, 1: ats, 2: input, 3: resource, 4: attribute, index } of text.matchAll(TOKEN)) {
    plain += text.slice(end, index)
    end = index + whole.length
    // A literal `@{` is written `@@{`.
    if (ats === undefined || ats.length > 1) plain += whole.slice(1)
    else if (input !== undefined) push({ input })
    else if (resource !== undefined && attribute !== undefined) push({ resource, attribute })
  }
  plain += text.slice(end)
  if (plain !== '') pieces.push(plain)
  return pieces
}

/** The tree with every reference replaced by the text that `lookup` has for it, and the rest unescaped. */
export function filled<T>(
  value: T,
  lookup: (piece: ResourceReference | InputReference, path: readonly Segment[]) => string,
): T {
  return mapStrings(value, (text, path) =>
    text.includes('@{')
      ? piecesOf(text)
          .map((piece) => (typeof piece === 'string' ? piece : lookup(piece, path)))
          .join('')
      : text,
  )
}

export interface Placed {
  readonly reference: ResourceReference | InputReference
  /** JSON pointer of the string that holds it. */
  readonly pointer: string
}

/** Every reference in a tree with its place, as often as it stands there. */
export function placesIn(value: unknown): readonly Placed[] {
  const found: Placed[] = []
  walk(value, [], (text, path) => {
    if (!text.includes('@{')) return
    for (const piece of piecesOf(text)) {
      if (typeof piece !== 'string') found.push({ reference: piece, pointer: toPointer(path) })
    }
  })
  return found
}

/** Every reference in a tree, as often as it stands there. */
export function referencedIn(value: unknown): readonly Placed['reference'][] {
  return placesIn(value).map(({ reference }) => reference)
}
