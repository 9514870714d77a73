/** Messages end up in screenshots, chats and logs of builds; what may be a secret does not. */
import type { Text, Value } from '../texts/text'
import { fromPointer } from './json'

/** Members whose values people put passwords and tokens into, although AWS advises against it. */
const SENSITIVE =
  /^(?:environment|environmentFiles|env|secrets|secretOptions|options|dockerLabels|labels|command|entryPoint|args|userData|SecretString|GenerateSecretString|Value|stringData|data)$/i

interface Told {
  readonly pointer?: string
  readonly what: Text
  readonly mend: Text
}

/** What a failure says, without the words of the file where they may be a secret; its place says which ones are meant. */
export function masked({ pointer, what, mend }: Told): Pick<Told, 'what' | 'mend'> {
  const path = pointer === undefined ? [] : fromPointer(pointer)
  if (!path.some((key) => SENSITIVE.test(key))) return { what, mend }
  return { what: withoutValues(what), mend: withoutValues(mend) }
}

function withoutValues(text: Text): Text {
  if (typeof text === 'string') return text
  const { values } = text
  if (Array.isArray(values)) return { ...text, values: values.map(hidden) }
  const named = Object.entries(values as Readonly<Record<string, Value>>)
  return { ...text, values: Object.fromEntries(named.map(([name, value]) => [name, hidden(value)])) }
}

function hidden(value: Value): Value {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? '“…”' : withoutValues(value)
}
