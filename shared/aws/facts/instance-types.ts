/**
 * EC2 instance types that container instances commonly have. Sizes of a family follow a rule (twice the size is twice the
 * vCPUs and the memory), so the rule is written, and only what breaks it by size.
 */
import { own } from '../../basics/own'
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
  checked: '2026-11-24',
}

export type Architecture = 'X86_64' | 'ARM64'

export interface InstanceType {
  readonly name: string
  readonly vcpus: number
  /** MiB of the machine; the operating system and the agent keep some for themselves. */
  readonly memory: number
  /** Network interfaces at most, the machine's own included. */
  readonly interfaces: number
  readonly architecture: Architecture
  readonly gpus: number
}

/** vCPUs and network interfaces by size, for families that follow the rule. */
const regularSizes = {
  medium: { vcpus: 1, interfaces: 2 },
  large: { vcpus: 2, interfaces: 3 },
  xlarge: { vcpus: 4, interfaces: 4 },
  '2xlarge': { vcpus: 8, interfaces: 4 },
  '4xlarge': { vcpus: 16, interfaces: 8 },
  '8xlarge': { vcpus: 32, interfaces: 8 },
  '9xlarge': { vcpus: 36, interfaces: 8 },
  '12xlarge': { vcpus: 48, interfaces: 8 },
  '16xlarge': { vcpus: 64, interfaces: 15 },
  '18xlarge': { vcpus: 72, interfaces: 15 },
  '24xlarge': { vcpus: 96, interfaces: 15 },
  '32xlarge': { vcpus: 128, interfaces: 15 },
  '48xlarge': { vcpus: 192, interfaces: 15 },
} as const

type Size = keyof typeof regularSizes

const UP_TO_4X = ['large', 'xlarge', '2xlarge', '4xlarge'] as const
const UP_TO_16X = [...UP_TO_4X, '8xlarge', '12xlarge', '16xlarge'] as const
const UP_TO_24X = [...UP_TO_16X, '24xlarge'] as const

/** The sizes of regular families by generation and maker. */
const sizesOf: readonly { readonly families: readonly string[]; readonly sizes: readonly Size[] }[] = [
  { families: ['m5', 'm5a', 'm5d', 'm5n', 'r5', 'r5a', 'r5d', 'r5n', 'c5a'], sizes: UP_TO_24X },
  { families: ['c5', 'c5d'], sizes: [...UP_TO_4X, '9xlarge', '12xlarge', '18xlarge', '24xlarge'] },
  { families: ['m6i', 'c6i', 'r6i', 'm6id', 'c6id', 'r6id'], sizes: [...UP_TO_24X, '32xlarge'] },
  { families: ['m6a', 'c6a', 'r6a'], sizes: [...UP_TO_24X, '32xlarge', '48xlarge'] },
  { families: ['m7a', 'c7a', 'r7a'], sizes: ['medium', ...UP_TO_24X, '32xlarge', '48xlarge'] },
  { families: ['m7i', 'c7i', 'r7i'], sizes: [...UP_TO_24X, '48xlarge'] },
  { families: ['m7i-flex', 'c7i-flex'], sizes: [...UP_TO_16X] },
  {
    families: ['m6g', 'c6g', 'r6g', 'm6gd', 'c6gd', 'r6gd', 'm7g', 'c7g', 'r7g', 'm7gd', 'c7gd', 'r7gd'],
    sizes: ['medium', ...UP_TO_16X],
  },
  {
    families: ['m8g', 'c8g', 'r8g', 'm8gd', 'c8gd', 'r8gd'],
    sizes: ['medium', ...UP_TO_24X, '48xlarge'],
  },
]

/** GiB of memory for each vCPU, by the first letter of a regular family. */
const memoryPerVcpu: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8 }

/** vCPUs, GiB of memory, network interfaces, GPUs. */
type Row = readonly [vcpus: number, memory: number, interfaces: number, gpus?: number]

const burstable = (vcpusOfSmall: number): Readonly<Record<string, Row>> => ({
  nano: [vcpusOfSmall, 0.5, 2],
  micro: [vcpusOfSmall, 1, 2],
  small: [vcpusOfSmall, 2, 3],
  medium: [2, 4, 3],
  large: [2, 8, 3],
  xlarge: [4, 16, vcpusOfSmall === 1 ? 3 : 4],
  '2xlarge': [8, 32, vcpusOfSmall === 1 ? 3 : 4],
})

/** Families that follow no rule. */
const irregular: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  t2: burstable(1),
  t3: burstable(2),
  t3a: { ...burstable(2), small: [2, 2, 2] },
  t4g: burstable(2),
  g4dn: {
    xlarge: [4, 16, 3, 1],
    '2xlarge': [8, 32, 3, 1],
    '4xlarge': [16, 64, 3, 1],
    '8xlarge': [32, 128, 4, 1],
    '12xlarge': [48, 192, 8, 4],
    '16xlarge': [64, 256, 4, 1],
  },
  g5: {
    xlarge: [4, 16, 4, 1],
    '2xlarge': [8, 32, 4, 1],
    '4xlarge': [16, 64, 8, 1],
    '8xlarge': [32, 128, 8, 1],
    '12xlarge': [48, 192, 15, 4],
    '16xlarge': [64, 256, 8, 1],
    '24xlarge': [96, 384, 15, 4],
    '48xlarge': [192, 768, 7, 8],
  },
  g6: {
    xlarge: [4, 16, 4, 1],
    '2xlarge': [8, 32, 4, 1],
    '4xlarge': [16, 64, 8, 1],
    '8xlarge': [32, 128, 8, 1],
    '12xlarge': [48, 192, 8, 4],
    '16xlarge': [64, 256, 15, 1],
    '24xlarge': [96, 384, 15, 4],
    '48xlarge': [192, 768, 15, 8],
  },
}

const types: ReadonlyMap<string, InstanceType> = new Map(
  [...regularTypes(), ...irregularTypes()].map((type) => [type.name, type]),
)

function* regularTypes(): Generator<InstanceType> {
  for (const { families, sizes } of sizesOf) {
    for (const family of families) {
      const ratio = own(memoryPerVcpu, family.charAt(0)) ?? 0
      for (const size of sizes) {
        const { vcpus, interfaces } = regularSizes[size]
        yield made(`${family}.${size}`, [vcpus, vcpus * ratio, interfaces])
      }
    }
  }
}

function* irregularTypes(): Generator<InstanceType> {
  for (const [family, sizes] of Object.entries(irregular)) {
    for (const [size, row] of Object.entries(sizes)) yield made(`${family}.${size}`, row)
  }
}

function made(name: string, [vcpus, memory, interfaces, gpus = 0]: Row): InstanceType {
  return {
    name,
    vcpus,
    memory: memory * 1024,
    interfaces,
    architecture: architectureOf(name) ?? 'X86_64',
    gpus,
  }
}

/** What an instance type offers; undefined for one that the table does not hold. */
export function instanceType(name: string): InstanceType | undefined {
  return types.get(name)
}

/**
 * The architecture of an instance type, by AWS's way of naming them: a “g” behind the generation is Graviton. Also for
 * types that the table does not hold; undefined for what is no name of an instance type.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function architectureOf(name: string): Architecture | undefined {
  const parts = /^([a-z]+)(\d+)([a-z0-9]*)(?:-[a-z0-9]+)*\.[a-z0-9-]+$/.exec(name)
  if (!parts) return undefined
  return parts[1] === 'a' || parts[3]?.includes('g') ? 'ARM64' : 'X86_64'
}
