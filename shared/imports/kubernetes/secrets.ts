/** Secrets come in by their names and keys only. */
import { isObject, toPointer } from '../../basics/json'
import { quote } from '../../basics/quote'
import { say } from '../../texts/text'
import { type Collector, note } from '../collect/collector'

type Fields = Readonly<Record<string, unknown>>

/** Tools keep whole manifests in such notes, values included. */
const COPY = 'kubectl.kubernetes.io/last-applied-configuration'

/** A Secret with a placeholder in place of every value. */
export function withoutValues(
  collector: Collector,
  secret: Fields,
  { file, pointer }: { readonly file: string; readonly pointer: string },
): Fields {
  const { data, stringData, metadata, ...rest } = secret
  const drop = (path: readonly string[], text: ReturnType<typeof say>) =>
    note(collector, 'dropped', 'secret-value', { file, pointer: pointer + toPointer(path) }, text)
  const keys: Record<string, string> = {}
  for (const [member, values] of [
    ['data', data],
    ['stringData', stringData],
  ] as const) {
    if (values === undefined) continue
    if (!isObject(values)) drop([member], say`${quote(member)} may hold a secret, so it is left out.`)
    for (const key of isObject(values) ? Object.keys(values) : []) {
      keys[key] = `<${key}>`
      drop([member, key], say`The value of ${quote(key)} is a secret, so only its name is kept.`)
    }
  }
  const notes = isObject(metadata) && isObject(metadata.annotations) ? { ...metadata.annotations } : undefined
  if (notes && Object.hasOwn(notes, COPY)) {
    delete notes[COPY]
    drop(
      ['metadata', 'annotations', COPY],
      say`${quote(COPY)} holds the secret’s values, too, so it is left out.`,
    )
  }
  return {
    ...rest,
    ...(metadata === undefined
      ? {}
      : { metadata: notes ? { ...(metadata as Fields), annotations: notes } : metadata }),
    ...(Object.keys(keys).length === 0 ? {} : { data: keys }),
  }
}
