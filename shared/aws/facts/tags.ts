/** Limits of the tags on ECS resources. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html',
  checked: '2026-11-26',
}

export const TAGS = 50
/** Unicode characters. */
export const TAG_KEY_LENGTH = 128
export const TAG_VALUE_LENGTH = 256
/** Reserved for AWS in any letter case, at the beginning of keys and values. */
export const TAG_PREFIX = 'aws:'
