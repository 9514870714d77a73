/** Environment variables: plain ones as they are, secrets from the shell, files of S3 by their names. */
import { quote } from '../../basics/quote'
import { resolved } from '../../graph/graph'
import { say } from '../../texts/text'
import type { Group } from './groups'
import type { Members } from './members'
import type { Writing } from './writing'

/** `environment` and `env_file` of a container. No secret is in the file: each is a variable of the shell. */
export function environmentOf(
  writing: Writing,
  group: Group,
  key: string,
  container: string,
  members: Members,
): object {
  const plain = members.items('environment').flatMap((item) => {
    const name = item.text('name')
    const value = item.text('value') ?? ''
    return name === undefined ? [] : [[name, writing.text(value, group.definition)] as const]
  })
  const secret = members.items('secrets').flatMap((item) => {
    const [name, from] = [item.text('name'), item.text('valueFrom')]
    return name === undefined || from === undefined
      ? []
      : [[name, secretOf(writing, group, { key, container, name, from })] as const]
  })
  const files = members.items('environmentFiles').flatMap((item) => {
    item.text('type')
    const from = item.text('value')
    return from === undefined ? [] : [fileOf(writing, group, container, from)]
  })
  return { environment: Object.fromEntries([...plain, ...secret]), env_file: files }
}

interface Secret {
  readonly key: string
  readonly container: string
  readonly name: string
  readonly from: string
}

/** The variable is called as in the container, unless another container means another secret by that name. */
function secretOf(writing: Writing, group: Group, { key, container, name, from }: Secret): string {
  return writing.variable(
    writing.secretName(name, from) ? name : `${key} ${name}`,
    `secret ${name} ${from}`,
    (variable) =>
      say`${quote(variable)} must be set in the shell or in .env: in AWS, container ${quote(container)} gets it from a secret or parameter.`,
    group.definition,
  )
}

function fileOf(writing: Writing, group: Group, container: string, from: string): string {
  const name = resolved(writing.graph, from).replace(/^.*[/:]/s, '')
  const file = name === '' ? 'variables.env' : name
  const text = say`${quote(file)} must lie beside compose.yaml: container ${quote(container)} reads it from S3.`
  writing.note('env-file', text, group.definition)
  return `./${file.replaceAll('$', '$$$$')}`
}
