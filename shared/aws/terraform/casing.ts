/** AWS's `enableECSManagedTags` is Terraform's `enable_ecs_managed_tags`, and its `loadBalancers` the block `load_balancer`. */
import { memoText } from '../../basics/memo'
import { capital } from '../../basics/quote'

/** A member of AWS's API as Terraform spells it. */
export const snake = memoText((name: string): string =>
  name
    .replace(/IOPS|GiB|VpcIPAM/g, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .toLowerCase(),
)

/** The spellings that a member can have: as it is, or its singular, which blocks have. */
export const spellings = memoText((name: string): readonly string[] => {
  const whole = snake(name)
  const singular = whole.endsWith('ies')
    ? `${whole.slice(0, -3)}y`
    : whole.endsWith('s') && !whole.endsWith('ss')
      ? whole.slice(0, -1)
      : whole
  return singular === whole ? [whole] : [whole, singular]
})

/** A name of Terraform's in AWS's spelling, where nothing tells a better one. */
export function unsnake(name: string, pascal: boolean): string {
  const [first = '', ...rest] = name.split('_')
  return [pascal ? capital(first) : first, ...rest.map(capital)].join('')
}
