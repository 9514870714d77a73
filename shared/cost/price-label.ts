/** What the keys of the price table mean, and what a unit of each is called where no table says. */
import { say, type Text, term } from '../texts/text'

interface Meaning {
  readonly label: Text
  readonly per: string
}

const HOUR = 'hour'
const STORED = 'GB-month'

const known: Readonly<Record<string, Meaning>> = {
  'fargate-linux-x86-vcpu': { label: term('Fargate: vCPU'), per: 'vCPU-hour' },
  'fargate-linux-x86-gb': { label: term('Fargate: memory'), per: 'GB-hour' },
  'fargate-linux-arm-vcpu': { label: term('Fargate on ARM64: vCPU'), per: 'vCPU-hour' },
  'fargate-linux-arm-gb': { label: term('Fargate on ARM64: memory'), per: 'GB-hour' },
  'fargate-windows-vcpu': { label: term('Fargate on Windows: vCPU'), per: 'vCPU-hour' },
  'fargate-windows-gb': { label: term('Fargate on Windows: memory'), per: 'GB-hour' },
  'fargate-windows-licence': { label: term('Fargate on Windows: licence of a vCPU'), per: 'vCPU-hour' },
  'fargate-spot-linux-x86-vcpu': { label: term('Fargate Spot: vCPU'), per: 'vCPU-hour' },
  'fargate-spot-linux-x86-gb': { label: term('Fargate Spot: memory'), per: 'GB-hour' },
  'fargate-spot-linux-arm-vcpu': { label: term('Fargate Spot on ARM64: vCPU'), per: 'vCPU-hour' },
  'fargate-spot-linux-arm-gb': { label: term('Fargate Spot on ARM64: memory'), per: 'GB-hour' },
  'fargate-spot-windows-vcpu': { label: term('Fargate Spot on Windows: vCPU'), per: 'vCPU-hour' },
  'fargate-spot-windows-gb': { label: term('Fargate Spot on Windows: memory'), per: 'GB-hour' },
  'fargate-storage-gb': { label: term('Fargate: ephemeral storage'), per: 'GB-hour' },
  'alb-hour': { label: term('Application Load Balancer'), per: HOUR },
  'alb-lcu': { label: term('Application Load Balancer: LCU'), per: 'LCU-hour' },
  'nlb-hour': { label: term('Network Load Balancer'), per: HOUR },
  'nlb-lcu': { label: term('Network Load Balancer: LCU'), per: 'LCU-hour' },
  'gwlb-hour': { label: term('Gateway Load Balancer'), per: HOUR },
  'gwlb-lcu': { label: term('Gateway Load Balancer: LCU'), per: 'LCU-hour' },
  'clb-hour': { label: term('Classic Load Balancer'), per: HOUR },
  'clb-gb': { label: term('Classic Load Balancer: data'), per: 'GB' },
  'nat-hour': { label: term('NAT gateway'), per: HOUR },
  'nat-gb': { label: term('NAT gateway: data'), per: 'GB' },
  'ipv4-hour': { label: term('Public IPv4 address'), per: HOUR },
  'endpoint-hour': { label: term('VPC endpoint'), per: HOUR },
  'endpoint-gb': { label: term('VPC endpoint: data'), per: 'GB' },
  'transfer-out-gb': { label: term('Data to the internet'), per: 'GB' },
  'transfer-zone-gb': { label: term('Data between Availability Zones'), per: 'GB' },
  'efs-standard-gb': { label: term('EFS storage'), per: STORED },
  'efs-one-zone-gb': { label: term('EFS One Zone storage'), per: STORED },
  'efs-elastic-read-gb': { label: term('EFS reads'), per: 'GB' },
  'efs-elastic-write-gb': { label: term('EFS writes'), per: 'GB' },
  'efs-provisioned-mibps': { label: term('EFS throughput'), per: 'MiB/s-month' },
  'ecr-gb': { label: term('Images'), per: STORED },
  'logs-gb': { label: term('Logs written'), per: 'GB' },
  'logs-ia-gb': { label: term('Logs written, Infrequent Access'), per: 'GB' },
  'logs-stored-gb': { label: term('Logs kept'), per: STORED },
  'eks-hour': { label: term('EKS control plane'), per: HOUR },
  'external-hour': { label: term('External instances'), per: HOUR },
  'secret-month': { label: term('Secret'), per: 'month' },
}

/** The price of a key in words: “NAT gateway: data”, “m7g.large on Linux”. */
export function priceLabel(key: string): Text {
  return Object.hasOwn(known, key) ? (known[key]?.label ?? key) : (patterned(key)?.label ?? key)
}

/** What a unit is called: `GB-month`. */
export function unitOf(key: string): string {
  return (Object.hasOwn(known, key) ? known[key] : patterned(key))?.per ?? ''
}

const VOLUME_UNITS: Readonly<Record<string, string>> = {
  gb: STORED,
  iops: 'IOPS-month',
  mibps: 'MiB/s-month',
}

function patterned(key: string): Meaning | undefined {
  const [, spot, system, type] = /^ec2-(spot-)?(linux|windows)-(.+)$/.exec(key) ?? []
  if (type !== undefined)
    return { label: instance(type, system === 'windows', spot !== undefined), per: HOUR }
  const [, managed] = /^managed-(.+)$/.exec(key) ?? []
  if (managed !== undefined) return { label: say`Fee of managed ${managed}`, per: HOUR }
  const [, volume, of = ''] = /^ebs-(\w+)-(gb|iops|mibps)$/.exec(key) ?? []
  if (volume === undefined) return undefined
  return { label: disk(volume, of), per: VOLUME_UNITS[of] ?? '' }
}

function instance(type: string, isWindows: boolean, isSpot: boolean): Text {
  const name = isWindows ? say`${type} on Windows` : say`${type} on Linux`
  return isSpot ? say`${name}, Spot` : name
}

function disk(type: string, of: string): Text {
  if (of === 'iops') return say`EBS ${type}: IOPS`
  return of === 'mibps' ? say`EBS ${type}: throughput` : say`EBS ${type}: storage`
}
