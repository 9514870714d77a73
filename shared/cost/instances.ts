/** What EC2 instances cost, whoever starts them: their hours, and their disks. */
import type { OperatingSystem } from '../aws/facts/fargate-sizes'
import { say, term } from '../texts/text'
import type { Charge, Quantity } from './charge'
import type { CostContext } from './cost'
import { asMonths, type Disk, disk } from './disks'
import { hoursOf } from './inputs'
import { perHour } from './simple'

export interface Instances {
  /** In order of preference; the first one counts. */
  readonly types: readonly string[]
  readonly system: OperatingSystem
  /** ECS picks and patches them, for a fee by type. */
  readonly managed: boolean
  readonly count: number | undefined
  readonly least?: number
  readonly most?: number
  /** How many of so many are Spot. */
  readonly spot: (count: number) => number
  /** Of one instance; undefined where the drawing does not tell. */
  readonly disks: readonly Disk[] | undefined
}

/** On-Demand and Spot instances, the fee of managed ones, and disks. */
export function instanceCharges(context: CostContext, wanted: Instances): readonly Charge[] {
  const { need, lacks } = context
  const { count } = wanted
  const amount = need({
    name: 'instances',
    label: term('Instances on average'),
    ...(count === undefined ? {} : { assumed: count }),
  })
  const [type] = wanted.types
  if (type === undefined) lacks(say`The instance type is not said.`)
  if (amount === undefined || type === undefined) return []
  const hours = hoursOf(context)
  const system = wanted.system.toLowerCase()
  const charge = (
    title: Charge['title'],
    part: (all: number) => number,
    price: string,
  ): readonly Charge[] => {
    const instances = shareOf(wanted, amount, part)
    const none = instances.amount === 0 && !instances.most
    return none ? [] : perHour(title, hours, price, [instances])
  }
  const { spot } = wanted
  return [
    ...charge(say`EC2 instances: ${type}`, (all) => all - spot(all), `ec2-${system}-${type}`),
    ...charge(say`EC2 Spot instances: ${type}`, spot, `ec2-spot-${system}-${type}`),
    ...(wanted.managed ? charge(term('Fee of managed instances'), (all) => all, `managed-${type}`) : []),
    ...diskCharges(
      context,
      wanted,
      shareOf(wanted, amount, (all) => all),
      hours,
    ),
  ]
}

/** A part of the instances as a factor of a sum, with what scaling may make of it. */
function shareOf({ least, most }: Instances, amount: number, part: (all: number) => number): Quantity {
  return {
    amount: part(amount),
    unit: 'instance',
    ...(least === undefined || most === undefined ? {} : { least: part(least), most: part(most) }),
  }
}

function diskCharges(
  { need }: CostContext,
  { disks }: Instances,
  instances: Quantity,
  hours: number,
): readonly Charge[] {
  const title = term('Disks of instances')
  const times = [instances, ...asMonths(hours)]
  if (disks) return disks.map((one) => ({ title, times, of: disk(one) }))
  const size = need({ name: 'diskGb', label: term('GiB of gp3 disk of an instance') })
  return size === undefined ? [] : [{ title, times, of: disk({ type: 'gp3', size }) }]
}
