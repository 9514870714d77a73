/** Arguments that are Terraform's own, in every resource; and values that are secrets. */
import type { Body } from '../../aws/terraform/translate'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { say } from '../../texts/text'
import type { TerraformResource } from './resource'
import { report, type Work } from './work'

const META = ['count', 'for_each', 'depends_on', 'lifecycle', 'provider', 'provisioner', 'connection']

/** No design holds the values of these, and no report says them. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  aws_ssm_parameter: ['value', 'value_wo', 'insecure_value'],
  aws_db_instance: ['password', 'password_wo'],
  aws_fsx_ontap_file_system: ['fsx_admin_password'],
}

/** The arguments that say something about AWS; what became of the others is said. */
export function withoutMeta(work: Work, { type, body, file, pointer, written }: TerraformResource): Body {
  const kept: Body = {}
  for (const [name, value] of Object.entries(body)) {
    const place = { file, pointer: `${pointer}/${name}` }
    const isMeta = META.includes(name) && (written !== undefined || name !== 'connection')
    const isSecret =
      own(SECRETS, type)?.includes(name) && value !== null && value !== '' && body.type !== 'String'
    if (isSecret) {
      report(
        work,
        'dropped',
        'secret-value',
        place,
        say`The value of ${quote(name)} is a secret, and not in the design.`,
      )
    } else if (name.startsWith('dynamic ')) {
      const block = name.slice('dynamic '.length)
      report(
        work,
        'dropped',
        'dynamic',
        place,
        say`The blocks ${quote(block)} are made while Terraform runs, so they are not in the design.`,
      )
    } else if (!isMeta) kept[name] = value
    else if (name === 'count' || name === 'for_each') {
      if (value !== 1)
        report(
          work,
          'dropped',
          name,
          place,
          say`It is one element: how many Terraform makes of it, by ${quote(name)}, is not in the design.`,
        )
    } else if (name === 'depends_on') {
      report(
        work,
        'dropped',
        name,
        place,
        'What Terraform waits for is not in the design; exports put everything in its order.',
      )
    } else
      report(work, 'dropped', name, place, say`${quote(name)} is Terraform’s own, and not in the design.`)
  }
  return kept
}
