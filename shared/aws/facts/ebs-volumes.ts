/**
 * What ECS takes for the EBS volumes of tasks: types, sizes, IOPS and throughput. ECS hands the values on to EC2's
 * CreateVolume, whose own documentation goes further in places; up to there nobody but AWS can say who is right.
 */
import { own } from '../../basics/own'
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
  checked: '2026-11-26',
}

export interface Range {
  readonly min: number
  /** The most that ECS documents. */
  readonly max: number
  /** The most that EC2 documents, where that is more. */
  readonly upTo?: number
}

export interface EbsVolumeType {
  /** GiB. */
  readonly size: Range
  /** Operations per second; absent: they can't be chosen. */
  readonly iops?: Range & { readonly required: boolean }
  /** MiB/s; absent: it can't be chosen. */
  readonly throughput?: Range
}

export const ebsVolumeTypes: Readonly<Record<string, EbsVolumeType>> = {
  gp2: { size: { min: 1, max: 16_384 } },
  gp3: {
    size: { min: 1, max: 16_384, upTo: 65_536 },
    iops: { min: 3000, max: 16_000, upTo: 80_000, required: false },
    throughput: { min: 125, max: 1000, upTo: 2000 },
  },
  io1: { size: { min: 4, max: 16_384 }, iops: { min: 100, max: 64_000, required: true } },
  io2: {
    size: { min: 4, max: 16_384, upTo: 65_536 },
    iops: { min: 100, max: 256_000, required: true },
  },
  st1: { size: { min: 125, max: 16_384 } },
  sc1: { size: { min: 125, max: 16_384 } },
  standard: { size: { min: 1, max: 1024 } },
}

/** The magnetic type, which Fargate does not attach. */
export const notOnFargate: readonly string[] = ['standard']

/** MiB/s at which a volume is filled from its snapshot. */
export const initializationRate: Range = { min: 100, max: 300 }

/** How a volume can be formatted, by the operating system of the task. */
export const filesystemTypes = { LINUX: ['xfs', 'ext4', 'ext3'], WINDOWS: ['ntfs'] } as const

/** The type of a volume; undefined for one that ECS does not know. */
export function ebsVolumeType(type: string): EbsVolumeType | undefined {
  return own(ebsVolumeTypes, type)
}

/** Where a number stands: in the range, beyond what ECS documents, or where nobody takes it. */
export function placeIn({ min, max, upTo = max }: Range, value: number): 'inside' | 'doubtful' | 'outside' {
  if (!Number.isInteger(value) || value < min || value > upTo) return 'outside'
  return value > max ? 'doubtful' : 'inside'
}

/** The nearest number of the range that ECS documents. */
export function nearest({ min, max }: Range, value: number): number {
  return Math.min(max, Math.max(min, Math.round(value)))
}
